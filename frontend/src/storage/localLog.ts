// The local log, which is also the outbox: what this phone wrote and what it pulled, as sealed rows. Every method is
// one transaction, so a crash leaves the log as it was before or as it is after. A row that this phone wrote is stored
// with strict durability, because "Saved on this phone" is shown right after.
import type { IDBPObjectStore } from "idb";
import type { Finding } from "../protocol/api";
import type { Changes } from "./changes";
import { transact, type WithDatabase } from "./database";
import { draftsOf } from "./drafts";
import { newRecord, patchRecord } from "./logRecord";
import type { LogRecord, Row, Schema, StoredNotice, TouchedEntry } from "./schema";
import { createSetAsideQuota, type WithRows } from "./setAside";
import { statesOf } from "./states";

export type OwnEnvelope = {
  device: string;
  counter: number;
  previous: string;
  hash: string;
  envelope: Uint8Array;
  carries?: string | undefined;
  touched?: TouchedEntry[] | undefined;
};

export class LocalLog {
  readonly #withDatabase: WithDatabase;
  readonly #changes: Changes;

  constructor(withDatabase: WithDatabase, changes: Changes) {
    this.#withDatabase = withDatabase;
    this.#changes = changes;
  }

  /** Registers a log, with its notice, so that it takes part in sync. Does nothing when the log is known. */
  async register(log: string, notice?: StoredNotice): Promise<void> {
    const known = await this.#inLogs(async (store) => {
      const record = await store.get(log);
      if (!record) await store.put({ ...newRecord(log), notices: notice ? [notice] : [] });
      return record;
    });
    if (!known) this.#changes.announce(log);
  }

  /** Registers those that this phone does not know. */
  async registerAll(logs: string[]): Promise<void> {
    const known = new Set((await this.logs()).map(({ log }) => log));
    for (const log of logs) if (!known.has(log)) await this.register(log);
  }

  logs(): Promise<LogRecord[]> {
    return transact(this.#withDatabase, ["logs"], "readonly", (tx) => tx.objectStore("logs").getAll());
  }

  async record(log: string): Promise<LogRecord | null> {
    const read = transact(this.#withDatabase, ["logs"], "readonly", (tx) => tx.objectStore("logs").get(log));
    return (await read) ?? null;
  }

  async patch(log: string, change: (record: LogRecord) => Partial<LogRecord>): Promise<void> {
    await this.#inLogs((store) => patchRecord(store, log, change));
    this.#changes.announce(log);
  }

  /** Gives the log its writing device, unless it has one. Returns the one it has. */
  setDevice(log: string, device: string): Promise<string> {
    return this.#inLogs(async (store) => {
      const record = await store.get(log);
      const kept = record?.device ?? device;
      if (record) await store.put({ ...record, device: kept });
      return kept;
    }, STRICT);
  }

  /** Stores an envelope this device sealed on top of `counter - 1`. "stale" when the log has changed: seal again. */
  async append(log: string, own: OwnEnvelope): Promise<"stored" | "stale"> {
    const put = async (tx: WithRows) => {
      const logs = tx.objectStore("logs");
      const record = await logs.get(log);
      if (!record || !isNext(record, own)) return "stale" as const;
      const n = record.rows + 1;
      await tx.objectStore("rows").put({ ...own, log, n, pending: 1 });
      await logs.put({ ...record, rows: n, counter: own.counter, previous: own.hash });
      return "stored" as const;
    };
    const outcome = await transact(this.#withDatabase, ["rows", "logs"], "readwrite", put, STRICT);
    // A row that is shown as stored must also be shown as waiting to be sent.
    if (outcome === "stored") await this.#changes.announce(log);
    return outcome;
  }

  /** Removes the log and all its rows from this phone. */
  async forget(log: string): Promise<void> {
    await transact(this.#withDatabase, ["rows", "logs", "drafts", "states"], "readwrite", async (tx) => {
      await tx.objectStore("states").delete(statesOf(log));
      await tx.objectStore("rows").delete(rowsOf(log));
      await tx.objectStore("drafts").delete(draftsOf(log));
      await tx.objectStore("logs").delete(log);
    });
    this.#changes.announce(log);
  }

  rowsAfter(log: string, n: number, limit?: number): Promise<Row[]> {
    return this.#inRows((store) => store.getAll(after(log, n), limit));
  }

  /** The log's record, its rows after `n`, and those with the numbers `also`, all as of one moment. */
  asOfNow(log: string, n: number, also: number[]): Promise<{ record: LogRecord | null; rows: Row[] }> {
    return transact(this.#withDatabase, ["rows", "logs"], "readonly", async (tx) => {
      const store = tx.objectStore("rows");
      // Each separately: when one throws at once, the outcome of the others is still awaited.
      const known = (async () => tx.objectStore("logs").get(log))();
      const fresh = (async () => store.getAll(after(log, n)))();
      const kept = Promise.all(also.map(async (one) => store.get([log, one])));
      const [record, found, rows] = await Promise.all([known, kept, fresh]);
      return { record: record ?? null, rows: [...found.filter((row) => row !== undefined), ...rows] };
    });
  }

  rowsAt(log: string, rowNumbers: number[]): Promise<Row[]> {
    return this.#inRows(async (store) => {
      const rows = await Promise.all(rowNumbers.map(async (n) => store.get([log, n])));
      return rows.filter((row) => row !== undefined);
    });
  }

  /** What this device still has to send, in its order. */
  toSend(log: string, limit: number): Promise<Row[]> {
    return this.#inRows((store) => store.index("pending").getAll(pendingOf(log, 1), limit));
  }

  /** What this device wrote and has not seen on the server, in its order. */
  async pending(log: string): Promise<Row[]> {
    const rows = await this.#inRows((store) => store.index("pending").getAll(pendingOf(log)));
    return rows.sort((a, b) => a.counter - b.counter);
  }

  /** How many rows of all logs, or of one, were not seen on the server yet. */
  unsent(log?: string): Promise<number> {
    return this.#inRows((store) => store.index("pending").count(log === undefined ? null : pendingOf(log)));
  }

  /** How many entries of the log such rows write into. */
  waiting(log: string): Promise<number> {
    return this.#inRows(async (store) => {
      const inLog = IDBKeyRange.bound([log], [log, []]);
      let count = 0;
      let cursor = await store.index("touched").openKeyCursor(inLog, "nextunique");
      for (; cursor; cursor = await cursor.continue()) count += 1;
      return count;
    });
  }

  /** Keeps rows out of the document for `finding`, with its notice, or lets them in again (null). */
  async setFinding(log: string, rowNumbers: number[], finding: Finding | null, notice?: StoredNotice): Promise<void> {
    await transact(this.#withDatabase, ["rows", "logs"], "readwrite", async (tx) => {
      await setFindings(tx, log, rowNumbers, finding);
      if (notice) await patchRecord(tx.objectStore("logs"), log, saying(notice));
    });
    if (notice) this.#changes.announce(log);
  }

  addNotice(log: string, notice: StoredNotice): Promise<void> {
    return this.patch(log, saying(notice));
  }

  dismiss(log: string, code: StoredNotice["code"]): Promise<void> {
    return this.patch(log, ({ notices }) => ({ notices: notices.filter((known) => known.code !== code) }));
  }

  #inLogs<T>(work: (store: LogsStore) => Promise<T>, options?: IDBTransactionOptions): Promise<T> {
    return transact(this.#withDatabase, ["logs"], "readwrite", (tx) => work(tx.objectStore("logs")), options);
  }

  #inRows<T>(work: (store: RowsStore) => Promise<T>): Promise<T> {
    return transact(this.#withDatabase, ["rows"], "readonly", (tx) => work(tx.objectStore("rows")));
  }
}

