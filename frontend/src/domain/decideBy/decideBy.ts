// The decide-by date: only what the clinician said, in the clinician's words. Never computed, never a "safe delay".

import { valuesOf } from "../case/defineKind";
import { type CaseDoc, type Field, readField, rootMap, type Writer, writeField } from "../case/document";

/** `date` is a calendar date (YYYY-MM-DD) or "" while none was given; `words` and `saidBy` are as the patient heard them. */
export type DecideBy = { date: Field; words: Field; saidBy: Field };
export type DecideByFields = { date: string; words: string; saidBy: string };

export function decideBy(doc: CaseDoc): DecideBy {
  const map = rootMap(doc, "case");
  return {
    date: readField(map, "decideByDate", ""),
    words: readField(map, "decideByWords", ""),
    saidBy: readField(map, "decideBySaidBy", ""),
  };
}

/** The earlier of two dates until the person has chosen; a date cleared on one phone only counts. "" if none. */
export function countedDate(doc: CaseDoc): string {
  return valuesOf(decideBy(doc).date).sort()[0] ?? "";
}

/** What the doctor said without giving a date, such as "There is no rush": an answer, too. "" if nothing. */
export function countedWords(doc: CaseDoc): string {
  return valuesOf(decideBy(doc).words)[0]?.trim() ?? "";
}

export function setDecideBy(doc: CaseDoc, writer: Writer, fields: Partial<DecideByFields>): void {
  const map = rootMap(doc, "case");
  doc.transact(() => {
    if (fields.date !== undefined) writeField(map, "decideByDate", fields.date, writer);
    if (fields.words !== undefined) writeField(map, "decideByWords", fields.words, writer);
    if (fields.saidBy !== undefined) writeField(map, "decideBySaidBy", fields.saidBy, writer);
  });
}
