// Stores one pulled page, with the cursor after it, inside the caller's transaction. Rows that this phone already holds
// get their place, new ones are verified, and what may not be merged is kept only as far as its quota allows.
import type { Finding } from "../protocol/api";
import { pendingOf, saying } from "./localLog";
import { patchRecord } from "./logRecord";
import type { LogRecord, Row, StoredNotice } from "./schema";
import { createSetAsideQuota, hasBytes, type SetAsideQuota } from "./setAside";
import { type PulledRow, type RowsAndLogs, releaseSuccessors, verifiedRow } from "./verify";

/** `hasSpace`: whether what others wrote may take more space on this phone. */
export type PulledPage = {
  incarnation: string;
  from: number;
  rows: PulledRow[];
  serverHead: number;
  hasSpace: boolean;
  at: string;
};
/** "stale": the cursor is no longer at `page.from`. "contradicted": other bytes at the seq of a row that was listed. */
export type Stored = StoredPage | { outcome: PageRefusal };
export type PageRefusal = "stale" | "contradicted" | "no_space";
/**
 * `passedOver`: how many bytes of the page are not kept. `missed`: how many rows the chain has passed without showing
 * them, though the server had claimed them there.
 */
export type StoredPage = { outcome: "stored"; passedOver: number; missed: number };
// Every entry costs work, however small it is.
const PASSING_OVER_BYTES = 1_000;

export async function refusalOf(tx: RowsAndLogs, record: LogRecord, page: PulledPage): Promise<PageRefusal | null> {
  if (record.cursor !== page.from || record.incarnation !== page.incarnation) return "stale";
  const last = page.rows.at(-1)?.seq;
  if (last === undefined) return null;
  const range = IDBKeyRange.bound([record.log, page.from + 1], [record.log, last]);
  const hashes = new Map(page.rows.map((row) => [row.seq, row.hash]));
  const acknowledged = await tx.objectStore("rows").index("seq").getAll(range);
  if (acknowledged.some((row) => row.seq !== undefined && hashes.get(row.seq) !== row.hash)) return "contradicted";
  return page.hasSpace || (await takesNoSpace(tx, record, page)) ? null : "no_space";
}

// Whether this phone already holds every row of the page, or keeps no bytes of it.
async function takesNoSpace(tx: RowsAndLogs, { log }: LogRecord, page: PulledPage): Promise<boolean> {
  const byHash = tx.objectStore("rows").index("hash");
  for (const { signed, hash } of page.rows) if (signed && (await byHash.count([log, hash])) === 0) return false;
  return true;
}

export async function storePage(tx: RowsAndLogs, record: LogRecord, page: PulledPage): Promise<StoredPage> {
  const quota = createSetAsideQuota(tx, record.log);
  let progress = startOf(record);
  for (const pulled of page.rows) progress = await storeRow(tx, record, pulled, quota, progress, page.at);
  const { n, cloned, passedOver, findings, released } = progress;
  const last = page.rows.at(-1);
  await patchRecord(tx.objectStore("logs"), record.log, (known) => ({
    ...saying(...found(findings, page.at))(known),
    rows: n,
    cloned,
    checkedUpTo: Math.min(known.checkedUpTo ?? 0, released - 1),
    cursor: last?.seq ?? page.from,
    ...(last ? { cursorHash: last.chain } : {}),
    serverHead: page.serverHead,
    brokenExchanges: 0,
    lastExchangeAt: page.at,
  }));
  const missed = last ? await unclaim(tx, record.log, last.seq) : 0;
  return { outcome: "stored", passedOver, missed };
}

function found(findings: Finding[], at: string): StoredNotice[] {
  return findings.map((code) => ({ code, count: 1, at }));
}

export function startOf({ rows, cloned }: LogRecord): Progress {
  return { n: rows, cloned, passedOver: 0, findings: [], released: Number.POSITIVE_INFINITY };
}

/** `released`: the first place of a row that was waiting and may be merged now. */
type Progress = { n: number; cloned: boolean; passedOver: number; findings: Finding[]; released: number };

export async function storeRow(
  tx: RowsAndLogs,
  record: LogRecord,
  pulled: PulledRow,
  quota: SetAsideQuota,
  before: Progress,
  at?: string,
): Promise<Progress> {
  const rows = tx.objectStore("rows");
  const { seq, chain } = pulled;
  const passedOver = before.passedOver + pulled.envelope.length + PASSING_OVER_BYTES;
  const known = await rows.index("hash").get([record.log, pulled.hash]);
  if (known && hasBytes(known)) {
    const isReplay = known.chain !== undefined && known.seq !== seq;
    if (isReplay) return { ...before, passedOver, findings: [...before.findings, "replay"] };
    await rows.put({ ...withoutPending(known), seq, chain });
    return before;
  }
  // Its bytes have come again: moved to the end, where the reader looks for new rows.
  if (known) await rows.delete([record.log, known.n]);
  const row = { ...(await verifiedRow(tx, record, pulled, before.n + 1)), at };
  const kept = await quota.admit(row);
  const isKept = kept !== null && hasBytes(kept);
  if (kept) await rows.put(kept);
  const mayRelease = isKept && (!row.finding || row.finding === "unknown_key");
  const released = mayRelease ? await releaseSuccessors(tx, row) : before.released;
  return {
    n: before.n + (kept ? 1 : 0),
    cloned: before.cloned || isFromClone(record, row),
    passedOver: isKept ? before.passedOver : passedOver,
    findings: row.finding ? [...before.findings, row.finding] : before.findings,
    released: Math.min(before.released, released),
  };
}

// A signed entry of this device that this phone never wrote, nor the one from which it took the device over: the
// storage was cloned and is in use elsewhere.
function isFromClone({ device, writtenElsewhere = 0 }: LogRecord, row: Row): boolean {
  return row.device === device && row.counter > writtenElsewhere;
}

/** Rows that the server claims at or before `seq`, and that its chain does not show there, have to be sent again. */
export async function unclaim(tx: RowsAndLogs, log: string, seq: number): Promise<number> {
  const rows = tx.objectStore("rows");
  const claimed = await rows.index("pending").getAll(pendingOf(log, 2));
  const missed = claimed.filter((row) => (row.claimed ?? 0) <= seq);
  for (const { claimed: _claimed, ...row } of missed) await rows.put({ ...row, pending: 1 });
  return missed.length;
}

// A sent row no longer waits.
export function withoutPending(row: Row): Row {
  const { pending: _pending, claimed: _claimed, touched: _touched, ...rest } = row;
  return rest;
}
