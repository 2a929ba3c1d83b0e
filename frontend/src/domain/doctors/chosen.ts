// The doctor whom the patient has chosen to ask: only when they have named one as that, on the doctor's sheet or on the visit.
// A sheet or a visit alone chooses nobody, and where two phones disagree, nobody is chosen yet.
// Read from the entries as they lie there: the first screen needs no more of a sheet than this.
import { type CaseDoc, mapsIn, readField, rootMap } from "../case/document";
import { readEntry } from "../case/entries";

export type Chosen = "" | "yes";

/** The names of those who were chosen, each once; "" for one without a name. */
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
