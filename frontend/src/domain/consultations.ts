// Consultations: who, where, when. Notes and questions point to one by its id.
import { type CaseDoc, type EntryMap, type Field, readField, type Writer } from "./document";
import { addEntry, type Entry, listDeleted, listEntries, readEntry, setFields } from "./entries";

/** `when` is local clock time at the clinic, YYYY-MM-DDTHH:MM, or "" while no date is known. */
export type Consultation = Entry & { who: Field; where: Field; when: Field };
export type ConsultationFields = { who: string; where: string; when: string };

export function addConsultation(doc: CaseDoc, writer: Writer, fields: Partial<ConsultationFields>): string {
  return addEntry(doc, "consultations", writer, { ...fields }, {});
}

export function setConsultation(doc: CaseDoc, writer: Writer, id: string, fields: Partial<ConsultationFields>): void {
  setFields(doc, "consultations", id, fields, writer);
}

/** All consultations by date; those without a date come last. */
export function consultations(doc: CaseDoc): Consultation[] {
  return listEntries(doc, "consultations", readConsultation, byDate);
}

export function deletedConsultations(doc: CaseDoc): Consultation[] {
  return listDeleted(doc, "consultations", readConsultation, byDate);
}

function readConsultation(id: string, entry: EntryMap): Consultation {
  return {
    ...readEntry(id, entry),
    who: readField(entry, "who", ""),
    where: readField(entry, "where", ""),
    when: readField(entry, "when", ""),
  };
}

function byDate(a: Consultation, b: Consultation): number {
  const left = a.when.value || "9999";
  const right = b.when.value || "9999";
  return left < right ? -1 : left > right ? 1 : 0;
}
