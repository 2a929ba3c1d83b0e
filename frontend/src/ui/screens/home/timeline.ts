// Where today, the visits ahead and the decide-by date stand on one line. It measures days and judges nothing. Pure.

import { dayOf, daysApart } from "../../../domain/days/days";
import type { Visit } from "../../../domain/visits/visits";

/** Places are shares of the line's length, 0 to 1. */
export type Timeline = {
  days: number;
  decideAt: number;
  /** Visits of one day are in one place. */
  visitsAt: number[];
  next: Visit | null;
  /** The next visit lies beyond the date. */
  isNextLate: boolean;
};

/** Null when there is no date to draw, or it has passed. */
export function timelineOf(date: string, today: string, visits: readonly Visit[]): Timeline | null {
  const days = daysApart(today, date);
  if (days === null || days < 0) return null;
  const ahead = visits
    .map((visit) => ({ visit, days: daysApart(today, dayOf(visit.when.value)) ?? -1 }))
    .filter((one) => one.days >= 0);
  const length = Math.max(1, days, ...ahead.map((one) => one.days));
  return {
    days,
    decideAt: days / length,
    visitsAt: [...new Set(ahead.map((one) => one.days / length))],
    next: ahead[0]?.visit ?? null,
    isNextLate: (ahead[0]?.days ?? 0) > days,
  };
}
