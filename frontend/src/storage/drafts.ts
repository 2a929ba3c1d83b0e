// What was typed and is not a row yet, kept for a page that closes in the middle of a word. A draft is wrapped like a
// secret. It is written at every pause of a few milliseconds, so it is stored without waiting for the disk and never
// counts as saved.
import { transact, type WithDatabase } from "./database";
import type { Draft } from "./schema";

export interface DraftStore {
  of(log: string): Promise<Draft[]>;
  /** Stores the draft, replacing `before`, whose id only the tab that wrote it knows. */
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
          // Each separately: when one throws at once, the outcome of the others is still awaited.
          const replaced = (before === null ? [] : [before]).map(async (id) => store.delete([draft.log, id]));
          const put = (async () => store.put(draft))();
          // The commit is not left to the browser: a page that closes loses what it has not committed.
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
