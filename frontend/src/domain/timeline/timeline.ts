// The drawing of a case: its days on one line, in lanes. It measures days and judges nothing. Distant events are
// gathered at the edges, and days close together are drawn once, with their number, so that 500 entries stay readable.
// Pure.
import { dayAfter, daysBetween } from "../days/days";
import { type Lane, lanes, type TimelineEvent, type TimelineEventKind } from "./timelineEvents";

/** One place in a lane: `at` is its fraction of the line (0 to 1), `kind` what it holds if all is of one kind. */
export type Mark = { lane: Lane; at: number; count: number; kind: TimelineEventKind | null; day: string };
/** A letter on its way: from the day it was sent to the day the records are due or came. */
export type Span = { id: string; from: number; to: number };
export type Drawing = {
  from: string;
  to: string;
  today: number;
  decideBy: number | null;
  /** The day itself, or "". */
  decideByDay: string;
  marks: Mark[];
  spans: Span[];
  /** Whether something lies before `from` or after `to`. */
  isCut: { before: boolean; after: boolean };
};

/** The line reaches no further than this from today: a symptom of years ago would squeeze everything else together. */
const MOST_DAYS = 365;
/** Marks closer than this fraction of the line would overlap on a screen of 320 px: they are drawn as one. */
const CLOSEST = 0.09;
/** The largest and smallest position of today, while there is something on both sides of it. */
const MOST_PAST = 0.6;
const LEAST_PAST = 0.3;

/** Null while there is nothing to draw. `today` is YYYY-MM-DD. */
export function drawingOf(dated: readonly TimelineEvent[], today: string): Drawing | null {
  const first = dated[0];
  const last = dated.at(-1);
  if (!first || !last) return null;
  const from = later(dayAfter(today, -MOST_DAYS), earlier(first.day, today));
  const to = earlier(dayAfter(today, MOST_DAYS), later(last.day, today));
  const at = scale(from, today, to);
  const limit = dated.find(({ kind }) => kind === "decideBy");
  return {
    from,
    to,
    today: at(today),
    decideBy: limit ? at(limit.day) : null,
    decideByDay: limit?.day ?? "",
    marks: marksOf(dated, at, [today, limit?.day ?? today]),
    spans: spansOf(dated, at),
    isCut: { before: first.day < from, after: last.day > to },
  };
}

/** The past may be years and the future weeks: each always has its share of the line. */
function scale(from: string, today: string, to: string): (day: string) => number {
  const past = daysBetween(from, today);
  const ahead = daysBetween(today, to);
  const now = past === 0 ? 0 : ahead === 0 ? 1 : Math.min(MOST_PAST, Math.max(LEAST_PAST, past / (past + ahead)));
  return (day) => {
    const days = daysBetween(today, day);
    if (days < 0) return past === 0 ? 0 : Math.max(0, now * (1 + days / past));
    return ahead === 0 ? now : Math.min(1, now + (1 - now) * (days / ahead));
  };
}

/** `dated` is ordered by day, so a lane's last mark is the nearest one. No mark reaches across one of the `lines`. */
function marksOf(dated: readonly TimelineEvent[], at: (day: string) => number, lines: readonly string[]): Mark[] {
  const byLane = new Map<Lane, Mark[]>(lanes.map((lane) => [lane, []]));
  for (const { lane, kind, day } of dated) {
    const marks = byLane.get(lane);
    // The decide-by date is a line through all lanes; an answer is represented by its visit.
    if (!marks || kind === "decideBy" || kind === "answer") continue;
    const last = marks.at(-1);
    const isApart = !last || lines.some((line) => sideOf(last.day, line) !== sideOf(day, line));
    if (!isApart && at(day) - last.at < CLOSEST) marks[marks.length - 1] = joined(last, kind);
    else marks.push({ lane, at: at(day), count: 1, kind, day });
  }
  return [...byLane.values()].flat();
}

function sideOf(day: string, line: string): number {
  return day < line ? -1 : day > line ? 1 : 0;
}

function joined(mark: Mark, kind: TimelineEventKind): Mark {
  return { ...mark, count: mark.count + 1, kind: mark.kind === kind ? kind : null };
}

function spansOf(dated: readonly TimelineEvent[], at: (day: string) => number): Span[] {
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
