// A clinic's time to answer, in whole sentences: how long the rule gives, counted from which day, until when. It never
// says that a clinic is late: it may be allowed longer, and public holidays are not known here. Pure.
import type { AnswerTime } from "../../../content/bundle";
import { type Due, extensionOf, isOverdue, type Span } from "../../../domain/letters/answerDue";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import letterWords from "../../../i18n/en/letters.json";

const t = messagesFrom(letterWords);

/** "one month", "20 working days". */
export function spanText({ count, unit }: Span): string {
  return t(`letter.span.${unit}`, { count });
}

/** The first sentence is the main one. */
export function answerDueWords(due: Due, answerTime: AnswerTime, today: string): string[] {
  const longer = longerText(due, answerTime);
  return isOverdue(due, today)
    ? [pastText(due), ...longer, t("letter.callHelps")]
    : [...ahead(due, answerTime), ...longer];
}

/** The same in a few words, for a list. */
export function answerDueLine(due: Due, today: string): string {
  return isOverdue(due, today) ? pastText(due) : t("letter.limitLine", { date: dayText(due.last) });
}

function pastText({ from, last }: Due): string {
  return t("letter.duePast", { from: dayText(from), date: dayText(last) });
}

function ahead({ from, limits: [limit, older] }: Due, answerTime: AnswerTime): string[] {
  if (limit === undefined) return [];
  const counted = { from: dayText(from), time: spanText(limit.span), date: dayText(limit.until) };
  const years = answerTime.older?.years ?? 0;
  return [
    t(answerTime.is_usual ? "letter.dueUsual" : "letter.dueUntil", counted),
    ...(older ? [t("letter.dueOlder", { years, time: spanText(older.span), date: dayText(older.until) })] : []),
    ...holidays(limit.span),
  ];
}

function holidays({ unit }: Span): string[] {
  if (unit === "months") return [t("letter.nextWorkingDay")];
  return unit === "business_days" ? [t("letter.holidaysOnTop")] : [];
}

function longerText(due: Due, answerTime: AnswerTime): string[] {
  const extension = extensionOf(due, answerTime);
  return extension === null
    ? []
    : [t("letter.dueLonger", { time: spanText(extension.span), date: dayText(extension.until) })];
}
