// What a query finds in the case: entries that hold all its words; where there are none, entries that come close to it.

import { searchOver } from "../../../content/search";
import type { CaseDoc } from "../../../domain/case/document";
import { entriesToSearch, type Hit, searchCase } from "../../../domain/case/search";
import * as spelling from "../../../i18n/folding";

export type CaseHits = { hits: Hit[]; comeClose: boolean };

// The words of so many entries are weighed between two letters on a slow phone, too.
const MOST_WEIGHED = 500;

export function caseHits(doc: CaseDoc, query: string): CaseHits {
  const hits = searchCase(doc, query, spelling);
  if (hits.length > 0) return { hits, comeClose: false };
  const newest = entriesToSearch(doc).slice(0, MOST_WEIGHED);
  return { hits: searchOver(newest, ({ text }) => ({ title: text }), spelling)(query), comeClose: true };
}
