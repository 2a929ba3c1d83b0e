// The comparison: opinions row by row, each later one against the first. Same, partly, different or not said is the patient's
// own mark; nothing here sets one, adds them up to a score or says who is right.
import type { CaseDoc, Field } from "../case/document";
import { type Opinion, type OpinionRow, opinionRows, opinions } from "./opinionEntries";
import { doctorsHeard } from "./opinions";
import { comparedWith, type Verdict, verdictOf, type verdicts } from "./verdicts";

/** Which of the two have words in the row. "Not said" makes sense only where one of them has none. */
export type Sides = "both" | "first-only" | "later-only" | "none";
export type ComparedRow = { row: OpinionRow; sides: Sides; verdict: Field<Verdict> };
export type Compared = { opinion: Opinion; rows: ComparedRow[] };
export type Comparison = { first: Opinion; later: Compared[] };
export type Counts = Record<(typeof verdicts)[number] | "open", number>;
export type Difference = { opinion: Opinion; row: OpinionRow };

/** Null while there are not two opinions to compare. */
export function comparison(doc: CaseDoc): Comparison | null {
  const all = opinions(doc);
  const first = comparedWith(doc);
  if (!first || all.length < 2) return null;
  const later = all.filter((opinion) => opinion.id !== first.id);
  return { first, later: later.map((opinion) => ({ opinion, rows: rowsOf(doc, first, opinion) })) };
}

/** The compared opinions, first the one that the others are compared with. */
export function opinionsOf({ first, later }: Comparison): Opinion[] {
  return [first, ...later.map(({ opinion }) => opinion)];
}

/** How many rows have which mark; "open" are those with words on both sides and no mark, or two different ones. */
export function countsOf(rows: readonly ComparedRow[]): Counts {
  const counts: Counts = { same: 0, partly: 0, different: 0, "not-said": 0, open: 0 };
  for (const { verdict, sides } of rows) {
    if (verdict.others.length > 0) counts.open += 1;
    else if (verdict.value !== "") counts[verdict.value] += 1;
    else if (sides === "both") counts.open += 1;
  }
  return counts;
}

/** What to take back to the first doctor: rows marked different or partly, or said by the later doctor alone. */
export function differencesIn({ later }: Comparison): Difference[] {
  return later.flatMap(({ opinion, rows }) => rows.filter(isToRaise).map(({ row }) => ({ opinion, row })));
}

/**
 * Some people then ask a third doctor: the patient has marked the diagnosis or the advice as different, and only two
 * doctors have been heard.
 */
export function mayAskThird(compared: Comparison): boolean {
  const heard = doctorsHeard([compared.first, ...compared.later.map(({ opinion }) => opinion)]);
  return heard < 3 && compared.later.some(({ rows }) => rows.some(isFarApart));
}

/** From the third doctor on, ask what one more would add. Never blocks. */
export function mayMirror(doc: CaseDoc): boolean {
  return doctorsHeard(opinions(doc)) >= 3;
}

function rowsOf(doc: CaseDoc, first: Opinion, later: Opinion): ComparedRow[] {
  return opinionRows.map((row) => ({
    row,
    sides: sidesOf(first[row].trim() !== "", later[row].trim() !== ""),
    verdict: verdictOf(doc, first.id, later.id, row),
  }));
}

function sidesOf(inFirst: boolean, inLater: boolean): Sides {
  if (inFirst && inLater) return "both";
  if (inFirst) return "first-only";
  return inLater ? "later-only" : "none";
}

// If two phones marked a row differently, either mark is a reason to ask.
function marksOf({ verdict }: ComparedRow): Verdict[] {
  return [verdict.value, ...verdict.others];
}

function isToRaise(row: ComparedRow): boolean {
  const marks = marksOf(row);
  if (marks.includes("different") || marks.includes("partly")) return true;
  return marks.includes("not-said") && row.sides === "later-only";
}

function isFarApart(row: ComparedRow): boolean {
  return (row.row === "diagnosis" || row.row === "recommended") && marksOf(row).includes("different");
}
