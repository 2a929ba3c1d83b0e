import { expect } from "vitest";
import type { CaseDoc, Writer } from "../../../src/domain/case/document";
import { addNote } from "../../../src/domain/journal/notes";
import { type Opinion, opinions } from "../../../src/domain/opinions/opinionEntries";
import type { Topic } from "../../../src/domain/questions/questionEntries";
import { addQuestion, editAnswer } from "../../../src/domain/questions/questions";
import { openOpinion } from "../../../src/domain/visits/afterVisit";
import { addVisit, type Visit, visits } from "../../../src/domain/visits/visits";
import { exchange, twoPhones } from "./twoDocs";

export const TODAY = "2026-12-03";

export const words = { what: "Talk it over", points: "How do you see it?", dueOn: "" };

export function visitIn(doc: CaseDoc): Visit {
  return visits(doc)[0] ?? expect.fail("no visit");
}

export function only(doc: CaseDoc): Opinion {
  expect(opinions(doc)).toHaveLength(1);
  return opinions(doc)[0] ?? expect.fail("no opinion");
}

export function answer(doc: CaseDoc, writer: Writer, topic: Topic, text: string, said: string): string {
  const id = addQuestion(doc, writer, text, topic);
  editAnswer(doc, writer, id, said, visitIn(doc).id);
  return id;
}

/** A second opinion's visit with three answers and a note, known to both phones. */
export function aVisit() {
  const { ana, ben, byAna, byBen } = twoPhones();
  addVisit(ana, byAna, { who: "Dr Lindqvist", when: `${TODAY}T10:30`, part: "second" });
  answer(ana, byAna, "diagnosis", "What is it?", "A torn meniscus.");
  answer(ana, byAna, "waiting", "What if I wait?", "Nothing bad for 12 weeks.");
  answer(ana, byAna, "other", "May I kneel?", "Yes.\n\nOn a cushion.");
  addNote(ana, byAna, "She bent both knees.", visitIn(ana).id);
  exchange(ana, ben);
  const open = (doc: CaseDoc, writer: Writer) => openOpinion(doc, writer, visitIn(doc), TODAY);
  return { ana, ben, byAna, byBen, open };
}
