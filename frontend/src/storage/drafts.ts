// What was typed and is not a row yet, kept for a page that goes away in the middle of a word. A draft is wrapped like a secret
// and written at every rest of a few milliseconds, so it is stored without waiting for the disk; "saved" is never said of it.
import { transact, type WithDatabase } from "./database";
import type { Draft } from "./schema";

export interface DraftStore {
  of(log: string): Promise<Draft[]>;
  /** Stores the draft in the place of the one before it, which only the tab that wrote it names. */
  put(draft: Draft, before: string | null): Promise<void>;
  remove(log: string, ids: string[]): Promise<void>;
}

export function createDraftStore(withDatabase: WithDatabase): DraftStore {
  return {
    of: (log) => transact(withDatabase, ["drafts"], "readonly", (tx) => tx.objectStore("drafts").getAll(draftsOf(log))),
    put: (draft, before) =>
      transact(
        withDatabase,
        ["drafts"],
        "readwrite",
        async (tx) => {
          const store = tx.objectStore("drafts");
          // Each on its own feet: when one is refused on the spot, the others still have somebody who hears how they end.
          const replaced = (before === null ? [] : [before]).map(async (id) => store.delete([draft.log, id]));
          const put = (async () => store.put(draft))();
          // Not left to the browser: a page that goes away takes along what it has not committed.
          await Promise.all([put, ...replaced, (async () => tx.commit())()]);
        },
        { durability: "relaxed" },
      ),
    remove: (log, ids) =>
      transact(withDatabase, ["drafts"], "readwrite", async (tx) => {
        await Promise.all(ids.map(async (id) => tx.objectStore("drafts").delete([log, id])));
      }),
  };
}

export function draftsOf(log: string): IDBKeyRange {
  return IDBKeyRange.bound([log], [log, []]);
}
