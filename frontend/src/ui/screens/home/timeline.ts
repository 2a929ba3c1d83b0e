// Positions of today, the coming visits and the decide-by date on one line. It measures days and judges nothing. Pure.

import { dayOf, daysApart } from "../../../domain/days/days";
import type { Visit } from "../../../domain/visits/visits";

/** Positions are fractions of the line, 0 to 1. */
export type Timeline = {
  days: number;
  decideAt: number;
  /** Visits on one day share a position. */
  visitsAt: number[];
  next: Visit | null;
  /** The next visit is after the date. */
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
