// One answer in the journal: when it was written down, by whom, the question, and what the doctor said.

import { tracesOfAnswer } from "../../../domain/changes/traces";
import { answerAt } from "../../../domain/journal/journalLines";
import type { Question } from "../../../domain/questions/questionEntries";
import { messagesFrom } from "../../../i18n";
import { timeText } from "../../../i18n/dates";
import journalWords from "../../../i18n/en/journal.json";
import { addressOf, shownText } from "../../entries/entryNames";
import { authorText, useAuthor } from "../../entries/useAuthor";

const t = messagesFrom(journalWords);

export function AnswerRow({ question }: { question: Question }) {
  const { at, isTimed } = answerAt(question);
  const [first = "", ...others] = question.answerBy;
  const { isMe } = useAuthor(first, (doc) => tracesOfAnswer(doc, question, first));
  return (
    <li class={first === "" || isMe ? "note" : "note note-other"}>
      <a class="note-link" href={addressOf("questions", question.id)}>
        <span class="quiet">
          {isTimed ? `${timeText(at)} · ${t("journal.answer")}` : t("journal.answer")}
          {[first, ...others].filter(Boolean).map((author) => (
            <By key={author} question={question} author={author} />
          ))}
        </span>
        <strong dir="auto">{shownText(question.text)}</strong>
        <span class="note-text" dir="auto">
          {question.answer}
        </span>
      </a>
    </li>
  );
}

/** More than one person may have written an answer. */
function By({ question, author }: { question: Question; author: string }) {
  return <> · {authorText(useAuthor(author, (doc) => tracesOfAnswer(doc, question, author)))}</>;
}
