// The report of the second doctor: whether they were asked to send it to the first one. A doctor need not report back
// unless asked, so the patient asks.

import type { CaseDoc } from "../case/document";
import { isWithFirst, type Visit, visits } from "../visits/visits";
import { type VisitedDoctor, visitedDoctors } from "./visitedDoctors";

/**
 * Who gave the first opinion: the doctor the patient named as first, else the earliest one seen about whom nobody has
 * said anything else. Null if there is none.
 */
export function firstDoctor(doc: CaseDoc): VisitedDoctor | null {
  const all = visitedDoctors(visits(doc));
  return all.find(({ visits }) => visits.some(isWithFirst)) ?? all.find(mayBeFirst) ?? null;
}

/** The visits whose doctor could send a report to the first one. */
export function visitsThatReport(doc: CaseDoc): Visit[] {
  const first = new Set(firstDoctor(doc)?.visits.map(({ id }) => id));
  return visits(doc).filter((visit) => !first.has(visit.id) && !isWithFirst(visit) && visit.part.value !== "other");
}

function mayBeFirst({ visits }: VisitedDoctor): boolean {
  return visits.some(({ part }) => part.value === "") && visits.every(({ part }) => ["", "other"].includes(part.value));
}
