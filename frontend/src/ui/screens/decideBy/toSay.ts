// What to say on the phone for each thing that the deadline check found, and to whom. Pure.
import type { Warning } from "../../../domain/decideBy/deadlineCheck";
import { messagesFrom } from "../../../i18n";
import { nearDayText } from "../../../i18n/dates";
import decideByWords from "../../../i18n/en/decideBy.json";

const t = messagesFrom(decideByWords);

/** `to` is "" where it is clear who is meant. */
export type WordsFor = { to: string; words: string };

export function toSay(warning: Warning, today: string): WordsFor[] {
  const day = (date: string) => nearDayText(date, today);
  const first = t("deadline.toWhomFirst");
  switch (warning.code) {
    case "no-date":
      return (["ask1", "ask2", "ask3", "ask4"] as const).map((key) => ({ to: "", words: t(`deadline.${key}`) }));
    case "conflict": {
      const [one = "", other = ""] = warning.dates;
      return [{ to: first, words: t("deadline.sayConflict", { first: day(one), second: day(other) }) }];
    }
    case "date-past":
      return [{ to: first, words: t("deadline.sayPast", { date: day(warning.date) }) }];
    case "no-visit-before":
      return [
        { to: t("deadline.toWhomClinic"), words: t("deadline.sayNoVisit", { date: day(warning.date) }) },
        { to: first, words: t("deadline.sayNoVisitFirst", { date: day(warning.date) }) },
      ];
    case "visit-after-date": {
      const visit = day(warning.visit.when.slice(0, 10));
      return [
        { to: t("deadline.toWhomClinic"), words: t("deadline.sayAfter", { visit, date: day(warning.date) }) },
        { to: first, words: t("deadline.sayAfterFirst", { visit }) },
      ];
    }
    case "records-late": {
      const { askedOn } = warning.awaited;
      const days = { asked: day(askedOn), date: day(warning.before) };
      const asked = warning.isVisit ? "deadline.sayOverdueVisit" : "deadline.sayOverdueDate";
      const first = warning.isVisit ? "deadline.sayRecordsVisit" : "deadline.sayRecordsDate";
      return [{ to: t("deadline.toWhomRecords"), words: t(warning.isOverdue && askedOn !== "" ? asked : first, days) }];
    }
  }
}
