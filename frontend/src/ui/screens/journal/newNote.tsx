// A new note. It is created with its first letter, so that an empty page leaves nothing behind. The address then
// becomes the note's own, without a new screen: the phone's keyboard must not close during typing.

import { useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/documents/book";
import { addNote, editNote, noteEntries, notes } from "../../../domain/journal/notes";
import { visitFacts } from "../../../domain/visits/visitFacts";
import { messagesFrom } from "../../../i18n";
import journalWords from "../../../i18n/en/journal.json";
import { CaseScreen } from "../../components/caseScreen";
import { TextArea } from "../../components/textField";
import { VisitSelect } from "../../components/visitSelect";
import { addressOf } from "../../entries/entryNames";
import { useEntry, useNothingLeftBehind } from "../../entries/useEntry";
import { localNow } from "../../start/localNow";
import { useOpened } from "../../start/useCase";
import { visitGoingOn } from "../visits/visitNow";
import { NoteFacts } from "./note";

const t = messagesFrom(journalWords);

export function NewNote() {
  return (
    <CaseScreen title={t("journal.newNote")} back="/journal">
      <EditorOfCase />
    </CaseScreen>
  );
}

/** Another case means another note. */
function EditorOfCase() {
  return <Editor key={useOpened().id} />;
}

function Editor() {
  const opened = useOpened();
  const [id, setId] = useState("");
  const [visit, setVisit] = useState(() => visitInAddress(opened));
  const note = useEntry(notes, id);
  useNothingLeftBehind(noteEntries, id);
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
      {note ? <NoteFacts note={note} /> : <VisitSelect field={{ value: visit, others: [] }} onChoose={setVisit} />}
    </div>
  );
}

/** "now" comes from the home screen shortcut, which cannot know which visit is going on. */
function visitInAddress({ doc }: OpenCase): string | null {
  const named = new URLSearchParams(location.search).get("visit");
  return named === "now" ? visitGoingOn(visitFacts(doc, localNow())) : named;
}
