// A case that somebody writes for another person: who that is to the patient, and how the patient agrees. It is for
// screens and paper to say truthfully who writes. Nothing here gives access.
import { type CaseDoc, caseField, type Field, setCaseField, type Writer } from "../case/document";
import { ownerName } from "../case/people";

/** "beside": the patient is there. "allowed": the patient cannot say, and the helper may act for them. */
export const agreements = ["beside", "asked", "allowed", "unsure"] as const;
export type Agreement = (typeof agreements)[number];

/** `agreement` is "" while nobody has said; `name` is the helper's. */
export type Helping = { name: string; relation: string; agreement: Agreement | "" };
export type HelpingFields = { helped: boolean; helperRelation: string; helperAgreement: Agreement };

/** Null in a case that the patient writes. If two phones disagree, nobody but the helper is named as its writer. */
export function helping(doc: CaseDoc): Helping | null {
  const helped = caseField<boolean>(doc, "helped", false);
  if (!helped.value && !helped.others.includes(true)) return null;
  const { value, others } = agreementOf(doc);
  return {
    name: ownerName(doc).value.trim(),
    relation: relationOf(doc).value.trim(),
    agreement: others.length > 0 ? "" : (agreements.find((one) => one === value) ?? ""),
  };
}

export function relationOf(doc: CaseDoc): Field {
  return caseField(doc, "helperRelation", "");
}

/** Both answers, if two phones gave one at the same time. */
export function agreementOf(doc: CaseDoc): Field {
  return caseField(doc, "helperAgreement", "");
}

export function setHelping(doc: CaseDoc, writer: Writer, given: Partial<HelpingFields>): void {
  doc.transact(() => {
    for (const [name, value] of Object.entries(given)) setCaseField(doc, writer, name, value);
  });
}
