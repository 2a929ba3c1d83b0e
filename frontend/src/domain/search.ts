// Search over one case, on the phone. Finds every entry that holds all the words, whatever their case or accents.
import type { CaseDoc } from "./document";
import type { EntryKind } from "./entries";
import { allSpoken } from "./everyKind";

export type Hit = { kind: EntryKind; id: string; text: string; createdAt: string };

/** Entries that hold every word of `query`, newest first. An empty query finds nothing. */
export function searchCase(doc: CaseDoc, query: string): Hit[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return hitsOf(doc)
    .filter((hit) => {
      const text = folded(hit.text);
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

function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLocaleLowerCase();
}
