// The patient's check of the medicines list before a visit. The check stores a hash of the list: any later change
// (another dose, one more, one gone, "none") makes it stale, and no phone's clock matters.

import type { CaseDoc, Writer } from "../case/document";
import { here } from "../days/instants";
import { type Medicine, medicineEntries, medicineList } from "../health/medicines";
import { setVisit, type Visit } from "./visits";

export type MedicinesCheck = "not-checked" | "checked" | "stale";

/** Records that the patient has checked the list in its current state, and when. */
export function checkMedicines(doc: CaseDoc, writer: Writer, visit: string): void {
  setVisit(doc, writer, visit, { medicinesCheckedAt: here(writer), medicinesChecked: listInShort(doc) });
}

export function uncheckMedicines(doc: CaseDoc, writer: Writer, visit: string): void {
  setVisit(doc, writer, visit, { medicinesCheckedAt: "", medicinesChecked: "" });
}

/** "stale": the list has changed since the patient checked it. Two phones may have checked two lists at once. */
export function medicinesCheck(
  doc: CaseDoc,
  { medicinesCheckedAt, medicinesChecked }: Pick<Visit, "medicinesCheckedAt" | "medicinesChecked">,
): MedicinesCheck {
  if (medicinesCheckedAt.value === "") return "not-checked";
  return [medicinesChecked.value, ...medicinesChecked.others].includes(listInShort(doc)) ? "checked" : "stale";
}

/** An entry that was begun and never written is no medicine that anyone takes. */
function listInShort(doc: CaseDoc): string {
  const written = medicineEntries.written(doc);
  if (written.length === 0) return medicineList(doc).state;
  return inShort(written.map(wordsOfOne).sort().join("\n"));
}

function wordsOfOne(medicine: Medicine): string {
  return medicine.id + medicineEntries.saidIn(medicine);
}

// The list may be long and must not be stored in the case twice. Two sums, so that two lists hardly ever have the same
// hash.
function inShort(text: string): string {
  let one = 0x811c9dc5;
  let two = 0x2545f491;
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    two = Math.imul(two ^ text.charCodeAt(at), 0x5bd1e995);
    two ^= two >>> 15;
  }
  return [text.length, one >>> 0, two >>> 0].map((part) => part.toString(36)).join("-");
}
