// Questions as they are written down, in the order the patient gave them. What is done with them is in questions.ts: the first
// screen needs no more than this.
import { type CaseDoc, type EntryMap, type Field, markedIn, readField, readText, unmarkedIn } from "../case/document";
import { type Entry, listDeleted, listEntries, readEntry } from "../case/entries";

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
export type Topic = (typeof topics)[number];

export type Question = Entry & {
  text: string;
  answer: string;
  answeredAt: string | null;
  topic: Field<Topic>;
  rank: string;
  visit: Field<string | null>;
  /** The idea of the question bank that it came from, or "". */
  bank: string;
  /** What of the case it was made from (a part of an opinion, what is unclear), or "". */
  origin: string;
  /** Visits that it was brought along to, or taken out of, on purpose; where two phones disagree, it comes along. */
  broughtTo: readonly string[];
  takenOutOf: readonly string[];
  /** Who wrote the answer, and the instant it was begun; empty for one of an older version of the app. */
  answerBy: readonly string[];
  answerBegunAt: string;
};

/** The set of visits that the question comes to by what somebody said. */
export const COMES_TO = "comesTo";

/** All questions in the order the patient gave them. */
export function questions(doc: CaseDoc): Question[] {
  return listEntries(doc, "questions", readQuestion, byRank);
}

export function deletedQuestions(doc: CaseDoc): Question[] {
  return listDeleted(doc, "questions", readQuestion, byRank);
}

function readQuestion(id: string, entry: EntryMap): Question {
  return {
    ...readEntry(id, entry),
    text: readText(entry, "text"),
    answer: readText(entry, "answer"),
    answeredAt: readField<string | null>(entry, "answeredAt", null).value,
    topic: readField<Topic>(entry, "topic", "other"),
    rank: readField(entry, "rank", "a0").value,
    visit: readField<string | null>(entry, "visit", null),
    bank: readField(entry, "bank", "").value,
    origin: readField(entry, "origin", "").value,
    broughtTo: markedIn(entry, COMES_TO),
    takenOutOf: unmarkedIn(entry, COMES_TO),
    answerBy: markedIn(entry, "answerBy"),
    answerBegunAt: readField(entry, "answerBegunAt", "").value,
  };
}

function byRank(a: Question, b: Question): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0;
}
