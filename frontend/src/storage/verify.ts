// Whether a pulled row may be merged, judged from what this phone holds: each device's counters must have no gap and no
// rival, and the author's head must be on our chain. Signatures were checked before; only signed rows count as rivals.
import type { IDBPTransaction } from "idb";
import type { Finding } from "../protocol/api";
import { ZERO_HASH } from "../protocol/envelope";
import { withoutFinding } from "./localLog";
import type { LogRecord, Row, Schema } from "./schema";
import { hasBytes } from "./setAside";

export type RowsAndLogs = IDBPTransaction<Schema, ("rows" | "logs")[], "readwrite">;
export type PulledHeader = {
  device: string;
  counter: number;
  previous: string;
  head: { incarnation: string; seq: number; hash: string };
};
/**
 * `header` is null when the bytes are not an envelope of this log. `signed`: its device did sign it. `sealFinding`:
 * what keeps it from being opened. `isRotten`: the hash that the server lists is not that of its bytes. Only someone
 * with the case's key can write what opens, so nobody else's row counts as a rival.
 */
export type PulledRow = {
  seq: number;
  hash: string;
  chain: string;
  envelope: Uint8Array;
  header: PulledHeader | null;
  signed: boolean;
  isRotten: boolean;
  sealFinding: Finding | null;
};

export async function verifiedRow(tx: RowsAndLogs, record: LogRecord, pulled: PulledRow, n: number): Promise<Row> {
  const { seq, hash, chain, envelope, header, signed, isRotten, sealFinding } = pulled;
  const placed = { log: record.log, n, seq, hash, chain, envelope };
  const nobody = { ...placed, device: "", counter: 0, previous: "" };
  if (isRotten) return { ...nobody, finding: "rotten" };
  if (!header) return { ...nobody, finding: "malformed" };
  if (!signed) return { ...nobody, finding: "bad_signature" };
  const { device, counter, previous } = header;
  const row = { ...placed, device, counter, previous };
  if (sealFinding !== null && sealFinding !== "unknown_key") return { ...row, finding: sealFinding };
  const found = await positionFinding(tx, record, row, header);
  const finding = found ?? sealFinding;
  return finding === null ? row : { ...row, finding };
}

async function positionFinding(
  tx: RowsAndLogs,
  record: LogRecord,
  row: Row & { seq: number },
  header: PulledHeader,
): Promise<Finding | null> {
  const { seq, device, counter, previous } = row;
  const byCounter = tx.objectStore("rows").index("counter");
  const rivals = await byCounter.getAll([record.log, device, counter]);
  if (rivals.some((rival) => rival.chain !== undefined)) return "replay";
  if (await isForked(tx, record, seq, header)) return "fork";
  if (counter === 1) return previous === ZERO_HASH ? null : "counter_gap";
  const before = await byCounter.getAll([record.log, device, counter - 1]);
  if (before.some((known) => known.hash === previous)) return null;
  // The row before it is there and only cannot be read, so nothing was left out on purpose.
  const missing = await tx.objectStore("rows").index("hash").get([record.log, previous]);
  return missing?.finding === "rotten" ? null : "counter_gap";
}

/** A missing entry has arrived: what waited for it may be merged. Returns the first place of a row never tried. */
export async function releaseSuccessors(tx: RowsAndLogs, row: Row): Promise<number> {
  const rows = tx.objectStore("rows");
  let first = Number.POSITIVE_INFINITY;
  let last = row;
  for (;;) {
    const candidates = await rows.index("counter").getAll([last.log, last.device, last.counter + 1]);
    const next = candidates.find((row) => row.finding === "counter_gap" && row.previous === last.hash && hasBytes(row));
    if (!next) return first;
    await rows.put(withoutFinding(next));
    first = Math.min(first, next.n);
    last = next;
  }
}

// The author says which head it had verified. In the current incarnation that head must lie on our own chain.
async function isForked(tx: RowsAndLogs, record: LogRecord, seq: number, { head }: PulledHeader): Promise<boolean> {
  if (head.incarnation !== record.incarnation || head.seq === 0) return false;
  if (head.seq >= seq) return true;
  const seen = await tx.objectStore("rows").index("seq").get([record.log, head.seq]);
  return seen?.chain !== undefined && seen.chain !== head.hash;
}
