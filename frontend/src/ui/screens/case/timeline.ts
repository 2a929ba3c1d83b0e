// Where today, the visits ahead and the decide-by date stand on one line. It measures days and judges nothing. Pure.
import type { Consultation } from "../../../domain/consultations";
import { daysUntil } from "../../../domain/decideBy";

/** Places are shares of the line's length, 0 to 1. */
export type Timeline = {
  days: number;
  decideAt: number;
  visitsAt: number[];
  next: Consultation | null;
};

/** Null when there is no date to draw, or it has passed. */
export function timelineOf(date: string, today: string, visits: readonly Consultation[]): Timeline | null {
  const days = daysUntil(date, today);
  if (days === null || days < 0) return null;
  const ahead = visits
    .map((visit) => ({ visit, days: daysUntil(visit.when.value.slice(0, 10), today) ?? -1 }))
    .filter((one) => one.days >= 0);
  const length = Math.max(1, days, ...ahead.map((one) => one.days));
  return {
    days,
    decideAt: days / length,
    visitsAt: ahead.map((one) => one.days / length),
    next: ahead[0]?.visit ?? null,
  };
}
