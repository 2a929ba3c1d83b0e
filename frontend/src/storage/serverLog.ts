// What the sync engine writes into the local log: what the server says it has, pulled pages with the cursor, and the new order
// of things after the server lost entries. Each is one transaction. A row counts as sent only once it was seen in the chain.
import type { Finding } from "../protocol/api";
import { ZERO_HASH } from "../protocol/envelope";
import type { Changes } from "./changes";
import { transact, type WithDatabase } from "./database";
import { judged, type PulledRow, type RowsAndLogs, releaseSuccessors } from "./judging";
import { patchRecord } from "./logRecord";
import type { LogRecord, Row } from "./schema";
import { createLedger, hasBytes, type Ledger } from "./setAside";
import { pendingOf, withoutFinding } from "./updateLog";

/** `hasRoom`: whether what others wrote may take more room on this phone. */
export type PulledPage = {
  incarnation: string;
  from: number;
  rows: PulledRow[];
  serverHead: number;
  hasRoom: boolean;
  at: string;
};
/** "stale": the cursor is no longer at `page.from`. "contradicted": the server gives a seq of a row that it listed to other bytes. */
export type Stored = StoredPage | { outcome: Objection };
type Objection = "stale" | "contradicted" | "no_room";
/**
 * `passedOver`: how many bytes of it are not kept. `missed`: how many rows the chain has passed by, though the server had said
 * that it has them there.
 */
export type StoredPage = { outcome: "stored"; findings: Finding[]; passedOver: number; missed: number };
/** "waiting": something has still to be sent. "unseen": the server says that it has what its chain does not show. */
export type RoundEnd = "synced" | "waiting" | "unseen";

export interface ServerLog {
  /** The server says that it has these rows. That is not yet believed. */
  claim(log: string, claims: { n: number; seq: number }[]): Promise<void>;
  /** Stores a page and moves the cursor. */
  store(log: string, page: PulledPage): Promise<Stored>;
  /** Takes the server's list of entry hashes (with the chain after each) as the truth about what it holds. */
  heal(log: string, incarnation: string, hashes: string[], chains: string[]): Promise<void>;
  /** To be called when the chain is verified up to its head. Rows that stay unseen for long have to be sent once more. */
  endRound(log: string, at: string): Promise<RoundEnd>;
}

// An entry costs work however small it is.
const PASSING_OVER_BYTES = 1_000;

/** After so many exchanges without the rows that it says it has, the server is sent them again. */
export const LOOKS_BEFORE_SENDING_AGAIN = 5;

export function createServerLog(withDatabase: WithDatabase, changes: Changes): ServerLog {
  const within = <T>(work: (tx: RowsAndLogs) => Promise<T>) =>
    transact(withDatabase, ["rows", "logs"], "readwrite", work);
  return {
    async claim(log, claims) {
      await within(async (tx) => {
        for (const { n, seq } of claims) {
          const row = await tx.objectStore("rows").get([log, n]);
          // Another tab may have seen it already.
          if (row?.pending) await tx.objectStore("rows").put({ ...row, pending: 2, claimed: seq });
        }
      });
      changes.announce(log);
    },

    async store(log, page) {
      const stored = await within(async (tx) => {
        const record = await tx.objectStore("logs").get(log);
        if (!record) return { outcome: "stale" } as const;
        const outcome = await objection(tx, record, page);
        return outcome ? { outcome } : storePage(tx, record, page);
      });
      if (page.rows.length > 0) changes.announce(log);
      return stored;
    },

    async heal(log, incarnation, hashes, chains) {
      await within(async (tx) => {
        const record = await tx.objectStore("logs").get(log);
        if (record) await reorder(tx, record, incarnation, hashes, chains);
      });
      changes.announce(log);
    },

    endRound: (log, at) => within((tx) => ended(tx, log, at)),
  };
}

/** A row that only this phone still holds and that its own device can't send: another device wrote it. */
export function isOrphan(row: Row): boolean {
  return row.seq === undefined && row.pending === undefined && row.finding === undefined && row.resealed === undefined;
}

async function objection(tx: RowsAndLogs, record: LogRecord, page: PulledPage): Promise<Objection | null> {
  if (record.cursor !== page.from || record.incarnation !== page.incarnation) return "stale";
  const last = page.rows.at(-1)?.seq;
  if (last === undefined) return null;
  const placed = IDBKeyRange.bound([record.log, page.from + 1], [record.log, last]);
  const hashes = new Map(page.rows.map((row) => [row.seq, row.hash]));
  const acknowledged = await tx.objectStore("rows").index("seq").getAll(placed);
  if (acknowledged.some((row) => row.seq !== undefined && hashes.get(row.seq) !== row.hash)) return "contradicted";
  return page.hasRoom || (await takesNoRoom(tx, record, page)) ? null : "no_room";
}

// What this phone holds already, and what it keeps no byte of.
async function takesNoRoom(tx: RowsAndLogs, { log }: LogRecord, page: PulledPage): Promise<boolean> {
  const byHash = tx.objectStore("rows").index("hash");
  for (const { signed, hash } of page.rows) if (signed && (await byHash.count([log, hash])) === 0) return false;
  return true;
}

