// What to bring to a visit: the records that, by the notes, this doctor has not had and does not hold. What was left
// out on purpose is not suggested again; the grid of who has seen what shows it.

import type { CaseDoc } from "../case/document";
import { visitedDoctors } from "../doctors/visitedDoctors";
import { type MedicalRecord, records } from "../records/records";
import { recordsHeldBy } from "../seen/seenItems";
import { cellIn, notedOf, seenNotes } from "../seen/seenNotes";
import { type Visit, visits } from "./visits";

export type ToBring = { missing: MedicalRecord[]; leftOut: MedicalRecord[] };

/** The records that this doctor has not had: those to bring, and those that were left out on purpose. */
export function recordsToBring(doc: CaseDoc, visit: Visit): ToBring {
  const cells = seenNotes(doc);
  const doctor = visitedDoctors(visits(doc)).find(({ visits: own }) => own.some(({ id }) => id === visit.id));
  const theirs = doctor?.visits ?? [visit];
  const isLeftOut = ({ id: record }: MedicalRecord) =>
    theirs.some(({ id }) => cellIn(cells, record, id).state.value === "left-out");
  const held = doctor ? recordsHeldBy(doc, doctor) : new Set<string>();
  const notHad = records(doc).filter(({ id }) => {
    const noted = notedOf(cells, id, theirs, held.has(id));
    return noted !== "given" && noted !== "held";
  });
  return { missing: notHad.filter((record) => !isLeftOut(record)), leftOut: notHad.filter(isLeftOut) };
}
