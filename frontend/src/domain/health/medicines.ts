// Medicines: name, dose, how often. "None" is the patient's answer; "not recorded" means that nobody has asked yet.
import { defineKind, type EntryOf } from "../case/defineKind";
import { type CaseDoc, caseField, markAlone, setCaseField, type Writer } from "../case/document";
import { changeEntry } from "../case/entries";
import { aside, knownDate, marks, words } from "../case/fields";
import { here } from "../days/instants";

export const medicineEntries = defineKind(
  "medicines",
  {
    name: words(),
    dose: words(),
    howOften: words(),
    whatFor: words(),
    // In the patient's words ("2019", "since the operation"), not a date.
    since: words(),
    stoppedOn: knownDate(),
    // Who last changed the dose or how often it is taken. Empty while it is as the medicine was entered.
    doseBy: aside(marks()),
  },
  {
    along(doc, writer, before, { dose, howOften }) {
      // The first words of a medicine cancel an earlier "I take none"; an entry left empty does not.
      if (medicineEntries.isBlank(before)) setNoMedicines(doc, writer, false);
      if (dose === undefined && howOften === undefined) return;
      changeEntry(doc, "medicines", before.id, (entry) => markAlone(entry, "doseBy", writer.author, writer));
    },
  },
);
export type Medicine = EntryOf<typeof medicineEntries>;
export type MedicineList =
  | { state: "listed"; medicines: Medicine[] }
  | { state: "none"; since: string }
  | { state: "not-recorded" };

export const addMedicine = medicineEntries.add;
export const setMedicine = medicineEntries.set;

/** Records "I take no medicines" with the time it was said, or cancels it. */
export function setNoMedicines(doc: CaseDoc, writer: Writer, none: boolean): void {
  setCaseField(doc, writer, "noMedicinesSince", none ? here(writer) : null);
}

/** Whether it is no longer taken. If two phones disagree, it counts as taken: nobody may then read that it is not. */
export function isStopped({ stoppedOn }: Medicine): boolean {
  return stoppedOn.value !== "" && stoppedOn.others.length === 0;
}

/**
 * What is known: a list overrides an older "none". A blank entry, which a closed phone may leave behind, is no list.
 * Stopped medicines come last and are never removed. `since` is an ISO 8601 instant.
 */
export function medicineList(doc: CaseDoc): MedicineList {
  const medicines = medicineEntries.written(doc);
  const inOrder = [...medicines.filter((one) => !isStopped(one)), ...medicines.filter(isStopped)];
  if (medicines.length > 0) return { state: "listed", medicines: inOrder };
  const since = noneSince(doc, "noMedicinesSince");
  return since === null ? { state: "not-recorded" } : { state: "none", since };
}

/**
 * When the person last said that there is none of it (ISO 8601), or null. If one phone cancels this while another says
 * it, a doctor cannot rely on either: it then counts as not said.
 */
export function noneSince(doc: CaseDoc, field: string): string | null {
  const { value, others } = caseField<string | null>(doc, field, null);
  const said = [value, ...others].filter((since) => since !== null);
  return said.length > others.length ? (said.sort().at(-1) ?? null) : null;
}
