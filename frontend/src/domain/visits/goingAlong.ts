// Which questions go along to a visit: every open one, unless somebody took it out of that visit or keeps it for
// another visit still to come. Nobody has to choose anything, and taking out holds for one visit only: the next one
// offers it again. An answered question stays with the visit that answered it. Must not copy or move a question: all of
// this is read from the entry.

import type { Question } from "../questions/questionEntries";
import type { Visit } from "./visits";

/** A visit that is looked at, and the other visits still to come, which may keep questions for themselves. */
export type Visiting = { visit: Visit; ahead: ReadonlySet<string> };

/** `now` is local (YYYY-MM-DDTHH:MM), or a day. */
export function visitingOf(visit: Visit, visits: readonly Visit[], now: string): Visiting {
  const ahead = visits.filter((other) => other.id !== visit.id && !isOver(other, now)).map(({ id }) => id);
  return { visit, ahead: new Set(ahead) };
}

/** Over when the patient said so, or when its day has passed: on the day itself it may still be going on. */
export function isOver({ endedAt, when }: Visit, now: string): boolean {
  return endedAt.value !== "" || (when.value !== "" && when.value.slice(0, 10) < now.slice(0, 10));
}

/** The open questions of the visit, in the patient's own order. */
export function goingAlong(all: readonly Question[], visiting: Visiting): Question[] {
  return all.filter((question) => isOpen(question) && goesAlong(question, visiting));
}

/** The open questions that do not go along: what was taken out, and what is kept for another visit. */
export function notAlong(all: readonly Question[], visiting: Visiting): Question[] {
  return all.filter((question) => isOpen(question) && !goesAlong(question, visiting));
}

/** The coming visit that keeps the question for itself, or "". */
export function keptFor(question: Question, { ahead }: Visiting): string {
  const visits = keepersOf(question);
  // If one phone gave it to a visit and another to none, it is free.
  if (visits.includes(null)) return "";
  const isKeeper = (id: string | null) => id !== null && ahead.has(id) && !question.takenOutOf.includes(id);
  return visits.find(isKeeper) ?? "";
}

export function belongsTo(question: Question, visit: string): boolean {
  return keepersOf(question).includes(visit);
}

/** Whether it waits for an answer. One without words does not count: somebody may be about to write it. */
export function isOpen({ answeredAt, text, answer }: Question): boolean {
  return answeredAt === null && `${text}${answer}`.trim() !== "";
}

function goesAlong(question: Question, visiting: Visiting): boolean {
  const { id, endedAt } = visiting.visit;
  if (question.takenOutOf.includes(id)) return false;
  if (belongsTo(question, id) || question.broughtTo.includes(id)) return true;
  // What is written down after the end was not asked there.
  return endedAt.value === "" && keptFor(question, visiting) === "";
}

function keepersOf({ visit }: Question): (string | null)[] {
  return [visit.value, ...visit.others];
}
