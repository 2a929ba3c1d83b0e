// The addresses of the parts of a visit, and how to reach its doctor and its place. Pure.

import type { CaseDoc } from "../../../domain/case/document";
import { doctorEntries } from "../../../domain/doctors/doctors";
import type { Visit } from "../../../domain/visits/visits";

export type VisitStep = "before" | "during" | "after" | "advised" | "next";

export function visitAddress(visit: string): string {
  return `/case/visits/${visit}`;
}

export function stepAddress(visit: string, step: VisitStep): string {
  return `${visitAddress(visit)}/${step}`;
}

/** Its place, and the phone number of its doctor, if the doctor has an entry. */
export function reachOf(doc: CaseDoc, visit: Visit): { phone: string; place: string } {
  const sheet = doctorEntries.find(doc, visit.doctor.value);
  return { phone: sheet?.phone.value ?? "", place: visit.where.value.trim() || (sheet?.place.value ?? "") };
}
