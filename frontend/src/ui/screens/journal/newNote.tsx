// A new note. It comes into being with its first letter, so an empty page leaves nothing behind. The address then becomes
// the note's own, without a new screen: the keyboard of the phone must not close under the person's fingers.
import { useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import { addNote, editNote, notes } from "../../../domain/journal/notes";
import { visitFacts } from "../../../domain/visits/visitFacts";
import { messagesFrom } from "../../../i18n";
import journalWords from "../../../i18n/en/journal.json";
import { CaseScreen } from "../../components/caseScreen";
import { TextArea } from "../../components/textField";
import { VisitSelect } from "../../components/visitSelect";
import { addressOf } from "../../entries/entryNames";
import { useEntry, useNothingLeftBehind } from "../../entries/useEntry";
import { localNow } from "../../start/localNow";
import { visitGoingOn } from "../visits/visitNow";
import { NoteFacts } from "./note";

const t = messagesFrom(journalWords);

export function NewNote() {
  return (
    <CaseScreen title={t("journal.newNote")} back="/journal">
      {(opened) => <Editor key={opened.id} opened={opened} />}
    </CaseScreen>
  );
}

function Editor({ opened }: { opened: OpenCase }) {
  const [id, setId] = useState("");
  const [visit, setVisit] = useState(() => visitInAddress(opened));
  const note = useEntry(opened, notes, id);
  useNothingLeftBehind("notes", id, (doc) => notes(doc).every((one) => one.id !== id || one.text.trim() !== ""));
  const write = (text: string) => {
    if (id !== "") return editNote(opened.doc, opened.writer, id, text);
    const added = addNote(opened.doc, opened.writer, text, visit);
    history.replaceState(history.state, "", addressOf("notes", added));
    setId(added);
  };
  return (
    <div class="stack">
      <TextArea
        label={t("journal.textLabel")}
        quietLabel
        hint={t("journal.textHint")}
        tall
        rows={8}
        value={note?.text ?? ""}
        current={() => notes(opened.doc).find((one) => one.id === id)?.text ?? ""}
        onInput={write}
        autoFocus
      />
      {note ? (
        <NoteFacts opened={opened} note={note} />
      ) : (
        <VisitSelect opened={opened} field={{ value: visit, others: [] }} onChoose={setVisit} />
      )}
    </div>
  );
}

/** "now" is what the shortcut of the home screen asks for: it cannot know which visit goes on. */
function visitInAddress({ doc }: OpenCase): string | null {
  const named = new URLSearchParams(location.search).get("visit");
  return named === "now" ? visitGoingOn(visitFacts(doc, localNow())) : named;
}
