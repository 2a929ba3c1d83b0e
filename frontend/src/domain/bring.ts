// What to bring to a visit: the records that this doctor has not had, as far as it was written down, and does not hold. What
// was left out on purpose is not asked for again; the grid of who has seen what shows it.
import { type Consultation, consultations } from "./consultations";
import { cellIn, disclosures, notedOf } from "./disclosure";
import { doctorsOf } from "./doctors";
import type { CaseDoc } from "./document";
import { type MedicalRecord, records } from "./records";
import { recordsHeldBy } from "./things";

export type ToBring = { missing: MedicalRecord[]; leftOut: MedicalRecord[] };

/** Of the records that this doctor has not had: those to bring, and those that were left out on purpose. */
export function recordsToBring(doc: CaseDoc, visit: Consultation): ToBring {
  const cells = disclosures(doc);
  const doctor = doctorsOf(consultations(doc)).find(({ visits }) => visits.some(({ id }) => id === visit.id));
  const visits = doctor?.visits ?? [visit];
  const isLeftOut = ({ id: record }: MedicalRecord) =>
    visits.some(({ id }) => cellIn(cells, record, id).state.value === "left-out");
  const held = doctor ? recordsHeldBy(doc, doctor) : new Set<string>();
  const notHad = records(doc).filter(({ id }) => {
    const noted = notedOf(cells, id, visits, held.has(id));
    return noted !== "given" && noted !== "held";
  });
  return { missing: notHad.filter((record) => !isLeftOut(record)), leftOut: notHad.filter(isLeftOut) };
}
