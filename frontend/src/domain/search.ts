// Search over one case, on the phone. Finds every entry that holds all the words. How letters are compared (capitals,
// accents, quotes) is the language's business and comes in.
import type { CaseDoc } from "./document";
import type { EntryKind } from "./entries";
import { allSpoken } from "./everyKind";

export type Hit = { kind: EntryKind; id: string; text: string; createdAt: string };

export type Letters = { folded(text: string): string; soughtWords(query: string): string[] };

/** Entries that hold every word that is looked for, newest first. An empty query finds nothing. */
export function searchCase(doc: CaseDoc, query: string, letters: Letters): Hit[] {
  const words = letters.soughtWords(query);
  if (words.length === 0) return [];
  return hitsOf(doc)
    .filter((hit) => {
      const text = letters.folded(hit.text);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

function hitsOf(doc: CaseDoc): Hit[] {
  return allSpoken(doc).map(({ kind, entry, words }) => ({
    kind,
    id: entry.id,
    createdAt: entry.createdAt,
    text: words.join(" · "),
  }));
}
