// Whether the person will ask for a second opinion: only what they have said themselves, and may say otherwise at any time.
// Nothing they write or plan answers it for them.
import { type CaseDoc, caseField, type Field, setCaseField, type Writer } from "../case/document";

export const askings = ["yes", "not-now", "unsure"] as const;
export type Asking = (typeof askings)[number] | "";

export function asking(doc: CaseDoc): Field<Asking> {
  return caseField<Asking>(doc, "asking", "");
}

export function sayAsking(doc: CaseDoc, writer: Writer, answer: Asking): void {
  setCaseField(doc, writer, "asking", answer);
}

/** "" while nobody has said, and while two phones say different things. */
export function settledAsking(doc: CaseDoc): Asking {
  const { value, others } = asking(doc);
  return others.length > 0 ? "" : value;
}
