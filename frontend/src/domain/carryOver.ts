// Carry-over: what a visit left unanswered goes on to the next one. Nothing is copied and nothing gets a new place: a question
// keeps its words, its rank and its answer, and only belongs to another visit. Answered questions stay where they were answered.
import type { Consultation } from "./consultations";
import type { CaseDoc, Writer } from "./document";
import { type Question, questions } from "./questionEntries";
import { assignQuestion } from "./questions";

export type LeftOver = { visit: Consultation; questions: Question[] };

/** The unanswered questions of a visit, in their own order. */
export function unansweredOf(all: readonly Question[], visit: string): Question[] {
  return all.filter((question) => question.consultation.value === visit && question.answeredAt === null);
}

/** The visits that are over at local time `now` (YYYY-MM-DDTHH:MM) and left questions open, each with those questions. */
export function leftOver(all: readonly Question[], visits: readonly Consultation[], now: string): LeftOver[] {
  return visits
    .filter((visit) => isOver(visit, now))
    .map((visit) => ({ visit, questions: unansweredOf(all, visit.id) }))
    .filter((left) => left.questions.length > 0);
}

/** The visit that comes next for questions of `from`: the earliest one still to come, else one without a date, else none. */
export function visitToCome(visits: readonly Consultation[], from: string, now: string): Consultation | null {
  const ahead = visits.filter((visit) => visit.id !== from && !isOver(visit, now));
  return ahead.find((visit) => visit.when.value !== "") ?? ahead[0] ?? null;
}

/**
 * Moves the unanswered questions of the visit `from` to the visit `to`, or to none, in one change. Doing it twice is doing it
 * once. Returns the ids that moved, so that it can be taken back with `carryBack`.
 */
export function carryOver(doc: CaseDoc, writer: Writer, from: string, to: string | null): string[] {
  if (from === to) return [];
  const moved = unansweredOf(questions(doc), from).map(({ id }) => id);
  assignAll(doc, writer, moved, to);
  return moved;
}

/** Takes a carry-over back: the questions `moved` belong to `from` again, unless they went elsewhere meanwhile. */
export function carryBack(
  doc: CaseDoc,
  writer: Writer,
  moved: readonly string[],
  from: string,
  to: string | null,
): void {
  const still = questions(doc).filter(({ id, consultation }) => moved.includes(id) && consultation.value === to);
  assignAll(
    doc,
    writer,
    still.map(({ id }) => id),
    from,
  );
}

function assignAll(doc: CaseDoc, writer: Writer, ids: readonly string[], to: string | null): void {
  doc.transact(() => {
    for (const id of ids) assignQuestion(doc, writer, id, to);
  });
}

/** Over when the patient said so, or when its day has passed: on the day itself it may still be going on. */
function isOver({ endedAt, when }: Consultation, now: string): boolean {
  return endedAt.value !== "" || (when.value !== "" && when.value.slice(0, 10) < now.slice(0, 10));
}
