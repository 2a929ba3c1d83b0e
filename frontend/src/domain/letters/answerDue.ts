// When the answer to a letter is due: the last day the clinic usually has, by the rule of its country. As in every such
// rule, the time counts from the day they got the letter; until somebody gives that day, a week is allowed for the
// post. So the result may be late, never early. Calendar dates only, so no time zone can shift them. It counts; it
// threatens nobody and calls nobody late.
import { dayAfter, isDay, monthsAfter, workingDayFrom, workingDaysAfter } from "../days/days";

/** Business days are Monday to Friday. */
export type Span = { count: number; unit: "days" | "business_days" | "months" };
/** `extension` comes on top of the limit; `older` is the limit for what was made more than `years` years before. */
export type AnswerTime = { limit: Span; extension: Span | null; older: { years: number; limit: Span } | null };
/** The rule of a country; null where it names no time. "" is the country that the person chose. */
export type AnswerTimeOfCountry = (country: string) => AnswerTime | null;

/** One request. All dates given for sending and arrival; `made` are the dates on the records, "" if unknown. */
export type Asked = { sent: readonly string[]; arrived: readonly string[]; made: readonly string[] };

/** A limit with its last day. */
export type Limit = { span: Span; until: string };
export type Due = {
  /** The day they got it; while nobody has said, the day by which the post should have brought it. */
  from: string;
  /** One limit; or, where the records do not show which of two applies, the one for new and the one for old records. */
  limits: Limit[];
  /** The last of the usual days: nothing is overdue before it. */
  last: string;
};

export const POST_DAYS = 7;
/** Later years would have five digits. */
const LAST_YEAR = "9000";

/** Null if no rule names a time, and while nobody has said on which day it was requested. */
export function dueOf({ sent, arrived, made }: Asked, answerTime: AnswerTime | null): Due | null {
  const asked = latest(sent);
  if (answerTime === null || asked === "") return null;
  // Of contradicting days the later one counts: no letter arrives before it was sent.
  const from = latest([asked, latest(arrived) || dayAfter(asked, POST_DAYS)]);
  if (from >= LAST_YEAR) return null;
  const { limit, older } = answerTime;
  const isOld = older !== null && areOlder(made, monthsAfter(from, -12 * older.years));
  const spans = [...(isOld ? [] : [limit]), ...(older !== null && isOld !== false ? [older.limit] : [])];
  const limits = spans.map((span) => ({ span, until: endOf(span, from) }));
  return { from, limits, last: latest(limits.map(({ until }) => until)) };
}

/** Whether the usual time is over, from the day after its last one. */
export function isOverdue({ last }: Due, today: string): boolean {
  return last < today;
}

/** The latest valid day; "" when there is none. */
export function latest(days: readonly string[]): string {
  return days.filter(isDay).sort().at(-1) ?? "";
}

/** Whether all records are older than that day; null if only some are, or if nobody said. */
function areOlder(made: readonly string[], than: string): boolean | null {
  const [isOlder, ...differs] = new Set(made.map((day) => (isDay(day) ? day < than : null)));
  return differs.length > 0 ? null : (isOlder ?? null);
}

/** The last day of the time. A month ends on the same date; if that is a weekend, by law on the next working day. */
export function endOf({ count, unit }: Span, from: string): string {
  if (unit === "days") return dayAfter(from, count);
  return unit === "months" ? workingDayFrom(monthsAfter(from, count)) : workingDaysAfter(from, count);
}

/** Two months more make three from the day they got it, not two from a last day that was moved. */
export function extensionOf({ from, limits }: Due, answerTime: AnswerTime): Limit | null {
  const span = answerTime.extension;
  const limit = limits.at(-1);
  if (span === null || limit === undefined) return null;
  const isSameUnit = span.unit === limit.span.unit;
  const until = isSameUnit ? endOf({ ...span, count: span.count + limit.span.count }, from) : endOf(span, limit.until);
  return { span, until };
}
