// Notes: timestamped text that may belong to a visit. Can be edited later; merged when two people edit at once.
import { defineKind, type EntryOf } from "../case/defineKind";
import { type CaseDoc, editText, plainText, readField, type Writer, writeField } from "../case/document";
import { changeEntry, newestFirst } from "../case/entries";
import { aside, inner, linkOrNull, longText } from "../case/fields";
import { here, isSameMinute } from "../days/instants";

export const noteEntries = defineKind(
  "notes",
  { text: longText(), visit: aside(linkOrNull()), editedAt: inner<string | null>(null) },
  { order: newestFirst },
);
export type Note = EntryOf<typeof noteEntries>;
/** All notes, newest first. */
export const notes = noteEntries.list;

export function addNote(doc: CaseDoc, writer: Writer, text: string, visit: string | null = null): string {
  return noteEntries.add(doc, writer, visit === null ? {} : { visit }, { text });
}

/** Replaces the text with what was typed. The edit time is kept to the minute: a burst of typing writes it once. */
export function editNote(doc: CaseDoc, writer: Writer, id: string, text: string): void {
  changeEntry(doc, "notes", id, (entry) => {
    editText(entry, "text", text);
    const last = readField<string>(entry, "editedAt", plainText(entry, "createdAt")).value;
    if (!isSameMinute(last, writer.now())) writeField(entry, "editedAt", here(writer), writer);
  });
}

export function assignNote(doc: CaseDoc, writer: Writer, id: string, visit: string | null): void {
  noteEntries.set(doc, writer, id, { visit });
}
