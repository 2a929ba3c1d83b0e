// The lines of the journal: notes, and what doctors answered, newest first. An answer is not copied into a note: it
// stays in its question, and the journal shows it with its own time and author.

import { compareInstants } from "../days/instants";
import type { Question } from "../questions/questionEntries";
import type { Note } from "./notes";

/** `at` is an instant, in local time if known. `isTimed`: false for an answer of an older version, without a time. */
export type JournalLine = { id: string; at: string; isTimed: boolean; visit: string | null } & (
  | { kind: "note"; note: Note }
  | { kind: "answer"; question: Question }
);

/** `newestFirst` comes from notes(). Both lists keep their order, so that thousands of notes are not sorted again. */
export function journalLines(newestFirst: readonly Note[], questions: readonly Question[]): JournalLine[] {
  const answers = questions.filter(({ answer }) => answer.trim() !== "").map(lineOfAnswer);
  answers.sort((a, b) => compareInstants(b.at, a.at));
  let next = 0;
  const lines = newestFirst.flatMap((note): JournalLine[] => {
    const from = next;
    while (compareInstants(answers[next]?.at ?? "", note.createdAt) > 0) next += 1;
    const { id, writtenAt: at, visit } = note;
    return [...answers.slice(from, next), { kind: "note", id, at, isTimed: true, visit: visit.value, note }];
  });
  return [...lines, ...answers.slice(next)];
}

/** When the answer was begun, else when its question was ticked, else only that it came after the question. */
export function answerAt({ answerBegunAt, answeredAt, writtenAt }: Question): { at: string; isTimed: boolean } {
  const at = answerBegunAt || answeredAt || "";
  return at === "" ? { at: writtenAt, isTimed: false } : { at, isTimed: true };
}

function lineOfAnswer(question: Question): JournalLine {
  return { kind: "answer", id: question.id, ...answerAt(question), visit: question.visit.value, question };
}
