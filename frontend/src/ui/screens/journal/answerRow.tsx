// One answer in the journal: when it was written down, by whom, the question, what the doctor said, and what others
// heard.

import { answerAt } from "../../../domain/journal/journalLines";
import type { Note } from "../../../domain/journal/notes";
import type { Question } from "../../../domain/questions/questionEntries";
import { messagesFrom } from "../../../i18n";
import journalWords from "../../../i18n/en/journal.json";
import { addressOf, shownText } from "../../entries/entryNames";
import { authorText } from "../../entries/useAuthor";
import { BothWrote } from "./bothWrote";
import { useAuthorsOf } from "./by";
import { timeOn } from "./noteRow";

const t = messagesFrom(journalWords);

export function AnswerRow({ question, about, day }: { question: Question; about: readonly Note[]; day: string }) {
  const { at, isTimed } = answerAt(question);
  const authors = useAuthorsOf(question);
  const parts = [isTimed ? timeOn(day, at) : "", t("journal.answer"), ...authors.map(authorText)];
  return (
    <li class={authors[0]?.isMe === false ? "note note-other" : "note"}>
      <a class="note-link" href={addressOf("questions", question.id)}>
        <span class="quiet">{parts.filter(Boolean).join(" · ")}</span>
        <strong dir="auto">{shownText(question.text)}</strong>
        {about.length === 0 && (
          <span class="note-text" dir="auto">
            {question.answer}
          </span>
        )}
      </a>
      {about.map((note) => (
        <BothWrote key={note.id} question={question} note={note} />
      ))}
    </li>
  );
}
