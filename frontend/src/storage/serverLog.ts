// What the sync engine writes into the local log: acknowledged seqs, pulled pages with the cursor, and the new order of
// things after the server lost entries. Each is one transaction.
import type { Finding } from "../protocol/api";
import { ZERO_HASH } from "../protocol/envelope";
import type { Changes } from "./changes";
import type { Database, WithDatabase } from "./database";
import { patchRecord } from "./logRecord";
import type { LogRecord, Row } from "./schema";

export type PulledRow = {
  seq: number;
  hash: string;
  chain: string;
  envelope: Uint8Array;
  /** null when the bytes are not an envelope of this log. */
  header: {
    device: string;
    counter: number;
    previous: string;
    head: { incarnation: string; seq: number; hash: string };
  } | null;
};
export type PulledPage = { incarnation: string; from: number; rows: PulledRow[]; serverHead: number; at: string };
export type Stored = { outcome: "stored"; findings: Finding[] } | { outcome: "stale" };

export interface ServerLog {
  acknowledge(log: string, acknowledged: { n: number; seq: number }[], at: string): Promise<void>;
  /** Stores a page and moves the cursor. "stale" when the cursor is no longer at `page.from`: another tab was faster. */
  store(log: string, page: PulledPage): Promise<Stored>;
  /** Takes the server's list of entry hashes (with the chain after each) as the truth about what it holds. */
  heal(log: string, incarnation: string, hashes: string[], chains: string[]): Promise<void>;
}

type RowsAndLogs = ReturnType<typeof begin>;

export function createServerLog(withDatabase: WithDatabase, changes: Changes): ServerLog {
  return {
    async acknowledge(log, acknowledged, at) {
      await withDatabase(async (database) => {
        const tx = begin(database);
        for (const { n, seq } of acknowledged) {
          const row = await tx.objectStore("rows").get([log, n]);
          if (row) await tx.objectStore("rows").put({ ...withoutPending(row), seq });
        }
        await patchRecord(tx.objectStore("logs"), log, () => ({ lastExchangeAt: at }));
        await tx.done;
      });
      changes.announce(log);
    },

    async store(log, page) {
      const stored = await withDatabase(async (database) => {
        const tx = begin(database);
        const record = await tx.objectStore("logs").get(log);
        if (!record || record.cursor !== page.from || record.incarnation !== page.incarnation) {
          await tx.done;
          return { outcome: "stale" } as const;
        }
        const findings = await storePage(tx, record, page);
        await tx.done;
        return { outcome: "stored", findings } as const;
      });
      changes.announce(log);
      return stored;
    },

    async heal(log, incarnation, hashes, chains) {
      await withDatabase(async (database) => {
        const tx = begin(database);
        const seqs = new Map(hashes.map((hash, at) => [hash, at + 1]));
        const record = await tx.objectStore("logs").get(log);
        const held = new Set<string>();
        let orphans = false;
        for await (const cursor of tx
          .objectStore("rows")
          .iterate(IDBKeyRange.bound([log, 0], [log, Number.POSITIVE_INFINITY]))) {
          const row = placed(cursor.value, seqs.get(cursor.value.hash), chains, record?.device ?? null);
          held.add(row.hash);
          orphans ||= isOrphan(row);
          await cursor.update(row);
        }
        const missing = hashes.findIndex((hash) => !held.has(hash));
        const known = missing === -1 ? hashes.length : missing;
        await patchRecord(tx.objectStore("logs"), log, () => ({
          incarnation,
          cursor: known,
          cursorHash: chains[known - 1] ?? ZERO_HASH,
          serverHead: hashes.length,
          orphans,
        }));
        await tx.done;
      });
      changes.announce(log);
    },
  };
}

function begin(database: Database) {
  return database.transaction(["rows", "logs"], "readwrite");
}

/** A row that only this phone still holds and that its own device can't send: another device wrote it. */
export function isOrphan(row: Row): boolean {
  return row.seq === undefined && row.pending === undefined && row.finding === undefined && row.resealed === undefined;
}

