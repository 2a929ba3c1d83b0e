// Records: what exists about the illness, who holds it, and whether the patient needs, has asked for, or has it.
import type { CaseDoc, Field, Scalar, Writer } from "../case/document";
import { describeKind, type EntryOf, valuesOf } from "../case/kind";

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

/** Whether nobody has said anything of it: no words, no day, not where it stands, not what kind it is. */
export function isEmptyRecord(record: MedicalRecord): boolean {
  const { status, kind, madeOn, askedOn, receivedOn } = record;
  const days = [madeOn, askedOn, receivedOn].flatMap(valuesOf);
  const isUntouched = sameAsNew(status, "need") && sameAsNew(kind, "report");
  return isUntouched && days.length === 0 && recordEntries.wordsOf(record).length === 0;
}

function sameAsNew<T extends Scalar>({ value, others }: Field<T>, atFirst: T): boolean {
  return value === atFirst && others.length === 0;
}

/** The fields to write when the patient says where a record stands: its day is filled in once, and never written over. */
export function fieldsForStatus(record: MedicalRecord, status: RecordStatus, today: string): Partial<RecordFields> {
  if (status === "asked" && record.askedOn.value === "") return { status, askedOn: today };
  if (status === "have" && record.receivedOn.value === "") return { status, receivedOn: today };
  return { status };
}
