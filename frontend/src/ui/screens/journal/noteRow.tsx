// One note in the journal: when, by whom, and what.

import { tracesOf } from "../../../domain/changes/traces";
import type { Note } from "../../../domain/journal/notes";
import { messagesFrom } from "../../../i18n";
import { dayOfInstant, shortDayText, timeText } from "../../../i18n/dates";
import journalWords from "../../../i18n/en/journal.json";
import { addressOf, shownText } from "../../entries/entryNames";
import { authorText, useAuthor } from "../../entries/useAuthor";
import { today } from "../../start/localNow";

const t = messagesFrom(journalWords);

export function NoteRow({ note }: { note: Note }) {
  const author = useAuthor(note.author, (doc) => tracesOf(doc, "notes", note.id));
  const parts = [timeText(note.writtenAt), authorText(author), editedText(note)];
  return (
    <li class={author.isMe ? "note" : "note note-other"}>
      <a class="note-link" href={addressOf("notes", note.id)}>
        <span class="quiet">{parts.filter(Boolean).join(" · ")}</span>
        <span class="note-text" dir="auto">
          {shownText(note.text)}
        </span>
      </a>
    </li>
  );
}

/** "" while the note is as first written. The day is named when it differs from the note's own. */
export function editedText(note: Note): string {
  if (note.editedAt === null) return "";
  const isSameDay = dayOfInstant(note.writtenAt) === dayOfInstant(note.editedAt);
  return t("journal.edited", { time: isSameDay ? timeText(note.editedAt) : shortDayText(note.editedAt, today()) });
}
