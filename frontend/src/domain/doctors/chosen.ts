// The doctor whom the patient has chosen to ask: only if the patient said so, on the doctor's page or on the visit.
// Writing down a doctor or a visit chooses nobody, and while two phones disagree, nobody is chosen yet. Reads the
// stored entries directly, because the first screen needs nothing else about a doctor.
import { type CaseDoc, mapsIn, readField, rootMap } from "../case/document";
import { readEntry } from "../case/entries";

export type Chosen = "" | "yes";

/** The names of the chosen doctors, each once; "" for one without a name. */
export function chosenDoctors(doc: CaseDoc): string[] {
  return [...new Set([...chosenIn(doc, "doctors", "name"), ...chosenIn(doc, "visits", "who")])];
}

function chosenIn(doc: CaseDoc, kind: "doctors" | "visits", nameField: string): string[] {
  return mapsIn(rootMap(doc, kind)).flatMap(([id, entry]) => {
    if (readEntry(id, entry).deletedAt !== null) return [];
    const { value, others } = readField<string>(entry, "chosen", "");
    return value === "yes" && others.length === 0 ? [readField<string>(entry, nameField, "").value.trim()] : [];
  });
}
