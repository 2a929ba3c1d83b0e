// What this person wrote down about a question. The patient's words are the answer itself; a companion's are a note of
// their own beside it, so that two people who hear different things never write into each other's words.
import { addNote, editNote, type Note, notes } from "../../../domain/journal/notes";
import { type Question, questionEntries } from "../../../domain/questions/questionEntries";
import { editAnswer } from "../../../domain/questions/questions";
import { useBook } from "../../start/useBook";
import { companionshipIn, useCaseValue, useOpened } from "../../start/useCase";

type OwnAnswer = { value: string; current: () => string; onInput: (text: string) => void };

export function useOwnAnswer({ id, answer }: Question, visit: string): OwnAnswer {
  const opened = useOpened();
  const { doc, writer } = opened;
  const book = useBook();
  const isMine = ({ question, visit: at, author }: Note) =>
    question.value === id && at.value === visit && book?.isMe(author) === true;
  const mine = () => notes(doc).find(isMine);
  const own = useCaseValue(mine);
  if (!book || companionshipIn(book, opened) === null) {
    return {
      value: answer,
      current: () => questionEntries.find(doc, id)?.answer ?? answer,
      onInput: (text) => editAnswer(doc, writer, id, text, visit),
    };
  }
  return {
    value: own?.text ?? "",
    current: () => mine()?.text ?? "",
    onInput: (text) => {
      const there = mine();
      if (there) editNote(doc, writer, there.id, text);
      else addNote(doc, writer, text, visit, id);
    },
  };
}
