// Notes: timestamped text that may belong to a visit, and to a question: what a companion heard is a note of their own
// beside the patient's answer, so that the words of two people never mix. Can be edited later; merged when two people
// edit at once.
import { defineKind, type EntryOf } from "../case/defineKind";
import { type CaseDoc, editText, plainText, readField, type Writer, writeField } from "../case/document";
import { changeEntry, newestFirst } from "../case/entries";
import { aside, inner, link, linkOrNull, longText, oneOf } from "../case/fields";
import { here, isSameMinute } from "../days/instants";

export const noteEntries = defineKind(
  "notes",
  {
    text: longText(),
    visit: aside(linkOrNull()),
    // The question that it answers, or "".
    question: aside(link()),
    // Whether it says the same as the answer. Only the patient says so.
    agrees: aside(oneOf(["same", "partly", "different"])),
    editedAt: inner<string | null>(null),
  },
  { order: newestFirst },
);
export type Note = EntryOf<typeof noteEntries>;
/** All notes, newest first. */
export const notes = noteEntries.list;

export function addNote(
  doc: CaseDoc,
  writer: Writer,
  text: string,
  visit: string | null = null,
  question = "",
): string {
  const about = { ...(visit !== null && { visit }), ...(question !== "" && { question }) };
  return noteEntries.add(doc, writer, about, { text });
}

/** What was written down about the question besides its answer, the oldest first. */
export function notesAbout(all: readonly Note[], question: string): Note[] {
  return all.filter((note) => note.question.value === question && note.text.trim() !== "").reverse();
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

/** Whether the same words were written down twice, whatever their case and spaces. What they mean is not compared. */
export function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(words: string): string {
  return words.trim().replace(/\s+/g, " ").toLowerCase();
}