const STRICT: IDBTransactionOptions = { durability: "strict" };

type LogsStore = IDBPObjectStore<Schema, "logs"[], "logs", "readwrite">;
type RowsStore = IDBPObjectStore<Schema, "rows"[], "rows", "readonly">;

// What is kept out has a limit, like what is kept out when it is pulled.
async function setFindings(tx: WithRows, log: string, rowNumbers: number[], finding: Finding | null): Promise<void> {
  const rows = tx.objectStore("rows");
  const quota = createSetAsideQuota(tx, log);
  for (const n of rowNumbers) {
    const row = await rows.get([log, n]);
    if (!row) continue;
    const placed = finding ? await quota.admit({ ...row, finding }) : withoutFinding(row);
    if (placed) await rows.put(placed);
    else await rows.delete([log, n]);
  }
}

function after(log: string, n: number): IDBKeyRange {
  return IDBKeyRange.bound([log, n], [log, Number.POSITIVE_INFINITY], true);
}

/** All rows of a log. */
export function rowsOf(log: string): IDBKeyRange {
  return IDBKeyRange.bound([log, 0], [log, Number.POSITIVE_INFINITY]);
}

/** The rows not seen on the server yet, or those of one kind. */
export function pendingOf(log: string, kind?: 1 | 2): IDBKeyRange {
  return IDBKeyRange.bound([log, kind ?? 1, 0], [log, kind ?? 2, Number.POSITIVE_INFINITY]);
}

/** A change of a record that adds notices. Must be stored with what they report: a phone may die in between. */
export function saying(...notices: StoredNotice[]): (record: LogRecord) => Pick<LogRecord, "notices"> {
  return (record) => ({ notices: notices.reduce(withNotice, record.notices) });
}

/** One notice for each code: another one of the same code raises its count. */
export function withNotice(notices: StoredNotice[], notice: StoredNotice): StoredNotice[] {
  const known = notices.find((other) => other.code === notice.code);
  const rest = notices.filter((other) => other.code !== notice.code);
  return [...rest, { ...notice, count: (known?.count ?? 0) + notice.count }];
}

export function withoutFinding(row: Row): Row {
  const { finding: _finding, aside: _aside, ...rest } = row;
  return rest;
}

export function isNext(record: LogRecord, own: OwnEnvelope): boolean {
  return record.device === own.device && record.counter === own.counter - 1 && record.previous === own.previous;
}
