// What the sync engine writes into the local log: what the server says it has, pulled pages with their cursor, and the
// new order after the server lost entries. Each is one transaction. A row counts as sent once it was seen in the chain.
import { ZERO_HASH } from "../protocol/envelope";
import type { Changes } from "./changes";
import { transact, type WithDatabase } from "./database";
import { pendingOf, rowsOf, saying, withoutFinding } from "./localLog";
import { patchRecord } from "./logRecord";
import {
  type PulledPage,
  refusalOf,
  type Stored,
  startOf,
  storePage,
  storeRow,
  unclaim,
  withoutPending,
} from "./pulledPage";
import type { LogRecord, Row, StoredNotice } from "./schema";
import { createSetAsideQuota, hasBytes } from "./setAside";
import type { PulledRow, RowsAndLogs } from "./verify";

/** "waiting": something still has to be sent. "unseen": the server claims to have what its chain does not show. */
export type RoundEnd = "synced" | "waiting" | "unseen";

/** Every hash of one incarnation in order, and the chain after each. */
export type Listed = { incarnation: string; hashes: string[]; chains: string[] };

/** After this many exchanges in which the server does not show rows that it claims to have, they are sent again. */
export const EXCHANGES_BEFORE_SENDING_AGAIN = 5;

export class SyncLog {
  readonly #withDatabase: WithDatabase;
  readonly #changes: Changes;

  constructor(withDatabase: WithDatabase, changes: Changes) {
    this.#withDatabase = withDatabase;
    this.#changes = changes;
  }

  /** The server says that it has these rows, which is not believed yet. */
  async claim(log: string, claims: { n: number; seq: number }[]): Promise<void> {
    await this.#within(async (tx) => {
      for (const { n, seq } of claims) {
        const row = await tx.objectStore("rows").get([log, n]);
        // Another tab may already have seen it in the chain.
        if (row?.pending) await tx.objectStore("rows").put({ ...row, pending: 2, claimed: seq });
      }
    });
    this.#changes.announce(log);
  }

  /** Stores a page and moves the cursor. */
  async store(log: string, page: PulledPage): Promise<Stored> {
    const stored = await this.#within(async (tx) => {
      const record = await tx.objectStore("logs").get(log);
      if (!record) return { outcome: "stale" } as const;
      const outcome = await refusalOf(tx, record, page);
      return outcome ? { outcome } : storePage(tx, record, page);
    });
    if (page.rows.length > 0) this.#changes.announce(log);
    return stored;
  }

  /** Takes the server's list of entry hashes as the truth about what it holds, and stores a notice of what it lost. */
  async heal(log: string, listed: Listed, notice: StoredNotice): Promise<void> {
    await this.#within(async (tx) => {
      const record = await tx.objectStore("logs").get(log);
      if (record) await reorder(tx, record, listed, notice);
    });
    this.#changes.announce(log);
  }

  /** Some of the entries that arrived damaged, as the chain names them. */
  rotten(log: string, most: number): Promise<{ seq: number; hash: string; chain: string }[]> {
    return this.#within(async (tx) => {
      const held = await tx.objectStore("rows").index("aside").getAll([log, ""]);
      const rotten = held.filter(({ finding }) => finding === "rotten").slice(0, most);
      return rotten.flatMap(({ seq, hash, chain }) => (seq && chain ? [{ seq, hash, chain }] : []));
    });
  }

  /** An entry that was damaged has now arrived as it was written. */
  async mended(log: string, row: PulledRow): Promise<void> {
    await this.#within(async (tx) => {
      const record = await tx.objectStore("logs").get(log);
      if (!record) return;
      const { n, released } = await storeRow(tx, record, row, createSetAsideQuota(tx, log), startOf(record));
      const checkedUpTo = Math.min(record.checkedUpTo ?? 0, released - 1);
      await patchRecord(tx.objectStore("logs"), log, () => ({ rows: n, checkedUpTo, exchangesSinceRotten: 0 }));
    });
    this.#changes.announce(log);
  }

  /** To be called when the chain is verified up to its head. Rows that stay unseen for long have to be sent again. */
  endRound(log: string, at: string): Promise<RoundEnd> {
    return this.#within((tx) => ended(tx, log, at));
  }

  #within<T>(work: (tx: RowsAndLogs) => Promise<T>): Promise<T> {
    return transact(this.#withDatabase, ["rows", "logs"], "readwrite", work);
  }
}

/** A row that only this phone still holds and cannot send: another device wrote it. */
export function isOrphan(row: Row): boolean {
  return row.seq === undefined && row.pending === undefined && row.finding === undefined && row.resealed === undefined;
}

async function ended(tx: RowsAndLogs, log: string, at: string): Promise<RoundEnd> {
  const byPending = tx.objectStore("rows").index("pending");
  const record = await tx.objectStore("logs").get(log);
  const change = (changed: Partial<LogRecord>) => patchRecord(tx.objectStore("logs"), log, () => changed);
  if ((await byPending.count(pendingOf(log, 2))) > 0) {
    const unseenExchanges = (record?.unseenExchanges ?? 0) + 1;
    const isEnough = unseenExchanges >= EXCHANGES_BEFORE_SENDING_AGAIN;
    if (isEnough) await unclaim(tx, log, Number.POSITIVE_INFINITY);
    await change({ unseenExchanges: isEnough ? 0 : unseenExchanges });
    return "unseen";
  }
  if ((await byPending.count(pendingOf(log, 1))) > 0) return "waiting";
  await change({ unseenExchanges: 0, syncedAt: at });
  return "synced";
}

async function reorder(
  tx: RowsAndLogs,
  record: LogRecord,
  { incarnation, hashes, chains }: Listed,
  notice: StoredNotice,
): Promise<void> {
  const seqs = new Map(hashes.map((hash, at) => [hash, at + 1]));
  const held = new Set<string>();
  let orphans = false;
  for await (const cursor of tx.objectStore("rows").iterate(rowsOf(record.log))) {
    const row = placed(reconsidered(cursor.value), seqs.get(cursor.value.hash), chains, record.device);
    if (hasBytes(row)) held.add(row.hash);
    orphans ||= isOrphan(row);
    await cursor.update(row);
  }
  const missing = hashes.findIndex((hash) => !held.has(hash));
  const known = missing === -1 ? hashes.length : missing;
  await patchRecord(tx.objectStore("logs"), record.log, (present) => ({
    ...saying(notice)(present),
    incarnation,
    cursor: known,
    cursorHash: chains[known - 1] ?? ZERO_HASH,
    serverHead: hashes.length,
    orphans,
    checkedUpTo: 0,
  }));
}

// These two findings were about the incarnation that has ended; the entry itself was signed by its author.
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
