// What was written down at a visit, in the order in which it is read back: each question with its answer and with what
// others wrote about it, then the other notes. Nothing is weighed or left out.
import type { CaseDoc } from "../case/document";
import { type Note, notes, notesAbout } from "../journal/notes";
import { type Question, questions } from "../questions/questionEntries";
import { belongsTo } from "./goingAlong";

/** `question` is null for notes about none. */
export type Heard = { question: Question | null; isAnswered: boolean; notes: Note[] };

export function heardAt(doc: CaseDoc, visit: string): Heard[] {
  const all = questions(doc);
  const noted = notes(doc).filter((note) => note.visit.value === visit && note.text.trim() !== "");
  const loose = noted.filter((note) => all.every(({ id }) => id !== note.question.value));
  const asked = all.map((question) => ({
    question,
    isAnswered: belongsTo(question, visit) && question.answer.trim() !== "",
    notes: notesAbout(noted, question.id),
  }));
  return [
    ...asked.filter(({ isAnswered, notes: about }) => isAnswered || about.length > 0),
    ...loose.reverse().map((note) => ({ question: null, isAnswered: false, notes: [note] })),
  ];
}
