// What the deadline check found, one plain sentence each. Pure.
import type { Warning } from "../../../domain/decideBy/deadlineCheck";
import { messagesFrom } from "../../../i18n";
import { nearDayText } from "../../../i18n/dates";
import homeWords from "../../../i18n/en/home.json";

const t = messagesFrom(homeWords);

/** One sentence per kind of warning, the most urgent first; records are counted together. `today` is YYYY-MM-DD. */
export function warningTexts(found: readonly Warning[], today: string): string[] {
  const late = found.filter(({ code }) => code === "records-late").length;
  const others = found.map((warning) => textOf(warning, today)).filter((text) => text !== "");
  return late > 0 ? [...others, t("decideBy.recordsLate", { count: late })] : others;
}

function textOf(warning: Warning, today: string): string {
  switch (warning.code) {
    case "no-date":
      return t("decideBy.cardNoneText");
    case "conflict":
      return t("decideBy.conflict");
    case "date-past":
      return t("decideBy.past");
    case "no-visit-before":
      return t("decideBy.noVisit");
    case "visit-after-date":
      return t("decideBy.visitAfter", { date: nearDayText(warning.visit.when.slice(0, 10), today) });
    case "records-late":
      return "";
  }
}
