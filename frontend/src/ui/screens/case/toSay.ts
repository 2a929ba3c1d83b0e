// The sentences to say on the phone, for each thing that the decide-by guard found, and to whom. Pure.
import type { Warning } from "../../../domain/guard";
import { messagesFrom } from "../../../i18n";
import { nearDayText } from "../../../i18n/dates";
import guardWords from "../../../i18n/en/guard.json";

const t = messagesFrom(guardWords);

/** `to` is "" where it is clear who is meant. */
export type Said = { to: string; words: string };

export function toSay(warning: Warning, today: string): Said[] {
  const day = (date: string) => nearDayText(date, today);
  const first = t("guard.toWhomFirst");
  switch (warning.code) {
    case "no-date":
      return (["ask1", "ask2", "ask3", "ask4"] as const).map((key) => ({ to: "", words: t(`guard.${key}`) }));
    case "conflict": {
      const [one = "", other = ""] = warning.dates;
      return [{ to: first, words: t("guard.sayConflict", { first: day(one), second: day(other) }) }];
    }
    case "date-past":
      return [{ to: first, words: t("guard.sayPast", { date: day(warning.date) }) }];
    case "no-visit-before":
      return [
        { to: t("guard.toWhomClinic"), words: t("guard.sayNoVisit", { date: day(warning.date) }) },
        { to: first, words: t("guard.sayNoVisitFirst", { date: day(warning.date) }) },
      ];
    case "visit-after-date": {
      const visit = day(warning.visit.when.slice(0, 10));
      return [
        { to: t("guard.toWhomClinic"), words: t("guard.sayAfter", { visit, date: day(warning.date) }) },
        { to: first, words: t("guard.sayAfterFirst", { visit }) },
      ];
    }
    case "records-late": {
      const { askedOn } = warning.awaited;
      const days = { asked: day(askedOn), date: day(warning.before) };
      const asked = warning.isVisit ? "guard.sayOverdueVisit" : "guard.sayOverdueDate";
      const first = warning.isVisit ? "guard.sayRecordsVisit" : "guard.sayRecordsDate";
      return [{ to: t("guard.toWhomRecords"), words: t(warning.isOverdue && askedOn !== "" ? asked : first, days) }];
    }
  }
}
