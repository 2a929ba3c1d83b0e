// The day clock of a request: by which day the clinic should have answered, from the day it was sent and the number of days
// that the country's rule gives. Calendar dates only, so no time zone can shift them. It counts; it threatens nobody, and
// where the rule names no number of days there is no clock.

/** Dates are YYYY-MM-DD. On the day it is due, `daysLeft` is 0; from the day after, `overdue` is 1 and more. */
export type DayClock = { due: string; daysLeft: number } | { due: string; overdue: number };

const DAY = 86_400_000;

/** Null without a rule that names days, and while `sentOn` is no date. */
export function dayClock(sentOn: string, days: number | null, today: string): DayClock | null {
  const sent = dayNumber(sentOn);
  const now = dayNumber(today);
  if (days === null || sent === null || now === null) return null;
  const due = new Date((sent + days) * DAY).toISOString().slice(0, 10);
  const left = sent + days - now;
  if (dayNumber(due) === null) return null;
  return left < 0 ? { due, overdue: -left } : { due, daysLeft: left };
}

/** Whole days from `date` to `today`; 0 for today and for a day that has not come yet, null when it is no date. */
export function daysSince(date: string, today: string): number | null {
  const then = dayNumber(date);
  const now = dayNumber(today);
  return then === null || now === null ? null : Math.max(0, now - then);
}

/** Days since 1970, or null for text that is no day of the calendar, such as 30 February. */
function dayNumber(date: string): number | null {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(at)) return null;
  return new Date(at).toISOString().startsWith(date) ? at / DAY : null;
}
