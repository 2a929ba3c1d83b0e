// Records: what exists about the illness, who holds it, and whether the patient needs, has asked for, or has it.
import { type CaseDoc, type EntryMap, type Field, readField, type Writer } from "./document";
import { addEntry, type Entry, listDeleted, listEntries, oldestFirst, readEntry, setFields } from "./entries";

export const recordKinds = ["report", "images", "slides", "tests", "letter", "plan", "other"] as const;
export const recordStatuses = ["need", "asked", "have"] as const;
export type RecordKind = (typeof recordKinds)[number];
export type RecordStatus = (typeof recordStatuses)[number];

/** `madeOn`, `askedOn` and `receivedOn` are calendar dates (YYYY-MM-DD) or "". */
export type MedicalRecord = Entry & {
  what: Field;
  kind: Field<RecordKind>;
  holder: Field;
  status: Field<RecordStatus>;
  madeOn: Field;
  askedOn: Field;
  receivedOn: Field;
};
export type RecordFields = {
  what: string;
  kind: RecordKind;
  holder: string;
  status: RecordStatus;
  madeOn: string;
  askedOn: string;
  receivedOn: string;
};

export function addRecord(doc: CaseDoc, writer: Writer, fields: Partial<RecordFields>): string {
  return addEntry(doc, "records", writer, { kind: "report", status: "need", ...fields }, {});
}

export function setRecord(doc: CaseDoc, writer: Writer, id: string, fields: Partial<RecordFields>): void {
  setFields(doc, "records", id, fields, writer);
}

/** All records in the order they were written down. */
export function records(doc: CaseDoc): MedicalRecord[] {
  return listEntries(doc, "records", readRecord, oldestFirst);
}

export function deletedRecords(doc: CaseDoc): MedicalRecord[] {
  return listDeleted(doc, "records", readRecord, oldestFirst);
}

function readRecord(id: string, entry: EntryMap): MedicalRecord {
  return {
    ...readEntry(id, entry),
    what: readField(entry, "what", ""),
    kind: readField<RecordKind>(entry, "kind", "other"),
    holder: readField(entry, "holder", ""),
    status: readField<RecordStatus>(entry, "status", "need"),
    madeOn: readField(entry, "madeOn", ""),
    askedOn: readField(entry, "askedOn", ""),
    receivedOn: readField(entry, "receivedOn", ""),
  };
}
