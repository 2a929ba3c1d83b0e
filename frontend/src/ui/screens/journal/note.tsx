// One note on its own page: a large text field, the visit it belongs to, and the delete button.
import { useRef } from "preact/hooks";
import { tracesOf } from "../../../domain/changes/traces";
import { assignNote, editNote, type Note, noteEntries } from "../../../domain/journal/notes";
import { messagesFrom } from "../../../i18n";
import { dayText, timeText } from "../../../i18n/dates";
import authorWords from "../../../i18n/en/author.json";
import journalWords from "../../../i18n/en/journal.json";
import { TextArea } from "../../components/textField";
import { VisitSelect } from "../../components/visitSelect";
import { DeleteEntry } from "../../entries/entryEnd";
import { EntryPage } from "../../entries/entryPage";
import { authorText, useAuthor } from "../../entries/useAuthor";
import type { Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { editedText } from "./noteRow";

const t = messagesFrom(authorWords, journalWords);

export function NotePage({ params }: { params: Params }) {
  return (
    <EntryPage of={noteEntries} id={params.id ?? ""} title={t("journal.note")} up="/journal">
      {(note) => (
        <div class="stack">
          <Words note={note} />
          <NoteFacts note={note} />
        </div>
      )}
    </EntryPage>
  );
}

function Words({ note }: { note: Note }) {
  const opened = useOpened();
  const isNew = useRef(note.text === "").current;
  return (
    <TextArea
      label={t("journal.textLabel")}
      quietLabel
      tall
      rows={8}
      value={note.text}
      current={() => noteEntries.find(opened.doc, note.id)?.text ?? note.text}
      onInput={(text) => editNote(opened.doc, opened.writer, note.id, text)}
      autoFocus={isNew}
    />
  );
}

/** What a note has besides its text. */
export function NoteFacts({ note }: { note: Note }) {
  const opened = useOpened();
  const author = useAuthor(note.author, (doc) => tracesOf(doc, "notes", note.id));
  const written = t("author.written", { date: dayText(note.writtenAt), time: timeText(note.writtenAt) });
  const parts = [written, authorText(author), editedText(note)];
  return (
    <>
      <VisitSelect field={note.visit} onChoose={(visit) => assignNote(opened.doc, opened.writer, note.id, visit)} />
      <p class="quiet">{parts.filter(Boolean).join(" · ")}</p>
      <DeleteEntry kind="notes" id={note.id} up="/journal" />
    </>
  );
}
