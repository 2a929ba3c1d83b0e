// Visits: who, where, when, and what goes with the visit itself. Notes and questions point to one by its id.

import { type CaseDoc, caseText, editCaseText } from "../case/document";
import { describeKind, type EntryOf } from "../case/kind";
import type { Chosen } from "../doctors/chosen";

/** What the visit is: "back" is to the first doctor, with another one's opinion. "" while the person has not said. */
export const visitParts = ["first", "second", "further", "back", "other"] as const;
export type VisitPart = (typeof visitParts)[number] | "";

export type VisitFields = {
  who: string;
  where: string;
  /** Local clock time at the clinic: YYYY-MM-DDTHH:MM, YYYY-MM-DD while no time is known, or "" while no date is. */
  when: string;
  part: VisitPart;
  /** Whether its doctor is the one whom the patient wants to ask; where there is a sheet, it stands there. */
  chosen: Chosen;
  /** The id of the doctor's sheet, or "". */
  doctor: string;
  /** Who comes along, in the patient's words. */
  companion: string;
  /** The opening line the patient means to say. */
  opening: string;
  /** What the medicines list held when the patient checked it, in short; see medicinesCheck.ts. */
  medicinesChecked: string;
  /** Instants (ISO 8601) or "". */
  medicinesCheckedAt: string;
  startedAt: string;
  endedAt: string;
  /** Whether this doctor was asked to send the report to the first one. */
  report: "" | "asked" | "sent";
};
export type Visit = EntryOf<VisitFields>;

const empty: VisitFields = {
  who: "",
  where: "",
  when: "",
  part: "",
  chosen: "",
  doctor: "",
  companion: "",
  opening: "",
  medicinesChecked: "",
  medicinesCheckedAt: "",
  startedAt: "",
  endedAt: "",
  report: "",
};
// Object.keys forgets which names they are.
export const visitFields = Object.keys(empty) as (keyof VisitFields)[];

export const visitEntries = describeKind<VisitFields>({
  kind: "visits",
  fields: empty,
  said: ["who", "where", "when", "companion", "opening"],
  order: byDate,
});

export const addVisit = visitEntries.add;
export const setVisit = visitEntries.set;
/** All visits by date; those without a date come last. */
export const visits = visitEntries.list;
export const deletedVisits = visitEntries.deleted;

/** What the patient says back to the doctor at the end of the visit, in their own words. */
export function sayBack(doc: CaseDoc, visit: string): string {
  return caseText(doc, `sayBack/${visit}`);
}

export function editSayBack(doc: CaseDoc, visit: string, next: string): void {
  editCaseText(doc, `sayBack/${visit}`, next);
}

/** Whether it is a visit to the first doctor, before or after another one was heard. */
export function isWithFirst({ part }: Pick<Visit, "part">): boolean {
  return part.value === "first" || part.value === "back";
}

function byDate(a: Visit, b: Visit): number {
  const left = a.when.value || "9999";
  const right = b.when.value || "9999";
  return left < right ? -1 : left > right ? 1 : 0;
}
