// What was pulled and may not be merged. An entry that may still find its place keeps its bytes, up to a quota for each
// author and each log. Of anything else only the hash is kept, and beyond a number of those nothing at all: a server,
// or anyone who writes through it, must not fill the phone with data of no use. Must not touch a row that is in a case.
import type { IDBPTransaction } from "idb";
import type { Finding } from "../protocol/api";
import { transact, type WithDatabase } from "./database";
import type { Row, Schema } from "./schema";

export type WithRows = IDBPTransaction<Schema, ("rows" | "logs")[], "readwrite">;

export const MOST_BYTES_OF_AUTHOR = 8_000_000;
export const MOST_BYTES_OF_LOG = 16_000_000;
export const MOST_HASHES = 2_000;

// Rows with any other finding can never be read, whatever else arrives.
const FOR_THE_CASE: Finding[] = ["unsound", "too_much", "set_aside"];
const MAY_FIND_PLACE: Finding[] = ["unknown_key", "counter_gap", "fork", "replay", ...FOR_THE_CASE];
const NOBODY = "";

/** Whether the row still has the bytes from the server: of some rows only the hash was kept. */
export function hasBytes(row: Row): boolean {
  return row.envelope.length > 0;
}

export function withFinding(row: Row, finding: Finding): Row {
  if (!MAY_FIND_PLACE.includes(finding)) return { ...row, finding, envelope: new Uint8Array(), aside: NOBODY };
  return { ...row, finding, aside: hasBytes(row) ? row.device : NOBODY };
}

/** Whether the row was set aside for its effect on the case, and its bytes are still here. */
export function mayBeTriedAnew({ finding, envelope }: Row): boolean {
  return finding !== undefined && FOR_THE_CASE.includes(finding) && envelope.length > 0;
}

export interface SetAsideQuota {
  /** The row as it should be stored: unchanged, only its hash, or null for not at all. */
  admit(row: Row): Promise<Row | null>;
}

/** What one transaction may still set aside on a log. Reads the store only when something has to be set aside. */
export function createSetAsideQuota(tx: WithRows, log: string): SetAsideQuota {
  let bytes: Map<string, number> | null = null;
  let hashes: number | null = null;
  const byAside = () => tx.objectStore("rows").index("aside");

  async function held(): Promise<Map<string, number>> {
    if (bytes) return bytes;
    bytes = new Map();
    for (const { device, envelope } of await byAside().getAll(IDBKeyRange.bound([log, NOBODY], [log, []], true))) {
      bytes.set(device, (bytes.get(device) ?? 0) + envelope.length);
    }
    return bytes;
  }

  async function hasSpaceFor({ device, envelope }: Row): Promise<boolean> {
    const known = await held();
    const ofAuthor = (known.get(device) ?? 0) + envelope.length;
    const ofLog = [...known.values()].reduce((sum, one) => sum + one, envelope.length);
    if (ofAuthor > MOST_BYTES_OF_AUTHOR || ofLog > MOST_BYTES_OF_LOG) return false;
    known.set(device, ofAuthor);
    return true;
  }

  return {
    async admit(row) {
      if (row.finding === undefined) return row;
      const placed = withFinding(row, row.finding);
      // What this phone wrote and still has to send is kept, whatever the finding.
      if (hasBytes(placed) && (row.pending !== undefined || (await hasSpaceFor(placed)))) return placed;
      hashes ??= await byAside().count([log, NOBODY]);
      hashes += 1;
      return hashes > MOST_HASHES ? null : { ...placed, envelope: new Uint8Array(), aside: NOBODY };
    },
  };
}

/** `logs`: those in which something may be tried again. */
export type SetAside = { entries: number; bytes: number; logs: string[] };

export interface SetAsideStore {
  /** How much of all logs is kept and is in no case. */
  measure(): Promise<SetAside>;
  /** Keeps only the hashes of that. What may still find its place is requested again when the log is healed. */
  free(): Promise<void>;
}

export function createSetAsideStore(withDatabase: WithDatabase): SetAsideStore {
  const each = (mode: "readonly" | "readwrite", work: (row: Row) => Row | null) =>
    transact(withDatabase, ["rows"], mode, async (tx) => {
      for await (const cursor of tx.objectStore("rows").iterate()) {
        const changed = isSetAside(cursor.value) ? work(cursor.value) : null;
        if (changed) await cursor.update?.(changed);
      }
    });
  return {
    async measure() {
      const found = { entries: 0, bytes: 0 };
      const logs = new Set<string>();
      await each("readonly", (row) => {
        found.entries += 1;
        found.bytes += row.envelope.length;
        if (mayBeTriedAnew(row)) logs.add(row.log);
        return null;
      });
      return { ...found, logs: [...logs] };
    },
    free: () => each("readwrite", (row) => ({ ...row, envelope: new Uint8Array(), aside: NOBODY })),
  };
}

// A row that this device wrote is the person's own words, whatever the finding.
function isSetAside(row: Row): boolean {
  return row.finding !== undefined && row.pending === undefined && hasBytes(row);
}
