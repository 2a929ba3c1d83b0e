// When the answer to a letter is due: the last day the clinic usually has, by the rule of its country. As every such rule does, it counts
// from the day they got the letter; until somebody says that day, a week is allowed for the post. So it may be late, never early.
// Calendar dates only, so no time zone can shift them. It counts; it threatens nobody and calls nobody late.
import { dayAfter, isDay, monthsAfter, workingDayFrom, workingDaysAfter } from "../days/days";

/** Business days are Monday to Friday. */
export type Span = { count: number; unit: "days" | "business_days" | "months" };
/** `extension` comes on top of the limit; `older` is the limit of what was made more than `years` years before. */
export type RecordsClock = { limit: Span; extension: Span | null; older: { years: number; limit: Span } | null };
/** The clock of a country; null where its rule names no time. "" is the country that the person chose. */
export type ClockOfCountry = (country: string) => RecordsClock | null;

/** One asking. All dates on which somebody says that it went out and arrived; `made` are those on the records, "" unknown. */
export type Asked = { sent: readonly string[]; arrived: readonly string[]; made: readonly string[] };

/** A limit with its last day. */
export type Limit = { span: Span; until: string };
export type Due = {
  /** The day they got it, or, while nobody has said which, the one by which the post should have brought it. */
  from: string;
  /** One; or, where the records do not tell which of two holds, the one for what is new and the one for what is old. */
  limits: Limit[];
  /** The last of the usual days: nothing is past before it. */
  last: string;
};

export const POST_DAYS = 7;
/** Beyond it years have five digits. */
const LAST_YEAR = "9000";

/** Null without a rule that names a time, and while nobody has said on which day it was asked. */
export function dueOf({ sent, arrived, made }: Asked, clock: RecordsClock | null): Due | null {
  const asked = latest(sent);
  if (clock === null || asked === "") return null;
  // Of days that contradict each other the later one counts: no letter arrives before it was sent.
  const from = latest([asked, latest(arrived) || dayAfter(asked, POST_DAYS)]);
  if (from >= LAST_YEAR) return null;
  const { limit, older } = clock;
  const isOld = older !== null && areOlder(made, monthsAfter(from, -12 * older.years));
  const spans = [...(isOld ? [] : [limit]), ...(older !== null && isOld !== false ? [older.limit] : [])];
  const limits = spans.map((span) => ({ span, until: endOf(span, from) }));
  return { from, limits, last: latest(limits.map(({ until }) => until)) };
}

/** Whether the usual time is over, from the day after its last one. */
export function isPast({ last }: Due, today: string): boolean {
  return last < today;
}

/** The last of those that are days; "" when none is. */
export function latest(days: readonly string[]): string {
  return days.filter(isDay).sort().at(-1) ?? "";
}

/** Whether what was made is older than that day; null where some is and some is not, or nobody said. */
function areOlder(made: readonly string[], than: string): boolean | null {
  const [isOlder, ...differs] = new Set(made.map((day) => (isDay(day) ? day < than : null)));
  return differs.length > 0 ? null : (isOlder ?? null);
}

/** The last day of the time. A month ends on the same date; where that is a weekend, the law gives the next working day. */
export function endOf({ count, unit }: Span, from: string): string {
  if (unit === "days") return dayAfter(from, count);
  return unit === "months" ? workingDayFrom(monthsAfter(from, count)) : workingDaysAfter(from, count);
}

/** Two months more make three from the day they got it, not two from a last day that was moved. */
export function extensionOf({ from, limits }: Due, clock: RecordsClock): Limit | null {
  const span = clock.extension;
  const limit = limits.at(-1);
  if (span === null || limit === undefined) return null;
  const isSameUnit = span.unit === limit.span.unit;
  const until = isSameUnit ? endOf({ ...span, count: span.count + limit.span.count }, from) : endOf(span, limit.until);
  return { span, until };
}
