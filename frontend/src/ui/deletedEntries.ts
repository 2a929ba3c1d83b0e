// Everything in a case that was deleted and can come back. Entries that never held a word are left out.
import { deletedConsultations } from "../domain/consultations";
import type { CaseDoc } from "../domain/document";
import type { Entry, EntryKind } from "../domain/entries";
import { deletedMedicines } from "../domain/medicines";
import { deletedNotes } from "../domain/notes";
import { deletedQuestions } from "../domain/questions";
import { deletedRecords } from "../domain/records";

export type Deleted = { kind: EntryKind; id: string; text: string; deletedAt: string };

/** Last deleted first. */
export function deletedEntries(doc: CaseDoc): Deleted[] {
  return allDeleted(doc)
    .filter((entry) => entry.text !== "")
    .sort((a, b) => (a.deletedAt < b.deletedAt ? 1 : -1));
}

/** Whether the entry is one that was deleted, as opposed to one that this phone does not know. */
export function isDeleted(doc: CaseDoc, kind: EntryKind, id: string): boolean {
  return allDeleted(doc).some((entry) => entry.kind === kind && entry.id === id);
}

function allDeleted(doc: CaseDoc): Deleted[] {
  return [
    ...deletedNotes(doc).map((note) => deleted("notes", note, note.text)),
    ...deletedQuestions(doc).map((question) => deleted("questions", question, question.text, question.answer)),
    ...deletedRecords(doc).map((record) => deleted("records", record, record.what.value, record.holder.value)),
    ...deletedMedicines(doc).map((taken) =>
      deleted("medicines", taken, taken.name.value, taken.dose.value, taken.howOften.value),
    ),
    ...deletedConsultations(doc).map((visit) =>
      deleted("consultations", visit, visit.who.value, visit.where.value, visit.when.value),
    ),
  ];
}

function deleted(kind: EntryKind, entry: Entry, ...texts: string[]): Deleted {
  const text = texts.filter((part) => part.trim() !== "").join(" · ");
  return { kind, id: entry.id, text, deletedAt: entry.deletedAt ?? "" };
}
