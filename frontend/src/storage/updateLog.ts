// The local log, which is also the outbox: what this phone wrote and what it pulled, as sealed rows. Every function is one
// transaction, so a crash leaves the log as it was before or as it is after. A row that this phone wrote is stored
// with strict durability, because "Saved on this phone" is said right after.
import type { Finding } from "../protocol/api";
import type { Changes } from "./changes";
import type { WithDatabase } from "./database";
import { newRecord, patchRecord } from "./logRecord";
import type { LogRecord, Row, StoredNotice } from "./schema";

export type OwnEnvelope = {
  device: string;
  counter: number;
  previous: string;
  hash: string;
  envelope: Uint8Array;
  carries?: string;
};

export interface UpdateLog {
  /** Enters a log so that it takes part in sync; nothing happens when it is known. */
  register(log: string): Promise<void>;
  logs(): Promise<LogRecord[]>;
  record(log: string): Promise<LogRecord | null>;
  patch(log: string, change: (record: LogRecord) => Partial<LogRecord>): Promise<void>;
  /** Gives the log its writing device unless it has one. Returns the one it has. */
  setDevice(log: string, device: string): Promise<string>;
  /** Stores an envelope this device sealed on top of `counter - 1`. "stale" when the log moved on meanwhile: seal again. */
  append(log: string, own: OwnEnvelope): Promise<"stored" | "stale">;
  /** Removes the log and all its rows from this phone. */
  forget(log: string): Promise<void>;
  rowsAfter(log: string, n: number, limit?: number): Promise<Row[]>;
  rowsAt(log: string, places: number[]): Promise<Row[]>;
  pending(log: string, limit?: number): Promise<Row[]>;
  waiting(): Promise<number>;
  /** Keeps rows out of the document for what was found, or lets them in again (null). */
  judge(log: string, places: number[], finding: Finding | null): Promise<void>;
  addNotice(log: string, notice: StoredNotice): Promise<void>;
  dismiss(log: string, code: StoredNotice["code"]): Promise<void>;
}

export function createUpdateLog(withDatabase: WithDatabase, changes: Changes): UpdateLog {
  const patch: UpdateLog["patch"] = async (log, change) => {
    await withDatabase(async (database) => {
      const tx = database.transaction("logs", "readwrite");
      await patchRecord(tx.store, log, change);
      await tx.done;
    });
    changes.announce(log);
  };

  return {
    async register(log) {
      const entered = await withDatabase(async (database) => {
        const tx = database.transaction("logs", "readwrite");
        const known = await tx.store.get(log);
        if (!known) await tx.store.put(newRecord(log));
        await tx.done;
        return !known;
      });
      if (entered) changes.announce(log);
    },

    logs: () => withDatabase((database) => database.getAll("logs")),
    record: async (log) => (await withDatabase((database) => database.get("logs", log))) ?? null,
    patch,

    setDevice: (log, device) =>
      withDatabase(async (database) => {
        const tx = database.transaction("logs", "readwrite", { durability: "strict" });
        const record = await tx.store.get(log);
        const kept = record?.device ?? device;
        if (record) await tx.store.put({ ...record, device: kept });
        await tx.done;
        return kept;
      }),

    async append(log, own) {
      const outcome = await withDatabase(async (database) => {
        const tx = database.transaction(["rows", "logs"], "readwrite", { durability: "strict" });
        const logs = tx.objectStore("logs");
        const record = await logs.get(log);
        if (!record || !isNext(record, own)) {
          await tx.done;
          return "stale" as const;
        }
        const n = record.rows + 1;
        await tx.objectStore("rows").put({ ...own, log, n, pending: 1 });
        await logs.put({ ...record, rows: n, counter: own.counter, previous: own.hash });
        await tx.done;
        return "stored" as const;
      });
      if (outcome === "stored") changes.announce(log);
      return outcome;
    },

    async forget(log) {
      await withDatabase(async (database) => {
        const tx = database.transaction(["rows", "logs"], "readwrite");
        await tx.objectStore("rows").delete(IDBKeyRange.bound([log, 0], [log, Number.POSITIVE_INFINITY]));
        await tx.objectStore("logs").delete(log);
        await tx.done;
      });
      changes.announce(log);
    },

    rowsAfter: (log, n, limit) =>
      withDatabase((database) =>
        database.getAll("rows", IDBKeyRange.bound([log, n], [log, Number.POSITIVE_INFINITY], true), limit),
      ),

    rowsAt: (log, places) =>
      withDatabase(async (database) => {
        const tx = database.transaction("rows");
        const rows = await Promise.all(places.map((n) => tx.store.get([log, n])));
        await tx.done;
        return rows.filter((row) => row !== undefined);
      }),

    pending: (log, limit) =>
      withDatabase((database) =>
        database.getAllFromIndex(
          "rows",
          "pending",
          IDBKeyRange.bound([log, 1, 0], [log, 1, Number.POSITIVE_INFINITY]),
          limit,
        ),
      ),

    waiting: () => withDatabase((database) => database.countFromIndex("rows", "pending")),

    judge: (log, places, finding) =>
      withDatabase(async (database) => {
        const tx = database.transaction("rows", "readwrite");
        for (const n of places) {
          const row = await tx.store.get([log, n]);
          if (row) await tx.store.put(finding ? { ...row, finding } : withoutFinding(row));
        }
        await tx.done;
      }),

    addNotice: (log, notice) => patch(log, (record) => ({ notices: withNotice(record.notices, notice) })),
    dismiss: (log, code) =>
      patch(log, (record) => ({ notices: record.notices.filter((known) => known.code !== code) })),
  };
}

/** One notice a code: a second of the same kind raises its count. */
export function withNotice(notices: StoredNotice[], notice: StoredNotice): StoredNotice[] {
  const known = notices.find((other) => other.code === notice.code);
  const rest = notices.filter((other) => other.code !== notice.code);
  return [...rest, { ...notice, count: (known?.count ?? 0) + notice.count }];
}

export function withoutFinding(row: Row): Row {
  const { finding: _finding, ...rest } = row;
  return rest;
}

export function isNext(record: LogRecord, own: OwnEnvelope): boolean {
  return record.device === own.device && record.counter === own.counter - 1 && record.previous === own.previous;
}
