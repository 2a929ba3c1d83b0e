// The starting point of the tests about opinions: one that is written down, and the words of the task to talk it over.
import type { CaseDoc, Writer } from "../../../src/domain/case/document";
import { type OpinionFields, type OpinionRow, opinionEntries } from "../../../src/domain/opinions/opinionEntries";

export const words = { what: "Talk it over with Dr Osei", points: "What do you think?", dueOn: "" };

export function added(
  doc: CaseDoc,
  writer: Writer,
  fields: Partial<OpinionFields>,
  rows: Partial<Record<OpinionRow, string>> = {},
) {
  return found(doc, opinionEntries.add(doc, writer, fields, rows));
}

export function found(doc: CaseDoc, id: string) {
  const opinion = opinionEntries.find(doc, id);
  if (opinion === null) throw new Error("no such opinion");
  return opinion;
}
