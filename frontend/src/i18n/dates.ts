// Dates written out and times as HH:MM, in the reader's own time zone. A date without a time belongs to no zone.
// Text that is no date is given back as it is: a wrong date is worse than an odd one.
import { language } from ".";

// The reader's own kind of English decides whether the day or the month comes first.
const locale = globalThis.navigator?.languages?.find((name) => name.startsWith(language)) ?? language;
const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" });
const dayOfThisYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" });
const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
const briefDay = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
const shortDay = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });

/** "November 22, 2026" of an instant, a local date-time or a plain date. */
export function dayText(date: string): string {
  return written(day, date);
}

/** "December 14" in the year of `today`, else "January 14, 2027". */
export function nearDayText(date: string, today: string): string {
  return written(date.slice(0, 4) === today.slice(0, 4) ? dayOfThisYear : day, date);
}

/** "Thursday, December 3". */
export function weekdayText(date: string): string {
  return written(weekday, date);
}

/** "Dec 3, 2026", for a page with little room. */
export function briefDayText(date: string): string {
  return written(briefDay, date);
}

/** "Dec 3", for pictures with little room. */
export function shortDayText(date: string): string {
  return written(shortDay, date);
}

/** "10:42". */
export function timeText(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}

/** Today or the instant's day in the reader's zone, as YYYY-MM-DD. */
export function localDay(at: Date): string {
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
}

function written(format: Intl.DateTimeFormat, date: string): string {
  const plain = /^\d{4}-\d{2}-\d{2}$/.test(date);
  const at = new Date(plain ? `${date}T12:00` : date);
  return Number.isNaN(at.getTime()) ? date : format.format(at);
}
