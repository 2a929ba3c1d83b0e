// Visits: who, where, when, and what goes with the visit itself. Notes and questions refer to one by its id.
import { defineKind, type EntryOf, type ValuesOf } from "../case/defineKind";
import { type CaseDoc, caseText, editCaseText, type Field } from "../case/document";
import { clock, link, moment, oneOf, words } from "../case/fields";

/** What the visit is for: "back" is to the first doctor, with another doctor's opinion. */
export const visitParts = ["first", "second", "further", "back", "other"] as const;

export const visitEntries = defineKind(
  "visits",
  {
    who: words(),
    where: words(),
    when: clock(),
    part: oneOf(visitParts),
    // Whether its doctor is the one whom the patient wants to ask; if the doctor has an entry, it is stored there
    // instead.
    chosen: oneOf(["yes"]),
    // The id of the doctor's entry, or "".
    doctor: link(),
    // Who comes along, in the patient's words.
    companion: words(),
    // The opening line that the patient plans to say.
    opening: words(),
    // A hash of the medicines list when the patient checked it; see medicinesCheck.ts.
    medicinesChecked: link(),
    medicinesCheckedAt: moment(),
    startedAt: moment(),
    endedAt: moment(),
    // Whether this doctor was asked to send the report to the first one.
    report: oneOf(["asked", "sent"]),
  },
  { order: byDate },
);
export type Visit = EntryOf<typeof visitEntries>;
export type VisitFields = ValuesOf<typeof visitEntries>;
export type VisitPart = VisitFields["part"];

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

function byDate(a: { when: Field }, b: { when: Field }): number {
  const left = a.when.value || "9999";
  const right = b.when.value || "9999";
  return left < right ? -1 : left > right ? 1 : 0;
}
