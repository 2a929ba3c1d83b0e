// The lines of the journal, newest first: notes, what doctors answered, and what each of them said. Nothing is copied:
// a line shows its entry, with its own time and author. What others wrote about a question stands with its answer.

import { compareInstants } from "../days/instants";
import type { Opinion } from "../opinions/opinionEntries";
import type { Question } from "../questions/questionEntries";
import { type Note, notesAbout } from "./notes";

/** `at` is an instant, in local time if known. `isTimed`: false for an answer of an older version, without a time. */
export type JournalLine = { id: string; at: string; isTimed: boolean; visit: string | null } & (
  | { kind: "note"; note: Note }
  | { kind: "answer"; question: Question; about: Note[] }
  | { kind: "opinion"; opinion: Opinion }
);

/** `newestFirst` comes from notes(). It keeps its order, so that thousands of notes are not sorted again. */
export function journalLines(
  newestFirst: readonly Note[],
  questions: readonly Question[],
  opinions: readonly Opinion[] = [],
): JournalLine[] {
  const answered = questions.filter(({ answer }) => answer.trim() !== "");
  const linked = newestFirst.filter(({ question }) => question.value !== "");
  const others = [
    ...answered.map((question) => lineOfAnswer(question, notesAbout(linked, question.id))),
    ...opinions.map(lineOfOpinion),
  ].sort((a, b) => compareInstants(b.at, a.at));
  const told = new Set(answered.map(({ id }) => id));
  let next = 0;
  const lines = newestFirst
    .filter(({ question }) => !told.has(question.value))
    .flatMap((note): JournalLine[] => {
      const from = next;
      while (compareInstants(others[next]?.at ?? "", note.createdAt) > 0) next += 1;
      const { id, writtenAt: at, visit } = note;
      return [...others.slice(from, next), { kind: "note", id, at, isTimed: true, visit: visit.value, note }];
    });
  return [...lines, ...others.slice(next)];
}

/** When the answer was begun, else when its question was ticked, else only that it came after the question. */
export function answerAt({ answerBegunAt, answeredAt, writtenAt }: Question): { at: string; isTimed: boolean } {
  const at = answerBegunAt || answeredAt || "";
  return at === "" ? { at: writtenAt, isTimed: false } : { at, isTimed: true };
}

function lineOfAnswer(question: Question, about: Note[]): JournalLine {
  return { kind: "answer", id: question.id, ...answerAt(question), visit: question.visit.value, question, about };
}

function lineOfOpinion(opinion: Opinion): JournalLine {
  const { id, writtenAt: at, visit } = opinion;
  return { kind: "opinion", id, at, isTimed: true, visit: visit.value || null, opinion };
}
