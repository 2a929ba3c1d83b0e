// Today, the next visits and the decide-by date, in their order on one line. It measures days and judges nothing. Pure.

import { dayOf, daysApart } from "../../../domain/days/days";
import type { Visit } from "../../../domain/visits/visits";

/** A day on the line. `gap` counts the days since the mark before it. */
export type Mark = { kind: "today" | "visit" | "decide"; day: string; gap: number };

// With more labels the line could not be read on a phone.
const MOST_VISITS = 2;

/** Null when there is no date to draw, or it has passed. Visits of one day share a mark. */
export function timelineOf(date: string, today: string, visits: readonly Visit[]): Mark[] | null {
  if ((daysApart(today, date) ?? -1) < 0) return null;
  const ahead = visits.map(({ when }) => dayOf(when.value)).filter((day) => day >= today);
  const marks = [
    { kind: "today", day: today } as const,
    ...[...new Set(ahead)].slice(0, MOST_VISITS).map((day) => ({ kind: "visit", day }) as const),
    { kind: "decide", day: date } as const,
  ].sort((a, b) => daysApart(b.day, a.day) ?? 0);
  return marks.map((mark, at) => ({ ...mark, gap: daysApart(marks[at - 1]?.day ?? today, mark.day) ?? 0 }));
}
