// What a visit left unanswered goes along to the next one by itself. When a visit ends, it keeps those questions as its
// own, so that it still shows where they stayed open; the next visit can still take them. Nothing is copied or moved: a
// question keeps its words, its rank and its answer.

import type { CaseDoc, Writer } from "../case/document";
import { type Question, questions } from "../questions/questionEntries";
import { assignQuestion } from "../questions/questions";
import { belongsTo, goingAlong, isOver, keptFor, type Visiting } from "./goingAlong";
import type { Visit } from "./visits";

/** A question that a visit left open, and the visit that it belonged to before. */
export type LeftOpen = { id: string; before: string | null };

/** Records at the visit what it leaves open; doing it twice changes nothing. Returns what changed, for `takeBack`. */
export function leaveOpen(doc: CaseDoc, writer: Writer, visiting: Visiting): LeftOpen[] {
  const { id: visitId } = visiting.visit;
  const open = goingAlong(questions(doc), visiting);
  const left = open.filter((question) => !belongsTo(question, visitId) && keptFor(question, visiting) === "");
  doc.transact(() => {
    for (const { id } of left) assignQuestion(doc, writer, id, visitId);
  });
  return left.map(({ id, visit }) => ({ id, before: visit.value }));
}

/** The visit goes on: its questions are free again, unless they were answered or given to another visit meanwhile. */
export function takeBack(doc: CaseDoc, writer: Writer, left: readonly LeftOpen[], visitId: string): void {
  const still = questions(doc).filter(({ answeredAt, visit }) => answeredAt === null && visit.value === visitId);
  doc.transact(() => {
    for (const { id, before } of left) {
      if (still.some((question) => question.id === id)) assignQuestion(doc, writer, id, before);
    }
  });
}

/** The visit that is over at local time `now` (YYYY-MM-DDTHH:MM) and left the question open, or null. */
export function leftOpenAt(question: Question, visits: readonly Visit[], now: string): Visit | null {
  if (question.answeredAt !== null) return null;
  return visits.find((visit) => belongsTo(question, visit.id) && isOver(visit, now)) ?? null;
}

/** The visit that comes next for questions of `from`: the earliest one still to come, else one without a date, else none. */
export function visitToCome(visits: readonly Visit[], from: string, now: string): Visit | null {
  const ahead = visits.filter((visit) => visit.id !== from && !isOver(visit, now));
  return ahead.find((visit) => visit.when.value !== "") ?? ahead[0] ?? null;
}
