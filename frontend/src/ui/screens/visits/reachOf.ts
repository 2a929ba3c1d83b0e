// How a visit is reached: its place, and the number of its doctor, where there is a sheet. Pure.
import type { Consultation } from "../../../domain/consultations";
import type { CaseDoc } from "../../../domain/document";
import { specialistEntries } from "../../../domain/specialists";

export function reachOf(doc: CaseDoc, visit: Consultation): { phone: string; place: string } {
  const sheet = specialistEntries.find(doc, visit.specialist.value);
  return { phone: sheet?.phone.value ?? "", place: visit.where.value.trim() || (sheet?.place.value ?? "") };
}
