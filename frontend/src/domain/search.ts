// Search over one case, on the phone. Finds every entry that holds all the words, whatever their case or accents.
import { consultations } from "./consultations";
import type { CaseDoc } from "./document";
import type { EntryKind } from "./entries";
import { medicineList } from "./medicines";
import { notes } from "./notes";
import { questions } from "./questions";
import { records } from "./records";

export type Hit = { kind: EntryKind; id: string; text: string; createdAt: string };

/** Entries that hold every word of `query`, newest first. An empty query finds nothing. */
export function searchCase(doc: CaseDoc, query: string): Hit[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return hitsOf(doc)
    .filter((hit) => {
      const text = folded(hit.text);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

function hitsOf(doc: CaseDoc): Hit[] {
  const medicines = medicineList(doc);
  return [
    ...notes(doc).map((note) => hit("notes", note, note.text)),
    ...questions(doc).map((question) => hit("questions", question, question.text, question.answer)),
    ...records(doc).map((record) => hit("records", record, record.what.value, record.holder.value)),
    ...consultations(doc).map((visit) => hit("consultations", visit, visit.who.value, visit.where.value)),
    ...(medicines.state === "listed" ? medicines.medicines : []).map((medicine) =>
      hit("medicines", medicine, medicine.name.value, medicine.dose.value, medicine.howOften.value),
    ),
  ];
}

function hit(kind: EntryKind, entry: { id: string; createdAt: string }, ...texts: string[]): Hit {
  return { kind, id: entry.id, createdAt: entry.createdAt, text: texts.filter(Boolean).join(" · ") };
}

function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLocaleLowerCase();
}
