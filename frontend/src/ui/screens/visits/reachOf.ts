// How a visit is reached: its place, and the number of its doctor, where there is a sheet. Pure.

import type { CaseDoc } from "../../../domain/case/document";
import { doctorEntries } from "../../../domain/doctors/doctors";
import type { Visit } from "../../../domain/visits/visits";

export function reachOf(doc: CaseDoc, visit: Visit): { phone: string; place: string } {
  const sheet = doctorEntries.find(doc, visit.doctor.value);
  return { phone: sheet?.phone.value ?? "", place: visit.where.value.trim() || (sheet?.place.value ?? "") };
}
