// The question bank: ideas by topic, and the reasons that each follows from. Their texts are among the messages. A
// question that was added is the patient's own from then on, to edit, rank and delete.

import type { CaseDoc, Writer } from "../case/document";
import type { ReasonName } from "../reasons/reasons";
import { type Question, questions, type Topic, topics } from "./questionEntries";
import { addQuestion } from "./questions";

type Idea = { id: string; topic: Topic; reasons: readonly ReasonName[] };

export const bank = [
  { id: "name", topic: "diagnosis", reasons: ["uncertain"] },
  { id: "sure", topic: "diagnosis", reasons: ["doubts", "uncertain"] },
  { id: "else", topic: "diagnosis", reasons: ["doubts", "uncertain"] },
  { id: "test", topic: "diagnosis", reasons: ["uncertain", "persisting"] },
  { id: "course", topic: "diagnosis", reasons: [] },
  { id: "slides", topic: "diagnosis", reasons: ["uncertain"] },
  { id: "all", topic: "options", reasons: ["options-unclear"] },
  { id: "aim", topic: "options", reasons: ["options-unclear", "life-altering"] },
  { id: "why", topic: "options", reasons: ["doubts", "options-unclear", "life-altering"] },
  { id: "team", topic: "options", reasons: ["complex"] },
  { id: "often", topic: "options", reasons: ["subspecialty", "complex"] },
  { id: "change", topic: "options", reasons: ["doubts"] },
  { id: "wrong", topic: "risks", reasons: ["life-altering"] },
  { id: "lasting", topic: "risks", reasons: ["life-altering"] },
  { id: "sideEffects", topic: "risks", reasons: [] },
  { id: "me", topic: "risks", reasons: ["complex"] },
  { id: "together", topic: "risks", reasons: ["complex"] },
  { id: "likely", topic: "benefits", reasons: ["life-altering", "options-unclear"] },
  { id: "better", topic: "benefits", reasons: [] },
  { id: "soon", topic: "benefits", reasons: ["persisting"] },
  { id: "stay", topic: "benefits", reasons: [] },
  { id: "each", topic: "alternatives", reasons: ["options-unclear"] },
  { id: "smaller", topic: "alternatives", reasons: ["life-altering"] },
  { id: "still", topic: "alternatives", reasons: ["persisting"] },
  { id: "trial", topic: "alternatives", reasons: ["persisting"] },
  { id: "none", topic: "alternatives", reasons: ["life-altering"] },
  { id: "rightAway", topic: "waiting", reasons: ["life-altering"] },
  { id: "wait", topic: "waiting", reasons: ["options-unclear"] },
  { id: "byWhen", topic: "waiting", reasons: ["doubts", "life-altering"] },
  { id: "signs", topic: "waiting", reasons: ["persisting"] },
  { id: "meanwhile", topic: "waiting", reasons: [] },
  { id: "pay", topic: "cost", reasons: [] },
  { id: "plan", topic: "cost", reasons: [] },
  { id: "second", topic: "cost", reasons: [] },
  { id: "rest", topic: "practical", reasons: [] },
  { id: "home", topic: "practical", reasons: [] },
  { id: "days", topic: "practical", reasons: ["life-altering"] },
  { id: "call", topic: "practical", reasons: ["communication"] },
  { id: "written", topic: "practical", reasons: ["communication"] },
  { id: "record", topic: "practical", reasons: ["communication"] },
  { id: "again", topic: "other", reasons: ["communication"] },
  { id: "back", topic: "other", reasons: ["communication"] },
  { id: "worry", topic: "other", reasons: ["not-heard"] },
  { id: "fear", topic: "other", reasons: ["not-heard"] },
  { id: "expert", topic: "other", reasons: ["subspecialty", "complex"] },
  { id: "another", topic: "other", reasons: ["doubts"] },
] as const satisfies readonly Idea[];
export type BankQuestion = (typeof bank)[number];
export type BankId = BankQuestion["id"];

/** The bank by topic, in the order of the topics. */
export function bankByTopic(): { topic: Topic; ideas: BankQuestion[] }[] {
  return topics.map((topic) => ({ topic, ideas: bank.filter((idea) => idea.topic === topic) }));
}

/** What follows from these reasons, each idea once, in the order of the bank. */
export function suggestedFor(reasons: readonly ReasonName[]): BankQuestion[] {
  return bank.filter((idea) => idea.reasons.some((reason) => reasons.includes(reason)));
}

/** The question that came from this idea, or that has the same words. */
export function addedFrom(all: readonly Question[], id: BankId, words: string): Question | null {
  return all.find((question) => question.bank === id || question.text.trim() === words) ?? null;
}

/** Adds the ideas that are not there yet, at the end of the ranking. Returns the ids of the new questions. */
export function addFromBank(
  doc: CaseDoc,
  writer: Writer,
  ideas: readonly BankQuestion[],
  wordsOf: (id: BankId) => string,
): string[] {
  // One change each: within one change the previous question would not be ranked yet, and its rank would be given
  // twice.
  return ideas
    .filter(({ id }) => addedFrom(questions(doc), id, wordsOf(id)) === null)
    .map(({ id, topic }) => addQuestion(doc, writer, wordsOf(id), topic, id));
}
