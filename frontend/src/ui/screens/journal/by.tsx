// Who wrote something, as words in a line. More than one person may have written an answer.
import type { CaseDoc } from "../../../domain/case/document";
import type { Trace } from "../../../domain/changes/signers";
import { tracesOf, tracesOfAnswer } from "../../../domain/changes/traces";
import type { Note } from "../../../domain/journal/notes";
import type { Question } from "../../../domain/questions/questionEntries";
import { type Author, authorText, useAuthors } from "../../entries/useAuthor";

export function By({ note }: { note: Note }) {
  return <>{useAuthorsOf(note).map(authorText).join(" · ")}</>;
}

/** The authors of a note, or of the answer to a question. */
export function useAuthorsOf(of: Note | Question): Author[] {
  const isAnswer = "answerBy" in of;
  const traces = (doc: CaseDoc, author: string): Trace[] =>
    isAnswer ? tracesOfAnswer(doc, of, author) : tracesOf(doc, "notes", of.id);
  return useAuthors(() =>
    (isAnswer ? of.answerBy : [of.author]).map((author) => [author, (doc) => traces(doc, author)]),
  );
}
