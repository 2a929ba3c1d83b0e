// Notes: timestamped text that belongs to a visit or to none, edited later, merged when two people edit at once.
import {
  type CaseDoc,
  type EntryMap,
  editText,
  type Field,
  plainText,
  readField,
  readText,
  type Writer,
  writeField,
} from "../case/document";
import { addEntry, changeEntry, type Entry, listDeleted, listEntries, newestFirst, readEntry } from "../case/entries";
import { here, isSameMinute } from "../days/instants";

export type Note = Entry & { text: string; visit: Field<string | null>; editedAt: string | null };

export function addNote(doc: CaseDoc, writer: Writer, text: string, visit: string | null = null): string {
  return addEntry(doc, "notes", writer, visit === null ? {} : { visit }, { text });
}

/** Replaces the text by what was typed. The time of editing is kept to the minute, so a burst of typing costs one write. */
export function editNote(doc: CaseDoc, writer: Writer, id: string, text: string): void {
  changeEntry(doc, "notes", id, (entry) => {
    editText(entry, "text", text);
    const last = readField<string>(entry, "editedAt", plainText(entry, "createdAt")).value;
    if (!isSameMinute(last, writer.now())) writeField(entry, "editedAt", here(writer), writer);
  });
}

export function assignNote(doc: CaseDoc, writer: Writer, id: string, visit: string | null): void {
  changeEntry(doc, "notes", id, (entry) => writeField(entry, "visit", visit, writer));
}

/** All notes, newest first. */
export function notes(doc: CaseDoc): Note[] {
  return listEntries(doc, "notes", readNote, newestFirst);
}

export function deletedNotes(doc: CaseDoc): Note[] {
  return listDeleted(doc, "notes", readNote, newestFirst);
}

function readNote(id: string, entry: EntryMap): Note {
  return {
    ...readEntry(id, entry),
    text: readText(entry, "text"),
    visit: readField<string | null>(entry, "visit", null),
    editedAt: readField<string | null>(entry, "editedAt", null).value,
  };
}
