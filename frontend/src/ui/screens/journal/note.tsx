// One note on its own page: a large place to write, the visit it belongs to, and the way to delete it.
import type { OpenCase } from "../../../cases/book";
import { tracesOf } from "../../../domain/changes/traces";
import { assignNote, editNote, type Note, notes } from "../../../domain/journal/notes";
import { messagesFrom } from "../../../i18n";
import { dayText, timeText } from "../../../i18n/dates";
import authorWords from "../../../i18n/en/author.json";
import journalWords from "../../../i18n/en/journal.json";
import { CaseScreen } from "../../components/caseScreen";
import { TextArea } from "../../components/textField";
import { VisitSelect } from "../../components/visitSelect";
import { DeleteEntry, EntryGone } from "../../entries/entryEnd";
import { authorText, useAuthor } from "../../entries/useAuthor";
import { useEntry, useNothingLeftBehind } from "../../entries/useEntry";
import type { Params } from "../../start/route";
import { editedText } from "./noteRow";

const t = messagesFrom(authorWords, journalWords);

export function NotePage({ params }: { params: Params }) {
  return (
    <CaseScreen title={t("journal.note")} back="/journal">
      {(opened) => <ExistingNote opened={opened} id={params.id ?? ""} />}
    </CaseScreen>
  );
}

function ExistingNote({ opened, id }: { opened: OpenCase; id: string }) {
  const note = useEntry(opened, notes, id);
  useNothingLeftBehind("notes", id, (doc) => notes(doc).every((one) => one.id !== id || one.text.trim() !== ""));
  if (note === null) return <EntryGone kind="notes" id={id} />;
  return (
    <div class="stack">
      <TextArea
        label={t("journal.textLabel")}
        quietLabel
        tall
        rows={8}
        value={note.text}
        current={() => notes(opened.doc).find((one) => one.id === id)?.text ?? note.text}
        onInput={(text) => editNote(opened.doc, opened.writer, id, text)}
        autoFocus={note.text === ""}
      />
      <NoteFacts opened={opened} note={note} />
    </div>
  );
}

/** What a note has besides its text. */
export function NoteFacts({ opened, note }: { opened: OpenCase; note: Note }) {
  const author = useAuthor(note.author, (doc) => tracesOf(doc, "notes", note.id));
  const written = t("author.written", { date: dayText(note.writtenAt), time: timeText(note.writtenAt) });
  const parts = [written, authorText(author), editedText(note)];
  return (
    <>
      <VisitSelect
        opened={opened}
        field={note.visit}
        onChoose={(visit) => assignNote(opened.doc, opened.writer, note.id, visit)}
      />
      <p class="quiet">{parts.filter(Boolean).join(" · ")}</p>
      <DeleteEntry kind="notes" id={note.id} up="/journal" />
    </>
  );
}
