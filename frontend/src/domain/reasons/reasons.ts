// Why the patient thinks of a second opinion: ticked reasons from the guide, and their own words. Never counted into a
// score, never a verdict.
import { defineKind, type EntryOf, type ValuesOf } from "../case/defineKind";
import { type CaseDoc, caseField, type Field, setCaseField, type Writer } from "../case/document";
import { aside, longText, oneOf } from "../case/fields";

/** The guide's reasons, by the point they come from. */
export const reasonsByPoint = {
  W1: ["doubts", "subspecialty", "communication"],
  W2: ["uncertain", "life-altering", "persisting"],
  W3: ["options-unclear", "complex"],
  W4: ["not-heard"],
} as const;
/** "own" is a reason that the patient puts into words. */
const reasonNames = ["own", ...Object.values(reasonsByPoint).flat()] as const;

// `raised`: whether the patient has brought it up with the first doctor, and whether that settled it.
export const reasonEntries = defineKind("reasons", {
  which: oneOf(reasonNames, "own"),
  raised: aside(oneOf(["raised", "settled"])),
  // The patient's own.
  words: longText(),
});
export type Reason = EntryOf<typeof reasonEntries>;
export type ReasonFields = ValuesOf<typeof reasonEntries>;
export type ReasonName = ReasonFields["which"];

export const reasons = reasonEntries.list;

// Whether the person will ask for a second opinion: only what they have said themselves, and can change at any time.
// Nothing they write or plan answers it for them.
export const askings = ["yes", "not-now", "unsure"] as const;
export type Asking = (typeof askings)[number] | "";

export function asking(doc: CaseDoc): Field<Asking> {
  return caseField<Asking>(doc, "asking", "");
}

export function sayAsking(doc: CaseDoc, writer: Writer, answer: Asking): void {
  setCaseField(doc, writer, "asking", answer);
}

/** "" while nobody has said, and while two phones disagree. */
export function settledAsking(doc: CaseDoc): Asking {
  const { value, others } = asking(doc);
  return others.length > 0 ? "" : value;
}
