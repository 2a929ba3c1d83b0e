// What the list of questions shows: the open ones in their order, and the topics in use. An answered question has no
// number: the next open one takes it. Pure.
import { type Question, type Topic, topics } from "../../../domain/questions/questionEntries";

export const TOP = 3;
/** Up to this many questions can be seen at a glance and need no filter. */
export const FEW = 5;

/** An open question: its rank among the open ones (1 is the first), and its index in the whole list. */
export type Ranked = { question: Question; position: number; at: number };

/** The open questions in their order and the answered ones, for one topic or for all. */
export function ranked(all: readonly Question[], topic: Topic | null) {
  const open = openOnes(all);
  const isShown = ({ topic: about }: Question) => topic === null || about.value === topic;
  const shown = open.filter(({ question }) => isShown(question));
  return {
    top: shown.filter(({ position }) => position <= TOP),
    rest: shown.filter(({ position }) => position > TOP),
    answered: all.filter((question) => question.answeredAt !== null && isShown(question)),
  };
}

export function openOnes(all: readonly Question[]): Ranked[] {
  const open = all.flatMap((question, at) => (question.answeredAt === null ? [{ question, at }] : []));
  return open.map((one, nth) => ({ ...one, position: nth + 1 }));
}

/** The topics that are in use, in the order of the domain. */
export function topicsIn(all: readonly Question[]): Topic[] {
  return topics.filter((topic) => all.some((question) => question.topic.value === topic));
}
