// Records: what exists about the illness, who holds it, and whether the patient needs, has asked for, or has it.
import type { CaseDoc, Writer } from "./document";
import { describeKind, type EntryOf } from "./kind";

export const recordKinds = ["report", "images", "slides", "tests", "letter", "plan", "other"] as const;
export const recordStatuses = ["need", "asked", "have"] as const;
export type RecordKind = (typeof recordKinds)[number];
export type RecordStatus = (typeof recordStatuses)[number];

/** `madeOn`, `askedOn` and `receivedOn` are calendar dates (YYYY-MM-DD) or "". */
export type RecordFields = {
  what: string;
  kind: RecordKind;
  holder: string;
  status: RecordStatus;
  madeOn: string;
  askedOn: string;
  receivedOn: string;
};
export type MedicalRecord = EntryOf<RecordFields>;

const empty: RecordFields = {
  what: "",
  kind: "other",
  holder: "",
  status: "need",
  madeOn: "",
  askedOn: "",
  receivedOn: "",
};
export const recordEntries = describeKind<RecordFields>({ kind: "records", fields: empty, said: ["what", "holder"] });

export function addRecord(doc: CaseDoc, writer: Writer, fields: Partial<RecordFields>): string {
  return recordEntries.add(doc, writer, { kind: "report", status: "need", ...fields });
}

export const setRecord = recordEntries.set;
/** All records in the order they were written down. */
export const records = recordEntries.list;

/** The fields to write when the patient says where a record stands: its day is filled in once, and never written over. */
export function fieldsForStatus(record: MedicalRecord, status: RecordStatus, today: string): Partial<RecordFields> {
  if (status === "asked" && record.askedOn.value === "") return { status, askedOn: today };
  if (status === "have" && record.receivedOn.value === "") return { status, receivedOn: today };
  return { status };
}
