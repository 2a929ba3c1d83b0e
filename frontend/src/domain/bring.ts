// What to bring to a visit: the records that this doctor has not had, as far as it was written down. What was left out on
// purpose is not asked for again; the grid of who has seen what shows it.
import { type Consultation, consultations } from "./consultations";
import { cellIn, disclosures, hadThing } from "./disclosure";
import { doctorsOf } from "./doctors";
import type { CaseDoc } from "./document";
import { type MedicalRecord, records } from "./records";

export function recordsToBring(doc: CaseDoc, visit: Consultation): MedicalRecord[] {
  const cells = disclosures(doc);
  const doctor = doctorsOf(consultations(doc)).find(({ visits }) => visits.some(({ id }) => id === visit.id));
  const visits = doctor?.visits ?? [visit];
  const isLeftOut = (record: string) => visits.some(({ id }) => cellIn(cells, record, id).state.value === "left-out");
  return records(doc).filter(({ id }) => hadThing(cells, id, visits) !== true && !isLeftOut(id));
}
