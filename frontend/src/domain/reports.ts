// The report of the second doctor: whether they were asked to send it to the first one. Nobody need report back unless asked,
// so the patient asks.
import { type Consultation, consultations, isWithFirst } from "./consultations";
import { type Doctor, doctorsOf } from "./doctors";
import type { CaseDoc } from "./document";

/**
 * Who gave the first opinion: as the patient has said, else whoever is seen first of those about whom nobody has said
 * anything else. Null without one.
 */
export function firstDoctor(doc: CaseDoc): Doctor | null {
  const all = doctorsOf(consultations(doc));
  return all.find(({ visits }) => visits.some(isWithFirst)) ?? all.find(mayBeFirst) ?? null;
}

/** The visits whose doctor could send a report to the first one. */
export function visitsThatReport(doc: CaseDoc): Consultation[] {
  const first = new Set(firstDoctor(doc)?.visits.map(({ id }) => id));
  return consultations(doc).filter(
    (visit) => !first.has(visit.id) && !isWithFirst(visit) && visit.part.value !== "other",
  );
}

function mayBeFirst({ visits }: Doctor): boolean {
  return visits.some(({ part }) => part.value === "") && visits.every(({ part }) => ["", "other"].includes(part.value));
}