async function storePage(tx: RowsAndLogs, record: LogRecord, page: PulledPage): Promise<Finding[]> {
  const findings: Finding[] = [];
  let rows = record.rows;
  let cloned = record.cloned;
  for (const pulled of page.rows) {
    const known = await tx.objectStore("rows").index("hash").get([record.log, pulled.hash]);
    if (known) {
      if (known.seq !== undefined && known.seq !== pulled.seq) findings.push("replay");
      else await tx.objectStore("rows").put({ ...withoutPending(known), seq: pulled.seq, chain: pulled.chain });
      continue;
    }
    rows += 1;
    const row = await judged(tx, record, pulled, rows);
    // This device's own name under an entry that this phone never wrote: its storage lives on somewhere else too.
    if (row.finding) findings.push(row.finding);
    cloned ||= row.device === record.device;
    await tx.objectStore("rows").put(row);
    if (!row.finding) await releaseSuccessors(tx, row);
  }
  const last = page.rows.at(-1);
  await patchRecord(tx.objectStore("logs"), record.log, () => ({
    rows,
    cloned,
    cursor: last?.seq ?? page.from,
    ...(last ? { cursorHash: last.chain } : {}),
    serverHead: page.serverHead,
    lastExchangeAt: page.at,
  }));
  return findings;
}

async function judged(tx: RowsAndLogs, record: LogRecord, pulled: PulledRow, n: number): Promise<Row> {
  const { seq, hash, chain, envelope, header } = pulled;
  const place = { log: record.log, n, seq, hash, chain, envelope };
  if (!header) return { ...place, device: "", counter: 0, previous: "", finding: "malformed" };
  const { device, counter, previous } = header;
  const row = { ...place, device, counter, previous };
  const byCounter = tx.objectStore("rows").index("counter");
  const rivals = await byCounter.getAll([record.log, device, counter]);
  if (rivals.some((rival) => rival.seq !== undefined)) return { ...row, finding: "replay" };
  if (await isForked(tx, record, pulled, header.head)) return { ...row, finding: "fork" };
  if (counter === 1) return previous === ZERO_HASH ? row : { ...row, finding: "counter_gap" };
  const before = await byCounter.getAll([record.log, device, counter - 1]);
  return before.some((known) => known.hash === previous) ? row : { ...row, finding: "counter_gap" };
}

// The author says which head it had verified. In the present incarnation that head must lie on our own chain.
async function isForked(
  tx: RowsAndLogs,
  record: LogRecord,
  pulled: PulledRow,
  head: { incarnation: string; seq: number; hash: string },
): Promise<boolean> {
  if (head.incarnation !== record.incarnation || head.seq === 0) return false;
  if (head.seq >= pulled.seq) return true;
  const seen = await tx.objectStore("rows").index("seq").get([record.log, head.seq]);
  return seen?.chain !== undefined && seen.chain !== head.hash;
}

// A missing entry has come: what waited behind it may be merged now.
async function releaseSuccessors(tx: RowsAndLogs, row: Row): Promise<void> {
  const rows = tx.objectStore("rows");
  let last = row;
  for (;;) {
    const candidates = await rows.index("counter").getAll([last.log, last.device, last.counter + 1]);
    const next = candidates.find((row) => row.finding === "counter_gap" && row.previous === last.hash);
    if (!next) return;
    const { finding: _released, ...released } = next;
    await rows.put(released);
    last = next;
  }
}

function placed(row: Row, seq: number | undefined, chains: string[], device: string | null): Row {
  const { seq: _seq, chain: _chain, pending: _pending, ...rest } = row;
  const chain = seq === undefined ? undefined : chains[seq - 1];
  if (seq !== undefined && chain !== undefined) return { ...rest, seq, chain };
  return row.device === device && row.finding === undefined ? { ...rest, pending: 1 } : rest;
}

function withoutPending(row: Row): Row {
  const { pending: _pending, ...rest } = row;
  return rest;
}
