// The doctors whom the patient thinks of asking, side by side. Facts and where they were checked, in the order in which they
// were written down; never a rating, never an order by merit. The chosen one becomes a visit.

import type { CaseDoc, Writer } from "../case/document";
import { describeKind, type EntryOf, valuesOf } from "../case/kind";
import { addVisit, type Visit, visits } from "../visits/visits";
import type { Chosen } from "./chosen";

export const suggesters = ["own-doctor", "other-doctor", "insurance", "patients", "family", "search", "other"] as const;
export type Suggester = (typeof suggesters)[number] | "";
export type YesNo = "yes" | "no" | "";

export type DoctorFields = {
  name: string;
  place: string;
  phone: string;
  /** What this doctor works on, and how often they see this illness, in words. */
  field: string;
  experience: string;
  experienceCheckedAt: string;
  credentials: YesNo;
  /** Where the papers were looked up, and the calendar date (YYYY-MM-DD) of that. */
  credentialsCheckedAt: string;
  credentialsCheckedOn: string;
  affiliation: string;
  academic: YesNo;
  research: YesNo;
  suggestedBy: Suggester;
  suggestedByWhom: string;
  /** Whether they work apart from the first doctor: another team, another clinic. */
  independent: YesNo;
  wait: string;
  cost: string;
  /** Whether this is the doctor whom the patient wants to ask. */
  chosen: Chosen;
};
export type Doctor = EntryOf<DoctorFields, "notes">;

const empty: DoctorFields = {
  name: "",
  place: "",
  phone: "",
  field: "",
  experience: "",
  experienceCheckedAt: "",
  credentials: "",
  credentialsCheckedAt: "",
  credentialsCheckedOn: "",
  affiliation: "",
  academic: "",
  research: "",
  suggestedBy: "",
  suggestedByWhom: "",
  independent: "",
  wait: "",
  cost: "",
  chosen: "",
};
// Object.keys forgets which names they are.
const fieldNames = Object.keys(empty) as (keyof DoctorFields)[];

export const doctorEntries = describeKind<DoctorFields, "notes">({
  kind: "doctors",
  fields: empty,
  texts: ["notes"],
  said: [
    "name",
    "place",
    "phone",
    "field",
    "experience",
    "experienceCheckedAt",
    "credentialsCheckedAt",
    "affiliation",
    "suggestedByWhom",
    "wait",
    "cost",
  ],
});
export const doctors = doctorEntries.list;

/** Whether nothing at all was written into the sheet, by nobody: where one phone emptied what another wrote, it holds words. */
export function isEmptySheet({ notes, ...sheet }: Doctor): boolean {
  return notes.trim() === "" && fieldNames.every((name) => valuesOf<string>(sheet[name]).length === 0);
}

/** The visits to this doctor, by date. */
export function visitsTo(doc: CaseDoc, doctor: string): Visit[] {
  return visits(doc).filter((visit) => visit.doctor.value === doctor);
}

/** Makes a visit of the sheet, for the second opinion. Returns the visit's id. */
export function bookVisit(doc: CaseDoc, writer: Writer, { id, name, place }: Doctor): string {
  return addVisit(doc, writer, {
    who: name.value.trim(),
    where: place.value.trim(),
    part: "second",
    doctor: id,
  });
}

/** The facts of the table, candidates side by side, in the order of the sheet. */
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
