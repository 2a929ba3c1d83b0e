// Ideas for questions as rows: "Add" while the idea is not on the list, and a link to the question once it is.
import { Check, Plus } from "lucide-preact";
import type { OpenCase } from "../../../cases/documents/book";
import { deleteEntry } from "../../../domain/case/entries";
import { addedFrom, addFromBank, type BankId, type BankQuestion } from "../../../domain/questions/questionBank";
import { type Question, questions } from "../../../domain/questions/questionEntries";
import { messagesFrom } from "../../../i18n";
import questionsWords from "../../../i18n/en/questions.json";
import { addressOf } from "../../entries/entryNames";
import { Icon } from "../../start/components/icon";
import { offerUndo } from "../../start/undo";
import { useCaseValue, useOpened } from "../../start/useCase";
import { useKeptFocus } from "./keptFocus";
import "./bank.css";

const t = messagesFrom(questionsWords);

type Props = { ideas: readonly BankQuestion[] };

export function BankRows({ ideas }: Props) {
  const opened = useOpened();
  const all = useCaseValue(questions);
  return (
    <ul class="bank">
      {ideas.map((idea) => (
        <BankRow
          key={idea.id}
          text={ideaWords(idea.id)}
          added={addedFrom(all, idea.id, ideaWords(idea.id))}
          onAdd={() => addIdeas(opened, [idea])}
        />
      ))}
    </ul>
  );
}

/** Puts the ideas on the list and offers to undo it. */
export function addIdeas(opened: OpenCase, ideas: readonly BankQuestion[]): void {
  const added = addFromBank(opened.doc, opened.writer, ideas, ideaWords);
  offerUndo(t("bank.added", { count: added.length }), () => {
    for (const id of added) deleteEntry(opened.doc, "questions", id, opened.writer);
  });
}

export function ideaWords(id: BankId): string {
  return t(`bank.ideas.${id}`);
}

function BankRow({ text, added, onAdd }: { text: string; added: Question | null; onAdd: () => void }) {
  const row = useKeptFocus<HTMLLIElement>();
  return (
    <li class="bank-row" ref={row}>
      <span class="bank-words">{text}</span>
      {added === null ? (
        <button type="button" class="bank-add" aria-label={t("bank.addOf", { text })} onClick={onAdd}>
          <Icon of={Plus} />
          {t("bank.add")}
        </button>
      ) : (
        <a class="bank-there" href={addressOf("questions", added.id)} aria-label={t("bank.thereOf", { text })}>
          <Icon of={Check} small />
          {t("bank.there")}
        </a>
      )}
    </li>
  );
}
