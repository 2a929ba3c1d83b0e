// Search over one case, on the phone. Finds every entry that contains all the words, or other forms of them. How words
// are compared (capitals, accents, quotes) and what a stem is depends on the language, so it is passed in.
import type { CaseDoc } from "./document";
import type { EntryKind } from "./entries";
import { allSpoken } from "./everyKind";

export type Hit = { kind: EntryKind; id: string; text: string; createdAt: string };

export type Spelling = {
  folded(text: string): string;
  soughtWords(query: string): string[];
  stem(word: string): string;
};

/** Entries that contain every searched word, newest first. An empty query finds nothing. */
export function searchCase(doc: CaseDoc, query: string, spelling: Spelling): Hit[] {
  const words = spelling.soughtWords(query);
  if (words.length === 0) return [];
  return entriesToSearch(doc).filter((hit) => {
    const text = spelling.folded(hit.text);
    return words.every((word) => text.includes(word) || holdsBeginning(text, spelling.stem(word)));
  });
}

/** Everything that people wrote, except what is deleted, newest first. */
export function entriesToSearch(doc: CaseDoc): Hit[] {
  return allSpoken(doc)
    .map(({ kind, entry, words }) => ({ kind, id: entry.id, createdAt: entry.createdAt, text: words.join(" · ") }))
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/** Only at the beginning of a word: "ask", the stem of "asking", must not match "task". */
function holdsBeginning(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}
