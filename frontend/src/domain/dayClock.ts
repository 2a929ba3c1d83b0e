// The day clock of a request: by which day the clinic should have answered, from the day it was sent and the number of days
// that the country's rule gives. Calendar dates only, so no time zone can shift them. It counts; it threatens nobody, and
// where the rule names no number of days there is no clock.
import { dayAfter, daysApart, isDay } from "./days";

/** Dates are YYYY-MM-DD. On the day it is due, `daysLeft` is 0; from the day after, `overdue` is 1 and more. */
export type DayClock = { due: string; daysLeft: number } | { due: string; overdue: number };

/** Null without a rule that names days, and while `sentOn` is no date. */
export function dayClock(sentOn: string, days: number | null, today: string): DayClock | null {
  const due = dueOn(sentOn, days);
  const left = daysApart(today, due);
  if (left === null) return null;
  return left < 0 ? { due, overdue: -left } : { due, daysLeft: left };
}

/** The last day that the rule gives, or "". */
export function dueOn(sentOn: string, days: number | null): string {
  if (days === null || !isDay(sentOn)) return "";
  const due = dayAfter(sentOn, days);
  return isDay(due) ? due : "";
}

/** Whole days from `date` to `today`; 0 for today and for a day that has not come yet, null when it is no date. */
export function daysSince(date: string, today: string): number | null {
  const days = daysApart(date, today);
  return days === null ? null : Math.max(0, days);
}
