// The questions of one visit in the doctor's room: what is asked in which order, and what comes next after "Skip for now" and after
// "Answered, next". The patient's own order rules. A question keeps its place while the visit goes on, so that "2 of 8" stays
// true; only what had its answer before the visit stands at the end. Must not skip a question for good.
import type { Consultation } from "./consultations";
import type { CaseDoc, Writer } from "./document";
import type { Question } from "./questionEntries";
import { assignQuestion } from "./questions";

export const TOP_THREE = 3;
// A visit that was opened and not ended so long ago was a look at home, not the beginning; nor was one that, by a clock that ran
// ahead, is so far to come.
const LONGEST_VISIT = 8 * 60 * 60 * 1000;

/** The questions of the visit: those still open, the top three first, then those that had an answer before `startedAt`. */
export function roomOrder(all: readonly Question[], visit: string, startedAt: string): Question[] {
  const own = all.filter(({ consultation }) => consultation.value === visit);
  const hadAnswer = ({ answeredAt }: Question) => answeredAt !== null && (startedAt === "" || answeredAt < startedAt);
  return [...own.filter((question) => !hadAnswer(question)), ...own.filter(hadAnswer)];
}

/** The first question that waits for an answer, or null. */
export function firstInRoom(order: readonly Question[]): string | null {
  return order.find(isOpen)?.id ?? null;
}

/** The next open question after `at`, round the end to the beginning; null when no other one is open. */
export function nextInRoom(order: readonly Question[], at: string): string | null {
  const place = order.findIndex(({ id }) => id === at);
  const round = [...order.slice(place + 1), ...order.slice(0, Math.max(place, 0))];
  return round.find(isOpen)?.id ?? null;
}

/** The three open questions of the visit that matter most. */
export function topOfVisit(all: readonly Question[], visit: string): Question[] {
  return all.filter((question) => isOpen(question) && question.consultation.value === visit).slice(0, TOP_THREE);
}

/** The open questions that belong to no visit, or to one that is no longer there. */
export function withoutVisit(all: readonly Question[], visits: readonly Consultation[]): Question[] {
  const known = new Set(visits.map(({ id }) => id));
  return all.filter((question) => isOpen(question) && !known.has(question.consultation.value ?? ""));
}

/** Those of the case's top three open questions that belong to no visit yet. */
export function topWithoutVisit(all: readonly Question[], visits: readonly Consultation[]): Question[] {
  const top = new Set(all.filter(isOpen).slice(0, TOP_THREE));
  return withoutVisit(all, visits).filter((question) => top.has(question));
}

/** Takes questions along to a visit, as one change. */
export function takeAlong(doc: CaseDoc, writer: Writer, taken: readonly Question[], visit: string): void {
  doc.transact(() => {
    for (const { id } of taken) assignQuestion(doc, writer, id, visit);
  });
}

/** Whether opening the room at the instant `now` is the beginning of the visit. */
export function beginsNow({ startedAt, endedAt }: Pick<Consultation, "startedAt" | "endedAt">, now: string): boolean {
  if (startedAt.value === "") return true;
  return endedAt.value === "" && Math.abs(Date.parse(now) - Date.parse(startedAt.value)) > LONGEST_VISIT;
}

function isOpen({ answeredAt }: Question): boolean {
  return answeredAt === null;
}
