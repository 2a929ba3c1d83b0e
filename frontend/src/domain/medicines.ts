// Medicines: name, dose, how often. "None" is an answer the patient gave; "not recorded" is that nobody has asked yet.
import { type CaseDoc, caseField, markAlone, setCaseField, type Writer } from "./document";
import { changeEntry } from "./entries";
import { here } from "./instants";
import { describeKind, type EntryOf } from "./kind";

export type MedicineFields = { name: string; dose: string; howOften: string };
export type Medicine = EntryOf<MedicineFields, never, "doseBy">;
export type MedicineList =
  | { state: "listed"; medicines: Medicine[] }
  | { state: "none"; since: string }
  | { state: "not-recorded" };

export const medicineEntries = describeKind<MedicineFields, never, "doseBy">({
  kind: "medicines",
  fields: { name: "", dose: "", howOften: "" },
  // Who changed the dose, or how often it is taken, last. Nobody, while it stands as the medicine was entered.
  marks: ["doseBy"],
  said: ["name", "dose", "howOften"],
});

export const addMedicine = medicineEntries.add;

export function setMedicine(doc: CaseDoc, writer: Writer, id: string, fields: Partial<MedicineFields>): void {
  doc.transact(() => {
    medicineEntries.set(doc, writer, id, fields);
    if (fields.dose === undefined && fields.howOften === undefined) return;
    changeEntry(doc, "medicines", id, (entry) => markAlone(entry, "doseBy", writer.author, writer));
  });
}

/** Records "I take no medicines" with the time it was said, or takes it back. */
export function setNoMedicines(doc: CaseDoc, writer: Writer, none: boolean): void {
  setCaseField(doc, writer, "noMedicinesSince", none ? here(writer) : null);
}

/**
 * What is known: a list wins over an older "none", and an entry that nobody has written into is no list: a phone that was closed
 * may leave one behind. `since` is an ISO 8601 instant.
 */
export function medicineList(doc: CaseDoc): MedicineList {
  const medicines = medicineEntries.list(doc).filter((one) => medicineEntries.wordsOf(one).length > 0);
  if (medicines.length > 0) return { state: "listed", medicines };
  const since = noneSince(doc, "noMedicinesSince");
  return since === null ? { state: "not-recorded" } : { state: "none", since };
}

/**
 * When the person last said that there is none of it (ISO 8601), or null. One phone that takes the word back while another
 * one gives it leaves nothing that a doctor may rely on: then nobody has said.
 */
export function noneSince(doc: CaseDoc, field: string): string | null {
  const { value, others } = caseField<string | null>(doc, field, null);
  const said = [value, ...others].filter((since) => since !== null);
  return said.length > others.length ? (said.sort().at(-1) ?? null) : null;
}
