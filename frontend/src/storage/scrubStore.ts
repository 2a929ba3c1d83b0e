// How far this phone has compared the bytes on the server's disk with its own, and which of its rows differ. A scrub
// notifies nobody: it changes nothing on a screen.
import { transact, type WithDatabase } from "./database";
import { patchRecord } from "./logRecord";
import type { LogRecord, Row } from "./schema";
import { hasBytes } from "./setAside";

export interface ScrubStore {
  noteScrubbed(log: string, scrubbed: NonNullable<LogRecord["scrubbed"]>): Promise<void>;
  /** Whole rows after `seq` whose bytes on the server have another hash; `upTo`: how far it compared. */
  differing(log: string, seq: number, hashes: string[]): Promise<{ rows: Row[]; upTo: number }>;
}

/** What may be put back at once. */
const MOST_ROWS = 100;
const MOST_BYTES = 700_000;

export function createScrubStore(withDatabase: WithDatabase): ScrubStore {
  return {
    noteScrubbed: (log, scrubbed) =>
      transact(withDatabase, ["logs"], "readwrite", (tx) =>
        patchRecord(tx.objectStore("logs"), log, () => ({ scrubbed })),
      ),
    differing: (log, seq, hashes) =>
      transact(withDatabase, ["rows"], "readonly", async (tx) => {
        const upTo = seq + hashes.length;
        const rows: Row[] = [];
        let bytes = 0;
        const range = IDBKeyRange.bound([log, seq + 1], [log, upTo]);
        for await (const { value: row } of tx.objectStore("rows").index("seq").iterate(range)) {
          const at = row.seq ?? 0;
          if (!hasBytes(row) || hashes[at - seq - 1] === row.hash) continue;
          bytes += row.envelope.length;
          const isFull = rows.length === MOST_ROWS || (rows.length > 0 && bytes > MOST_BYTES);
          if (isFull) return { rows, upTo: at - 1 };
          rows.push(row);
        }
        return { rows, upTo };
      }),
  };
}
