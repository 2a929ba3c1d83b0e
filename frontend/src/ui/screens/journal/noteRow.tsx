// One note in the journal: when, by whom, and what.

import { tracesOf } from "../../../domain/changes/traces";
import type { Note } from "../../../domain/journal/notes";
import { questionEntries } from "../../../domain/questions/questionEntries";
import { messagesFrom } from "../../../i18n";
import { dayOfInstant, shortDayText, timeText } from "../../../i18n/dates";
import journalWords from "../../../i18n/en/journal.json";
import { addressOf, shownText } from "../../entries/entryNames";
import { authorText, useAuthor } from "../../entries/useAuthor";
import { today } from "../../start/localNow";
import { useCaseValue } from "../../start/useCase";

const t = messagesFrom(journalWords);

export function NoteRow({ note, day }: { note: Note; day: string }) {
  const asked = useCaseValue((doc) => questionEntries.find(doc, note.question.value)?.text ?? "");
  const author = useAuthor(note.author, (doc) => tracesOf(doc, "notes", note.id));
  const parts = [timeOn(day, note.writtenAt), authorText(author), editedText(note)];
  return (
    <li class={author.isMe ? "note" : "note note-other"}>
      <a class="note-link" href={addressOf("notes", note.id)}>
        <span class="quiet">{parts.filter(Boolean).join(" · ")}</span>
        {asked !== "" && <strong dir="auto">{asked}</strong>}
        <span class="note-text" dir="auto">
          {shownText(note.text)}
        </span>
      </a>
    </li>
  );
}

/** The time; what was written on another day than its group names that day. */
export function timeOn(day: string, at: string): string {
  return dayOfInstant(at) === day ? timeText(at) : shortDayText(at, today());
}

/** "" while the note is as first written. The day is named when it differs from the note's own. */
export function editedText(note: Note): string {
  if (note.editedAt === null) return "";
  const isSameDay = dayOfInstant(note.writtenAt) === dayOfInstant(note.editedAt);
  return t("journal.edited", { time: isSameDay ? timeText(note.editedAt) : shortDayText(note.editedAt, today()) });
}
