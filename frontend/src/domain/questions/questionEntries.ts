// Questions as they are stored, in the patient's order. What can be done with them is in questions.ts: the first screen
// needs no more than this.
import { defineKind, type EntryOf, type ValuesOf } from "../case/defineKind";
import { aside, inner, linkOrNull, longText, marks, oneOf, takenOutOf } from "../case/fields";

export const topics = [
  "diagnosis",
  "options",
  "risks",
  "benefits",
  "alternatives",
  "waiting",
  "cost",
  "practical",
  "other",
] as const;
/** The set of visits to which somebody said that the question goes along. */
export const COMES_TO = "comesTo";

export const questionEntries = defineKind(
  "questions",
  {
    text: longText(),
    answer: longText(),
    answeredAt: inner<string | null>(null),
    topic: aside(oneOf(topics, "other")),
    rank: inner<string>("a0"),
    visit: aside(linkOrNull()),
    // The idea of the question bank that it came from, or "".
    bank: inner<string>(""),
    // What in the case it was made from (a part of an opinion, a line of what is unclear), or "".
    origin: inner<string>(""),
    // Visits to which it was added, or from which it was taken out, on purpose; if two phones disagree, it goes along.
    broughtTo: aside(marks(COMES_TO)),
    takenOutOf: aside(takenOutOf(COMES_TO)),
    // Who wrote the answer, and when it was begun; empty for an answer from an older version of the app.
    answerBy: aside(marks()),
    answerBegunAt: inner<string>(""),
  },
  { order: byRank },
);
export type Question = EntryOf<typeof questionEntries>;
export type Topic = ValuesOf<typeof questionEntries>["topic"];

/** All questions in the patient's order. */
export const questions = questionEntries.list;

function byRank(a: { rank: string }, b: { rank: string }): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0;
}
