// What the list of questions shows: who is in the top three, which topics there are. A question that has its answer is in nobody's
// top three any more: the next open one takes its place. Pure.
import { type Question, type Topic, topics } from "../../../domain/questionEntries";

export const TOP = 3;
/** Up to so many questions are seen at a glance and need no filter. */
export const FEW = 5;

export type Ranked = { question: Question; place: number };

/** Questions with their place in the whole ranking (1 is the first), narrowed to one topic or to none. */
export function ranked(all: readonly Question[], topic: Topic | null): { top: Ranked[]; rest: Ranked[] } {
  const placed = all.map((question, at) => ({ question, place: at + 1 }));
  const firstOpen = new Set(placed.filter(({ question }) => question.answeredAt === null).slice(0, TOP));
  const shown = placed.filter(({ question }) => topic === null || question.topic.value === topic);
  return { top: shown.filter((one) => firstOpen.has(one)), rest: shown.filter((one) => !firstOpen.has(one)) };
}

/** The topics that are in use, in the order of the domain. */
export function topicsIn(all: readonly Question[]): Topic[] {
  return topics.filter((topic) => all.some((question) => question.topic.value === topic));
}
