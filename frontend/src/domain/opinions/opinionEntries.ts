// Opinions as they are stored, and which of them is the first doctor's: all that the first screen needs. What concerns
// the doctors behind them is in opinions.ts.

import { defineKind, type EntryOf, type ValuesOf } from "../case/defineKind";
import type { CaseDoc, Field } from "../case/document";
import type { Entry } from "../case/entries";
import { aside, knownDate, link, longText, marks, oneOf, words } from "../case/fields";
import { deletedVisits, isWithFirst, visits } from "../visits/visits";

/** The rows of an opinion, in the order of the grid. */
export const opinionRows = [
  "seen",
  "examined",
  "diagnosis",
  "sure",
  "recommended",
  "alternatives",
  "benefits",
  "harms",
  "ifWait",
] as const;
export type OpinionRow = (typeof opinionRows)[number];

/** Where words of an opinion go: in a row of the grid, or beside it. */
export type OpinionPart = OpinionRow | "more";

export const opinionParts = [...opinionRows, "more"] as const satisfies readonly OpinionPart[];

export const opinionEntries = defineKind(
  "opinions",
  {
    who: words(),
    on: aside(knownDate()),
    // The visit it comes from, or "" (a letter, a report).
    visit: aside(link()),
    // Whether these are the first doctor's words.
    whose: aside(oneOf(["first", "later"])),
    // The visit from whose page it was begun, or "" if somebody began it separately.
    origin: aside(link()),
    // The answers and notes of the visit that were put into it.
    drawn: aside(marks()),
    seen: longText(),
    examined: longText(),
    diagnosis: longText(),
    sure: longText(),
    recommended: longText(),
    alternatives: longText(),
    benefits: longText(),
    harms: longText(),
    ifWait: longText(),
    more: longText(),
  },
  { order: byDay },
);
export type Opinion = EntryOf<typeof opinionEntries>;
export type OpinionFields = ValuesOf<typeof opinionEntries>;

/** Ordered by the day they were given. */
export const opinions = opinionEntries.list;

/** Whether a doctor's words are written down, not only the doctor's name. */
export function holdsRows(opinion: Opinion): boolean {
  return opinionRows.some((row) => opinion[row].trim() !== "");
}

/**
 * The opinion that the others are compared with: one said to be the first doctor's, else one from a visit to that
 * doctor, else the earliest without a statement whose it is. Null when all are other doctors'.
 */
export function firstOpinion(doc: CaseDoc): Opinion | null {
  const all = opinions(doc);
  const told = (whose: OpinionFields["whose"]) => (opinion: Opinion) => whoseIs(doc, opinion) === whose;
  return all.find(told("first")) ?? all.find(told("")) ?? null;
}

/** What somebody said, else what its visit was for, even if the visit was deleted since. */
export function whoseIs(doc: CaseDoc, { whose, visit: named }: Opinion): OpinionFields["whose"] {
  if (whose.value !== "") return whose.value;
  const all = [...visits(doc), ...deletedVisits(doc)];
  const visit = all.find(({ id }) => id === named.value);
  if (visit === undefined || ["", "other"].includes(visit.part.value)) return "";
  return isWithFirst(visit) ? "first" : "later";
}

function byDay(a: Entry & { on: Field }, b: Entry & { on: Field }): number {
  const left = `${a.on.value || "9999"}${a.createdAt}`;
  const right = `${b.on.value || "9999"}${b.createdAt}`;
  return left < right ? -1 : left > right ? 1 : 0;
}
