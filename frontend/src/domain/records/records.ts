// Records: what exists about the illness, who holds it, and whether the patient needs, has asked for, or has it.
import { defineKind, type EntryOf, type ValuesOf } from "../case/defineKind";
import type { CaseDoc, Writer } from "../case/document";
import { day, knownDate, oneOf, words } from "../case/fields";

export const recordKinds = ["report", "images", "slides", "tests", "letter", "plan", "other"] as const;
export const recordStatuses = ["need", "asked", "have"] as const;

export const recordEntries = defineKind("records", {
  what: words(),
  holder: words(),
  status: oneOf(recordStatuses, "need"),
  askedOn: day(),
  receivedOn: day(),
  madeOn: knownDate(),
  kind: oneOf(recordKinds, "report"),
});
export type MedicalRecord = EntryOf<typeof recordEntries>;
export type RecordFields = ValuesOf<typeof recordEntries>;
export type RecordKind = RecordFields["kind"];
export type RecordStatus = RecordFields["status"];

export function addRecord(doc: CaseDoc, writer: Writer, fields: Partial<RecordFields>): string {
  return recordEntries.add(doc, writer, { kind: "report", status: "need", ...fields });
}

export const setRecord = recordEntries.set;
/** All records in the order they were written down. */
export const records = recordEntries.list;

/** The fields to write when the patient changes a record's status: its day is filled in once, never overwritten. */
export function fieldsForStatus(record: MedicalRecord, status: RecordStatus, today: string): Partial<RecordFields> {
  if (status === "asked" && record.askedOn.value === "") return { status, askedOn: today };
  if (status === "have" && record.receivedOn.value === "") return { status, receivedOn: today };
  return { status };
}
