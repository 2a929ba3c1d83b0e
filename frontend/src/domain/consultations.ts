// Consultations: who, where, when, and what goes with the visit itself. Notes and questions point to one by its id.
import type { Chosen } from "./chosen";
import { type CaseDoc, caseText, editCaseText } from "./document";
import { describeKind, type EntryOf } from "./kind";

/** What the visit is: "back" is to the first doctor, with another one's opinion. "" while the person has not said. */
export const consultationParts = ["first", "second", "further", "back", "other"] as const;
export type ConsultationPart = (typeof consultationParts)[number] | "";

export type ConsultationFields = {
  who: string;
  where: string;
  /** Local clock time at the clinic: YYYY-MM-DDTHH:MM, YYYY-MM-DD while no time is known, or "" while no date is. */
  when: string;
  part: ConsultationPart;
  /** Whether its doctor is the one whom the patient wants to ask; where there is a sheet, it stands there. */
  chosen: Chosen;
  /** The id of the specialist's sheet, or "". */
  specialist: string;
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
export type Consultation = EntryOf<ConsultationFields>;

const empty: ConsultationFields = {
  who: "",
  where: "",
  when: "",
  part: "",
  chosen: "",
  specialist: "",
  companion: "",
  opening: "",
  medicinesChecked: "",
  medicinesCheckedAt: "",
  startedAt: "",
  endedAt: "",
  report: "",
};
// Object.keys forgets which names they are.
export const consultationFields = Object.keys(empty) as (keyof ConsultationFields)[];

export const consultationEntries = describeKind<ConsultationFields>({
  kind: "consultations",
  fields: empty,
  said: ["who", "where", "when", "companion", "opening"],
  order: byDate,
});

export const addConsultation = consultationEntries.add;
export const setConsultation = consultationEntries.set;
/** All consultations by date; those without a date come last. */
export const consultations = consultationEntries.list;
export const deletedConsultations = consultationEntries.deleted;

/** What the patient says back to the doctor at the end of the visit, in their own words. */
export function sayBack(doc: CaseDoc, consultation: string): string {
  return caseText(doc, `sayBack/${consultation}`);
}

export function editSayBack(doc: CaseDoc, consultation: string, next: string): void {
  editCaseText(doc, `sayBack/${consultation}`, next);
}

/** Whether it is a visit to the first doctor, before or after another one was heard. */
export function isWithFirst({ part }: Pick<Consultation, "part">): boolean {
  return part.value === "first" || part.value === "back";
}

function byDate(a: Consultation, b: Consultation): number {
  const left = a.when.value || "9999";
  const right = b.when.value || "9999";
  return left < right ? -1 : left > right ? 1 : 0;
}
