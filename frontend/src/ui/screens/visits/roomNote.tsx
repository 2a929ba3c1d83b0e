// A quick note during a visit. It is created with its first letter and belongs to the visit from then on. Earlier notes,
// and what a companion wrote, are shown below, without links: nothing leads out of the room.
import { useMemo, useState } from "preact/hooks";
import { addNote, editNote, noteEntries, notes } from "../../../domain/journal/notes";
import { questions } from "../../../domain/questions/questionEntries";
import { messagesFrom } from "../../../i18n";
import { timeText } from "../../../i18n/dates";
import visitWords from "../../../i18n/en/visit.json";
import { TextArea } from "../../components/textField";
import { useNothingLeftBehind } from "../../entries/useEntry";
import { useCaseValue, useOpened } from "../../start/useCase";
import { By } from "../journal/by";
import { RoomHeading } from "./roomHeading";

const t = messagesFrom(visitWords);

export function RoomNote({ visit }: { visit: string }) {
  const opened = useOpened();
  const [id, setId] = useState("");
  const all = useCaseValue(notes);
  const asked = useCaseValue(questions);
  const earlier = useMemo(() => all.filter((note) => note.visit.value === visit && note.id !== id), [all, visit, id]);
  useNothingLeftBehind(noteEntries, id);
  const write = (text: string) => {
    if (id === "") setId(addNote(opened.doc, opened.writer, text, visit));
    else editNote(opened.doc, opened.writer, id, text);
  };
  return (
    <>
      <RoomHeading takesFocus={false} isQuiet>
        {t("visitRoom.noteTitle")}
      </RoomHeading>
      <TextArea
        label={t("visitRoom.noteLabel")}
        hint={t("visitRoom.noteHint")}
        quietLabel
        rows={6}
        value={all.find((note) => note.id === id)?.text ?? ""}
        current={() => notes(opened.doc).find((note) => note.id === id)?.text ?? ""}
        onInput={write}
        autoFocus
      />
      {earlier.length > 0 && (
        <section>
          <h3>{t("visitRoom.notesSoFar")}</h3>
          <ul class="room-notes">
            {earlier.map((note) => (
              <li key={note.id}>
                <p class="quiet">
                  {timeText(note.writtenAt)} · <By note={note} />
                </p>
                {note.question.value !== "" && <b>{asked.find(({ id }) => id === note.question.value)?.text}</b>}
                <p dir="auto">{note.text}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
