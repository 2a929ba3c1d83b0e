// The sealed state of a log: its document as of one row, so that a start opens one blob and the rows after it. Nothing
// is lost with it: it may be deleted at any time, and it counts only while the rows that it stands for are unchanged.
import type { IDBPTransaction } from "idb";
import { transact, type WithDatabase } from "./database";
import type { LogRecord, Schema, StatePart } from "./schema";

/**
 * What a state stands for: `rows` rows up to row `n`, whose hash is `hash`, read while `device` was the writing device.
 * `checked` is the last of them that was not written here and had to be tried first; 0 for none. `fresh` is the row up
 * to which the state was last made from nothing but rows.
 */
export type StateHead = Pick<StatePart, "n" | "hash" | "rows" | "device" | "checked" | "fresh">;
export type SealedState = { head: StateHead; parts: Uint8Array[] };

export interface StateStore {
  /** The state of the log, unless there is any doubt about it. */
  of(log: string): Promise<SealedState | null>;
  /** Replaces the state of a log that this phone still has. */
  put(log: string, state: SealedState): Promise<void>;
}

export function createStateStore(withDatabase: WithDatabase): StateStore {
  return {
    of: (log) =>
      transact(withDatabase, ["states", "logs", "rows"], "readonly", async (tx) => {
        // Each separately: when one throws at once, the outcome of the other is still awaited.
        const [parts, record] = await Promise.all([
          (async () => tx.objectStore("states").getAll(statesOf(log)))(),
          (async () => tx.objectStore("logs").get(log))(),
        ]);
        const [first] = parts;
        const isWhole =
          first?.parts === parts.length && parts.every(({ n, hash }) => n === first.n && hash === first.hash);
        if (!isWhole || !record || !isUndoubted(first, record) || !(await isBorneOut(tx, log, first))) return null;
        return { head: first, parts: parts.map(({ sealed }) => sealed) };
      }),
    put: (log, { head, parts }) =>
      transact(withDatabase, ["states", "logs"], "readwrite", async (tx) => {
        if (!(await tx.objectStore("logs").get(log))) return;
        const store = tx.objectStore("states");
        await store.delete(statesOf(log));
        for (const [part, sealed] of parts.entries())
          await store.put({ ...head, log, part, parts: parts.length, sealed });
      }),
  };
}

/** All parts of the state of a log. */
export function statesOf(log: string): IDBKeyRange {
  return IDBKeyRange.bound([log, 0], [log, Number.POSITIVE_INFINITY]);
}

// Rows that must be tried again, or a device that must be left, may change what any row means.
function isUndoubted({ device, checked }: StateHead, record: LogRecord): boolean {
  return record.device === device && !record.setAside?.length && (record.checkedUpTo ?? 0) >= checked;
}

/** Whether the same rows are there, and none of the log is kept out of its document. */
async function isBorneOut(tx: IDBPTransaction<Schema, ("states" | "logs" | "rows")[]>, log: string, head: StateHead) {
  const rows = tx.objectStore("rows");
  const [last, count, aside] = await Promise.all([
    (async () => rows.get([log, head.n]))(),
    (async () => rows.count(IDBKeyRange.bound([log, 0], [log, head.n])))(),
    (async () => rows.index("aside").count(IDBKeyRange.bound([log], [log, []])))(),
  ]);
  return last?.hash === head.hash && count === head.rows && aside === 0;
}
