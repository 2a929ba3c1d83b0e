// Dates written out and times as HH:MM. A date without a time belongs to no zone. An instant with an offset is shown in
// the local time of its place, every other instant in the reader's zone. Text that is no date is returned unchanged: a
// wrong date is worse than an odd one.
import { language } from "./";

// The reader's variety of English decides whether the day or the month comes first.
export const locale = globalThis.navigator?.languages?.find((name) => name.startsWith(language)) ?? language;
const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" });
const dayOfThisYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" });
const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
const weekdayAndYear = new Intl.DateTimeFormat(locale, {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const briefDay = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
const month = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric" });
const shortDay = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });

/** "November 22, 2026" of an instant, a local date-time or a plain date; "May 2026" or "1990" of a part of a date. */
export function dayText(date: string): string {
  return written(day, date);
}

/** "December 14" in the year of `today`, else "January 14, 2027". */
export function nearDayText(date: string, today: string): string {
  return written(isOfYear(date, today) ? dayOfThisYear : day, date);
}

/** "Thursday, December 3" in the year of `today`, else with the year. */
export function weekdayText(date: string, today: string): string {
  return written(isOfYear(date, today) ? weekday : weekdayAndYear, date);
}

/** "Dec 3, 2026", where space is short. */
export function briefDayText(date: string): string {
  return written(briefDay, date);
}

/** "Dec 3" in the year of `today`, else "Dec 3, 2027", for pictures where space is short. */
export function shortDayText(date: string, today: string): string {
  return written(isOfYear(date, today) ? shortDay : briefDay, date);
}

/** "10:42". */
export function timeText(instant: string): string {
  if (saysItsPlace(instant)) return instant.slice(11, 16);
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}

/** YYYY-MM-DDTHH:MM of an instant. */
export function clockOfInstant(instant: string): string {
  return `${dayOfInstant(instant)}T${timeText(instant)}`;
}

/** The day of `at` in the reader's zone, as YYYY-MM-DD. */
export function localDay(at: Date): string {
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
}

/** The day of an instant, in the local time of its offset, else in the reader's zone; a day is returned as it is. */
export function dayOfInstant(instant: string): string {
  return isPlain(instant) || saysItsPlace(instant) ? instant.slice(0, 10) : localDay(new Date(instant));
}

function written(format: Intl.DateTimeFormat, date: string): string {
  if (/^\d{4}$/.test(date)) return date;
  if (/^\d{4}-\d{2}$/.test(date)) return written(month, `${date}-01`);
  const isOfNoZone = isPlain(date) || saysItsPlace(date);
  const at = new Date(isOfNoZone ? `${date.slice(0, 10)}T12:00` : date);
  return Number.isNaN(at.getTime()) ? date : format.format(at);
}

function isOfYear(date: string, today: string): boolean {
  return dayOfInstant(date).slice(0, 4) === today.slice(0, 4);
}

function isPlain(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date);
}

function saysItsPlace(instant: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*[+-]\d{2}:\d{2}$/.test(instant);
}
