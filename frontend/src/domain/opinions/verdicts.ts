// The marks of the comparison: one for each row of a later opinion, compared with the first. Only the patient sets them.
import { type CaseDoc, type Field, mapIn, readField, rootMap, type Writer, writeField } from "../case/document";
import { changeEntry } from "../case/entries";
import { firstOpinion, holdsRows, type Opinion, type OpinionRow, opinions } from "./opinionEntries";

export const verdicts = ["same", "partly", "different", "not-said"] as const;
export type Verdict = (typeof verdicts)[number] | "";

/** The mark on one row of `later`. It belongs to the pair: it does not apply to another first opinion. */
export function verdictOf(doc: CaseDoc, first: string, later: string, row: OpinionRow): Field<Verdict> {
  const entry = mapIn(rootMap(doc, "opinions"), later);
  return entry ? readField<Verdict>(entry, nameOf(first, row), "") : { value: "", others: [] };
}

export function setVerdict(
  doc: CaseDoc,
  writer: Writer,
  first: string,
  later: string,
  row: OpinionRow,
  verdict: Verdict,
): void {
  changeEntry(doc, "opinions", later, (entry) => writeField(entry, nameOf(first, row), verdict, writer));
}

/** Whether the diagnosis and the advice each have one mark, on every later opinion that holds words. */
export function hasCompared(doc: CaseDoc): boolean {
  const first = comparedWith(doc);
  if (first === null || !holdsRows(first)) return false;
  const later = opinions(doc).filter((opinion) => opinion.id !== first.id && holdsRows(opinion));
  const isMarked = ({ id }: Opinion) =>
    (["diagnosis", "recommended"] as const).every((row) => {
      const { value, others } = verdictOf(doc, first.id, id, row);
      return value !== "" && others.length === 0;
    });
  return later.length > 0 && later.every(isMarked);
}

/** The opinion that all others are compared with: the first doctor's, or the earliest while that is not known. */
export function comparedWith(doc: CaseDoc): Opinion | null {
  return firstOpinion(doc) ?? opinions(doc)[0] ?? null;
}

function nameOf(first: string, row: OpinionRow): string {
  return `verdict/${first}/${row}`;
}
