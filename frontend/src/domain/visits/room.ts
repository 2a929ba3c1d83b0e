// The questions of one visit in the doctor's room: their order, and what comes next after "Skip" and "Answered,
// next". The patient's own order decides. A question keeps its position while the visit goes on, so that "2 of 8" stays
// true; only what was answered before the visit comes last. Must not skip a question for good.

import { compareInstants } from "../days/instants";
import type { Question } from "../questions/questionEntries";
import { belongsTo, goingAlong, isOpen, type Visiting } from "./goingAlong";
import type { Visit } from "./visits";

export const TOP_THREE = 3;
// If a visit was opened longer ago than this and not ended, that was a look at home, not the beginning. The same
// applies if it was opened this far in the future, by a clock that was ahead.
const LONGEST_VISIT = 8 * 60 * 60 * 1000;

/** The questions in the room: the open ones that go along, in their order, then those that had an answer before it began. */
export function roomOrder(all: readonly Question[], visiting: Visiting): Question[] {
  const open = new Set(goingAlong(all, visiting));
  const { id, startedAt } = visiting.visit;
  const hadAnswer = ({ answeredAt }: Question) =>
    answeredAt !== null && (startedAt.value === "" || compareInstants(answeredAt, startedAt.value) < 0);
  const own = all.filter((question) => open.has(question) || (question.answeredAt !== null && belongsTo(question, id)));
  return [...own.filter((question) => !hadAnswer(question)), ...own.filter(hadAnswer)];
}

/** The first question that waits for an answer, or null. */
export function firstInRoom(order: readonly Question[]): string | null {
  return order.find(isOpen)?.id ?? null;
}

/** The next open question after `at`, wrapping from the end to the beginning; null when no other one is open. */
export function nextInRoom(order: readonly Question[], at: string): string | null {
  const position = order.findIndex(({ id }) => id === at);
  const round = [...order.slice(position + 1), ...order.slice(0, Math.max(position, 0))];
  return round.find(isOpen)?.id ?? null;
}

/** Whether opening the room at the instant `now` is the beginning of the visit. */
export function beginsNow({ startedAt, endedAt }: Pick<Visit, "startedAt" | "endedAt">, now: string): boolean {
  if (startedAt.value === "") return true;
  return endedAt.value === "" && Math.abs(Date.parse(now) - Date.parse(startedAt.value)) > LONGEST_VISIT;
}
