// Everything in a case that was deleted and can come back. Entries that never held any words are left out.
import type { CaseDoc } from "../../domain/case/document";
import type { EntryKind } from "../../domain/case/entries";
import { allDeleted } from "../../domain/case/everyKind";

export type Deleted = { kind: EntryKind; id: string; text: string; deletedAt: string };

/** The last deleted first. */
export function deletedEntries(doc: CaseDoc): Deleted[] {
  return allDeleted(doc)
    .map(({ kind, entry, words }) => ({
      kind,
      id: entry.id,
      text: words.join(" · "),
      deletedAt: entry.deletedAt ?? "",
    }))
    .filter((entry) => entry.text !== "")
    .sort((a, b) => (a.deletedAt < b.deletedAt ? 1 : -1));
}

/** Whether the entry was deleted, as opposed to unknown on this phone. */
export function isDeleted(doc: CaseDoc, kind: EntryKind, id: string): boolean {
  return allDeleted(doc).some((deleted) => deleted.kind === kind && deleted.entry.id === id);
}
