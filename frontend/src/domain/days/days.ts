// Calendar days (YYYY-MM-DD) as people write them down: no clock, no time zone, so that a day never shifts on the way.
// They are compared as text and counted between UTC midnights, which have no summer time. Pure.

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS = 86_400_000;
// While a year is being typed, the phone's picker reports 0002, 0020 and 0202 on the way to 2026.
const FIRST_YEAR = "1000";

/** Whether `text` is a day that exists: no February 30, no year still being typed. */
export function isDay(text: string): boolean {
  if (!DAY.test(text) || text < FIRST_YEAR) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** Whether `text` is a day, or what may be known of one: a month (YYYY-MM) or a year that exists. */
export function isKnownDate(text: string): boolean {
  return isDay(text) || isDay(`${text}-01`) || isDay(`${text}-01-01`);
}

/** Whole days from `from` to `to`; negative when `to` is earlier, null when one of them is not a day. */
export function daysApart(from: string, to: string): number | null {
  return isDay(from) && isDay(to) ? daysBetween(from, to) : null;
}

/** The same for two values that are known to be days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS);
}

/** The day `count` days after `day`. */
export function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * MILLISECONDS).toISOString().slice(0, 10);
}

/** The day of a local date-time (YYYY-MM-DDTHH:MM) or of a day; "" when it contains no existing day. */
export function dayOf(when: string): string {
  const day = when.slice(0, 10);
  return isDay(day) ? day : "";
}

/** The same date `count` months later; if that month has no such date, its last day. */
export function monthsAfter(day: string, count: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  const date = at.getUTCDate();
  at.setUTCMonth(at.getUTCMonth() + count);
  // February 31 reads as March 3: step back to the last day of the month that was meant.
  if (at.getUTCDate() !== date) at.setUTCDate(0);
  return at.toISOString().slice(0, 10);
}

/** The day itself when it is a Monday to Friday, else the Monday after it. Public holidays are not known here. */
export function workingDayFrom(day: string): string {
  return isWeekend(day) ? workingDayFrom(dayAfter(day, 1)) : day;
}

/** The last of `count` working days (Monday to Friday) that follow `day`. */
export function workingDaysAfter(day: string, count: number): string {
  let last = day;
  for (let left = count; left > 0; left -= 1) last = workingDayFrom(dayAfter(last, 1));
  return last;
}

function isWeekend(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0;
}
