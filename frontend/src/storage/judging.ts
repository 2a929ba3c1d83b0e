// Whether a pulled entry may be merged, told from what this phone holds: a device's counters without gap or rival, and the
// author's head on our own chain. Signatures were checked before; only signed rows are ever anybody's rival.
import type { IDBPTransaction } from "idb";
import { ZERO_HASH } from "../protocol/envelope";
import type { LogRecord, Row, Schema } from "./schema";
import { withoutFinding } from "./updateLog";

export type RowsAndLogs = IDBPTransaction<Schema, ("rows" | "logs")[], "readwrite">;
export type PulledHeader = {
  device: string;
  counter: number;
  previous: string;
  head: { incarnation: string; seq: number; hash: string };
};
/** `header` is null when the bytes are not an envelope of this log; `signed` says that its device did sign it. */
export type PulledRow = {
  seq: number;
  hash: string;
  chain: string;
  envelope: Uint8Array;
  header: PulledHeader | null;
  signed: boolean;
};

export async function judged(tx: RowsAndLogs, record: LogRecord, pulled: PulledRow, n: number): Promise<Row> {
  const { seq, hash, chain, envelope, header, signed } = pulled;
  const place = { log: record.log, n, seq, hash, chain, envelope };
  const nobody = { ...place, device: "", counter: 0, previous: "" };
  if (!header) return { ...nobody, finding: "malformed" };
  if (!signed) return { ...nobody, finding: "bad_signature" };
  const { device, counter, previous } = header;
  const row = { ...place, device, counter, previous };
  const byCounter = tx.objectStore("rows").index("counter");
  const rivals = await byCounter.getAll([record.log, device, counter]);
  if (rivals.some((rival) => rival.chain !== undefined)) return { ...row, finding: "replay" };
  if (await isForked(tx, record, seq, header)) return { ...row, finding: "fork" };
  if (counter === 1) return previous === ZERO_HASH ? row : { ...row, finding: "counter_gap" };
  const before = await byCounter.getAll([record.log, device, counter - 1]);
  return before.some((known) => known.hash === previous) ? row : { ...row, finding: "counter_gap" };
}

/** A missing entry has come: what waited behind it may be merged now. */
export async function releaseSuccessors(tx: RowsAndLogs, row: Row): Promise<void> {
  const rows = tx.objectStore("rows");
  let last = row;
  for (;;) {
    const candidates = await rows.index("counter").getAll([last.log, last.device, last.counter + 1]);
    const next = candidates.find(({ finding, previous }) => finding === "counter_gap" && previous === last.hash);
    if (!next) return;
    await rows.put(withoutFinding(next));
    last = next;
  }
}

// The author says which head it had verified. In the present incarnation that head must lie on our own chain.
async function isForked(tx: RowsAndLogs, record: LogRecord, seq: number, { head }: PulledHeader): Promise<boolean> {
  if (head.incarnation !== record.incarnation || head.seq === 0) return false;
  if (head.seq >= seq) return true;
  const seen = await tx.objectStore("rows").index("seq").get([record.log, head.seq]);
  return seen?.chain !== undefined && seen.chain !== head.hash;
}
