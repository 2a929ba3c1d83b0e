// Medicines: name, dose, how often. "None" is an answer the patient gave; "not recorded" is that nobody has asked yet.
import { type CaseDoc, type EntryMap, type Field, readField, type Writer, writeField } from "./document";
import { addEntry, type Entry, listDeleted, listEntries, oldestFirst, readEntry, setFields } from "./entries";

export type Medicine = Entry & { name: Field; dose: Field; howOften: Field };
export type MedicineFields = { name: string; dose: string; howOften: string };
export type MedicineList =
  | { state: "listed"; medicines: Medicine[] }
  | { state: "none"; since: string }
  | { state: "not-recorded" };

export function addMedicine(doc: CaseDoc, writer: Writer, fields: Partial<MedicineFields>): string {
  return addEntry(doc, "medicines", writer, { ...fields }, {});
}

export function setMedicine(doc: CaseDoc, writer: Writer, id: string, fields: Partial<MedicineFields>): void {
  setFields(doc, "medicines", id, fields, writer);
}

/** Records "I take no medicines" with the time it was said, or takes it back. */
export function setNoMedicines(doc: CaseDoc, writer: Writer, none: boolean): void {
  doc.transact(() => writeField(doc.getMap("case"), "noMedicinesSince", none ? writer.now() : null, writer));
}

/** What is known: a list wins over an older "none". `since` is an ISO 8601 instant. */
export function medicineList(doc: CaseDoc): MedicineList {
  const medicines = listEntries(doc, "medicines", readMedicine, oldestFirst);
  if (medicines.length > 0) return { state: "listed", medicines };
  const since = readField<string | null>(doc.getMap("case"), "noMedicinesSince", null).value;
  return since === null ? { state: "not-recorded" } : { state: "none", since };
}

export function deletedMedicines(doc: CaseDoc): Medicine[] {
  return listDeleted(doc, "medicines", readMedicine, oldestFirst);
}

function readMedicine(id: string, entry: EntryMap): Medicine {
  return {
    ...readEntry(id, entry),
    name: readField(entry, "name", ""),
    dose: readField(entry, "dose", ""),
    howOften: readField(entry, "howOften", ""),
  };
}
