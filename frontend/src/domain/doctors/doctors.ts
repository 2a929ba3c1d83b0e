// The doctors whom the patient thinks of asking, side by side: facts and where they were checked, in the order in which
// they were written down. Never a rating, never an order by merit. The chosen one becomes a visit.

import { defineKind, type EntryOf, type ValuesOf } from "../case/defineKind";
import type { CaseDoc, Writer } from "../case/document";
import { knownDate, longText, oneOf, words } from "../case/fields";
import { addVisit, type Visit, visits } from "../visits/visits";

export const suggesters = ["own-doctor", "other-doctor", "insurance", "patients", "family", "search", "other"] as const;
const yesNo = ["yes", "no"] as const;

export const doctorEntries = defineKind("doctors", {
  name: words(),
  place: words(),
  phone: words(),
  // What this doctor works on, and how often they see this illness, in words.
  field: words(),
  experience: words(),
  experienceCheckedAt: words(),
  credentials: oneOf(yesNo),
  // Where the credentials were checked, and when.
  credentialsCheckedAt: words(),
  credentialsCheckedOn: knownDate(),
  affiliation: words(),
  academic: oneOf(yesNo),
  research: oneOf(yesNo),
  suggestedBy: oneOf(suggesters),
  suggestedByWhom: words(),
  // Whether they work independently of the first doctor: another team, another clinic.
  independent: oneOf(yesNo),
  wait: words(),
  cost: words(),
  // Whether this is the doctor whom the patient wants to ask.
  chosen: oneOf(["yes"]),
  notes: longText(),
});
export type Doctor = EntryOf<typeof doctorEntries>;
export type DoctorFields = ValuesOf<typeof doctorEntries>;
export type Suggester = DoctorFields["suggestedBy"];
export type YesNo = DoctorFields["credentials"];

export const doctors = doctorEntries.list;

/** The visits to this doctor, by date. */
export function visitsTo(doc: CaseDoc, doctor: string): Visit[] {
  return visits(doc).filter((visit) => visit.doctor.value === doctor);
}

/** Makes a visit to the doctor for the second opinion. Returns the visit's id. */
export function bookVisit(doc: CaseDoc, writer: Writer, { id, name, place }: Doctor): string {
  return addVisit(doc, writer, {
    who: name.value.trim(),
    where: place.value.trim(),
    part: "second",
    doctor: id,
  });
}

/** The facts in the table of doctors, in the order of the doctor's page. */
export const comparedFacts = [
  "place",
  "phone",
  "field",
  "experience",
  "experienceCheckedAt",
  "suggestedBy",
  "credentials",
  "credentialsCheckedAt",
  "credentialsCheckedOn",
  "affiliation",
  "academic",
  "research",
  "independent",
  "wait",
  "cost",
] as const satisfies readonly (keyof DoctorFields)[];
export type ComparedFact = (typeof comparedFacts)[number];
