// What the sync engine writes into the local log: acknowledged seqs, pulled pages with the cursor, and the new order of
// things after the server lost entries. Each is one transaction.
import type { Finding } from "../protocol/api";
import { ZERO_HASH } from "../protocol/envelope";
import type { Changes } from "./changes";
import { transact, type WithDatabase } from "./database";
import { judged, type PulledRow, type RowsAndLogs, releaseSuccessors } from "./judging";
import { patchRecord } from "./logRecord";
import type { LogRecord, Row } from "./schema";
import { withoutFinding } from "./updateLog";

export type PulledPage = { incarnation: string; from: number; rows: PulledRow[]; serverHead: number; at: string };
/** "stale": the cursor is no longer at `page.from`. "contradicted": the server gives a seq that it had acknowledged to other bytes. */
export type Stored = { outcome: "stored"; findings: Finding[] } | { outcome: "stale" } | { outcome: "contradicted" };

export interface ServerLog {
  acknowledge(log: string, acknowledged: { n: number; seq: number }[], at: string): Promise<void>;
  /** Stores a page and moves the cursor. */
  store(log: string, page: PulledPage): Promise<Stored>;
  /** Takes the server's list of entry hashes (with the chain after each) as the truth about what it holds. */
  heal(log: string, incarnation: string, hashes: string[], chains: string[]): Promise<void>;
}

export function createServerLog(withDatabase: WithDatabase, changes: Changes): ServerLog {
  const within = <T>(work: (tx: RowsAndLogs) => Promise<T>) =>
    transact(withDatabase, ["rows", "logs"], "readwrite", work);
  return {
    async acknowledge(log, acknowledged, at) {
      await within(async (tx) => {
        for (const { n, seq } of acknowledged) {
          const row = await tx.objectStore("rows").get([log, n]);
          if (row) await tx.objectStore("rows").put({ ...withoutPending(row), seq });
        }
        const highest = Math.max(0, ...acknowledged.map(({ seq }) => seq));
        await patchRecord(tx.objectStore("logs"), log, (record) => ({
          acknowledged: Math.max(record.acknowledged, highest),
          lastExchangeAt: at,
        }));
      });
      changes.announce(log);
    },

    async store(log, page) {
      const stored = await within(async (tx) => {
        const record = await tx.objectStore("logs").get(log);
        const outcome = record ? await objection(tx, record, page) : "stale";
        if (!record || outcome) {
          return outcome === "contradicted" ? ({ outcome } as const) : ({ outcome: "stale" } as const);
        }
        const findings = await storePage(tx, record, page);
        return { outcome: "stored", findings } as const;
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
  };
}

/** A row that only this phone still holds and that its own device can't send: another device wrote it. */
export function isOrphan(row: Row): boolean {
  return row.seq === undefined && row.pending === undefined && row.finding === undefined && row.resealed === undefined;
}

async function objection(
  tx: RowsAndLogs,
  record: LogRecord,
  page: PulledPage,
): Promise<"stale" | "contradicted" | null> {
  if (record.cursor !== page.from || record.incarnation !== page.incarnation) return "stale";
  const last = page.rows.at(-1)?.seq;
  if (last === undefined) return null;
  const placed = IDBKeyRange.bound([record.log, page.from + 1], [record.log, last]);
  const hashes = new Map(page.rows.map((row) => [row.seq, row.hash]));
  const acknowledged = await tx.objectStore("rows").index("seq").getAll(placed);
  return acknowledged.some((row) => row.seq !== undefined && hashes.get(row.seq) !== row.hash) ? "contradicted" : null;
}

async function storePage(tx: RowsAndLogs, record: LogRecord, page: PulledPage): Promise<Finding[]> {
  const findings: Finding[] = [];
  const rows = tx.objectStore("rows");
  let n = record.rows;
  let cloned = record.cloned;
  for (const pulled of page.rows) {
    const known = await rows.index("hash").get([record.log, pulled.hash]);
    if (known) {
      if (known.seq !== undefined && known.seq !== pulled.seq) findings.push("replay");
      else await rows.put({ ...withoutPending(known), seq: pulled.seq, chain: pulled.chain });
      continue;
    }
    n += 1;
    const row = await judged(tx, record, pulled, n);
    await rows.put(row);
    if (row.finding) findings.push(row.finding);
    else await releaseSuccessors(tx, row);
    // This device's own name under a signed entry that this phone never wrote: its storage lives on somewhere else too.
    cloned ||= row.device === record.device;
  }
  const last = page.rows.at(-1);
  await patchRecord(tx.objectStore("logs"), record.log, () => ({
    rows: n,
    cloned,
    cursor: last?.seq ?? page.from,
    ...(last ? { cursorHash: last.chain } : {}),
    serverHead: page.serverHead,
    lastExchangeAt: page.at,
  }));
  return findings;
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
    held.add(row.hash);
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
    acknowledged: 0,
    orphans,
  }));
}

// These two were said of the incarnation that has ended; the entry itself was signed by its author.
function reconsidered(row: Row): Row {
  return row.finding === "fork" || row.finding === "replay" ? withoutFinding(row) : row;
}

function placed(row: Row, seq: number | undefined, chains: string[], device: string | null): Row {
  const { seq: _seq, chain: _chain, ...rest } = row;
  const chain = seq === undefined ? undefined : chains[seq - 1];
  if (seq !== undefined && chain !== undefined) return { ...withoutPending(rest), seq, chain };
  return row.device === device && row.finding === undefined ? { ...rest, pending: 1 } : withoutPending(rest);
}

// What was sent waits no longer.
function withoutPending(row: Row): Row {
  const { pending: _pending, touched: _touched, ...rest } = row;
  return rest;
}
