// The drawing of a case: where its days stand on one line, in lanes. It measures days and judges nothing. What lies far away is
// gathered at the edges, and what falls on one place is drawn once with its number, so that 500 entries stay readable. Pure.
import { dayAfter, daysBetween } from "./days";
import type { Happening, HappeningKind, Lane } from "./happenings";

/** One place in a lane: `at` is its share of the line (0 to 1), `kind` what it holds when all of it is of one kind. */
export type Mark = { lane: Lane; at: number; count: number; kind: HappeningKind | null; day: string };
/** A letter on its way: from the day it was sent to the day the records are due or came. */
export type Span = { id: string; from: number; to: number };
export type Drawing = {
  from: string;
  to: string;
  today: number;
  decideBy: number | null;
  marks: Mark[];
  spans: Span[];
  /** Whether something lies before `from` or after `to`. */
  isCut: { before: boolean; after: boolean };
};

/** The line never reaches further than this from today: a symptom of years ago would press all else together. */
const MOST_DAYS = 365;
/** Places in a lane: more would overlap on a screen of 320 px. */
const PLACES = 16;

/** Null while there is nothing to draw. `today` is YYYY-MM-DD. */
export function drawingOf(dated: readonly Happening[], today: string): Drawing | null {
  const first = dated[0];
  const last = dated.at(-1);
  if (!first || !last) return null;
  const from = later(dayAfter(today, -MOST_DAYS), earlier(first.day, today));
  const to = earlier(dayAfter(today, MOST_DAYS), later(last.day, today));
  const length = Math.max(1, daysBetween(from, to));
  const at = (day: string) => Math.min(1, Math.max(0, daysBetween(from, day) / length));
  const limit = dated.find(({ kind }) => kind === "decideBy");
  return {
    from,
    to,
    today: at(today),
    decideBy: limit ? at(limit.day) : null,
    marks: marksOf(dated, at),
    spans: spansOf(dated, at),
    isCut: { before: first.day < from, after: last.day > to },
  };
}

function marksOf(dated: readonly Happening[], at: (day: string) => number): Mark[] {
  const byPlace = new Map<string, Mark>();
  for (const { lane, kind, day } of dated) {
    // The decide-by date is a line through all lanes.
    if (kind === "decideBy") continue;
    const key = `${lane}/${Math.round(at(day) * PLACES)}`;
    const known = byPlace.get(key);
    if (!known) byPlace.set(key, { lane, at: at(day), count: 1, kind, day });
    else byPlace.set(key, { ...known, count: known.count + 1, kind: known.kind === kind ? kind : null });
  }
  return [...byPlace.values()];
}

function spansOf(dated: readonly Happening[], at: (day: string) => number): Span[] {
  const sent = new Map(dated.filter(({ kind }) => kind === "sent").map(({ entry, day }) => [entry?.id ?? "", day]));
  return dated.flatMap(({ kind, entry, day }): Span[] => {
    const from = kind === "due" || kind === "answered" ? sent.get(entry?.id ?? "") : undefined;
    return from === undefined || entry === null ? [] : [{ id: entry.id, from: at(from), to: at(day) }];
  });
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