async function storePage(tx: RowsAndLogs, record: LogRecord, page: PulledPage): Promise<StoredPage> {
  const ledger = createLedger(tx, record.log);
  let progress: Progress = { n: record.rows, cloned: record.cloned, passedOver: 0, findings: [] };
  for (const pulled of page.rows) progress = await storeRow(tx, record, pulled, ledger, progress);
  const { n, cloned, passedOver, findings } = progress;
  const last = page.rows.at(-1);
  await patchRecord(tx.objectStore("logs"), record.log, () => ({
    rows: n,
    cloned,
    cursor: last?.seq ?? page.from,
    ...(last ? { cursorHash: last.chain } : {}),
    serverHead: page.serverHead,
    lastExchangeAt: page.at,
  }));
  const missed = last ? await unclaim(tx, record.log, last.seq) : 0;
  return { outcome: "stored", findings, passedOver, missed };
}

type Progress = { n: number; cloned: boolean; passedOver: number; findings: Finding[] };

async function storeRow(
  tx: RowsAndLogs,
  record: LogRecord,
  pulled: PulledRow,
  ledger: Ledger,
  before: Progress,
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
  // Its bytes have come again: whoever reads looks for them at the end.
  if (known) await rows.delete([record.log, known.n]);
  const row = await judged(tx, record, pulled, before.n + 1);
  const kept = await ledger.place(row);
  const isKept = kept !== null && hasBytes(kept);
  if (kept) await rows.put(kept);
  if (isKept && (!row.finding || row.finding === "unknown_key")) await releaseSuccessors(tx, row);
  return {
    n: before.n + (kept ? 1 : 0),
    // This device's own name under a signed entry that this phone never wrote: its storage lives on somewhere else too.
    cloned: before.cloned || row.device === record.device,
    passedOver: isKept ? before.passedOver : passedOver,
    findings: row.finding ? [...before.findings, row.finding] : before.findings,
  };
}

/** Rows that the server says it has at or before `seq`, and that its chain does not show there, have to be sent again. */
async function unclaim(tx: RowsAndLogs, log: string, seq: number): Promise<number> {
  const rows = tx.objectStore("rows");
  const claimed = await rows.index("pending").getAll(pendingOf(log, 2));
  const missed = claimed.filter((row) => (row.claimed ?? 0) <= seq);
  for (const { claimed: _claimed, ...row } of missed) await rows.put({ ...row, pending: 1 });
  return missed.length;
}

async function ended(tx: RowsAndLogs, log: string, at: string): Promise<RoundEnd> {
  const byPending = tx.objectStore("rows").index("pending");
  const record = await tx.objectStore("logs").get(log);
  const change = (changed: Partial<LogRecord>) => patchRecord(tx.objectStore("logs"), log, () => changed);
  if ((await byPending.count(pendingOf(log, 2))) > 0) {
    const unseen = (record?.unseen ?? 0) + 1;
    const isEnough = unseen >= LOOKS_BEFORE_SENDING_AGAIN;
    if (isEnough) await unclaim(tx, log, Number.POSITIVE_INFINITY);
    await change({ unseen: isEnough ? 0 : unseen });
    return "unseen";
  }
  if ((await byPending.count(pendingOf(log, 1))) > 0) return "waiting";
  await change({ unseen: 0, syncedAt: at });
  return "synced";
}

async function reorder(
  tx: RowsAndLogs,
  record: LogRecord,
  incarnation: string,
  hashes: string[],
  chains: string[],
): Promise<void> {
  const seqs = new Map(hashes.map((hash, at) => [hash, at + 1]));
  const held = new Set<string>();
  let orphans = false;
  const all = IDBKeyRange.bound([record.log, 0], [record.log, Number.POSITIVE_INFINITY]);
  for await (const cursor of tx.objectStore("rows").iterate(all)) {
    const row = placed(reconsidered(cursor.value), seqs.get(cursor.value.hash), chains, record.device);
    if (hasBytes(row)) held.add(row.hash);
    orphans ||= isOrphan(row);
    await cursor.update(row);
  }
  const missing = hashes.findIndex((hash) => !held.has(hash));
  const known = missing === -1 ? hashes.length : missing;
  await patchRecord(tx.objectStore("logs"), record.log, () => ({
    incarnation,
    cursor: known,
    cursorHash: chains[known - 1] ?? ZERO_HASH,
    serverHead: hashes.length,
    orphans,
  }));
}

// These two were said of the incarnation that has ended; the entry itself was signed by its author.
function reconsidered(row: Row): Row {
  const isOver = row.finding === "fork" || row.finding === "replay";
  return isOver && hasBytes(row) ? withoutFinding(row) : row;
}

function placed(row: Row, seq: number | undefined, chains: string[], device: string | null): Row {
  const { seq: _seq, chain: _chain, ...rest } = row;
  const chain = seq === undefined ? undefined : chains[seq - 1];
  if (seq !== undefined && chain !== undefined) return { ...withoutPending(rest), seq, chain };
  if (row.device !== device || row.finding !== undefined) return withoutPending(rest);
  const { claimed: _claimed, ...unsent } = rest;
  return { ...unsent, pending: 1 };
}

// What was sent waits no longer.
function withoutPending(row: Row): Row {
  const { pending: _pending, claimed: _claimed, touched: _touched, ...rest } = row;
  return rest;
}
