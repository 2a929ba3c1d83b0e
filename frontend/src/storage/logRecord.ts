// The record of one log: its first form, and changing it inside the caller's transaction.
import type { IDBPObjectStore } from "idb";
import { ZERO_HASH } from "../protocol/envelope";
import type { LogRecord, Schema } from "./schema";

type Stores = ("rows" | "logs")[];
type LogsStore<Names extends Stores> = IDBPObjectStore<Schema, Names, "logs", "readwrite">;

export function newRecord(log: string): LogRecord {
  return {
    log,
    rows: 0,
    device: null,
    counter: 0,
    previous: ZERO_HASH,
    incarnation: null,
    cursor: 0,
    cursorHash: ZERO_HASH,
    serverHead: 0,
    cloned: false,
    orphans: false,
    notices: [],
    lastExchangeAt: null,
  };
}

/** Changes the record of a log that this phone has. A log that was removed meanwhile stays removed. */
export async function patchRecord<Names extends Stores>(
  store: LogsStore<Names>,
  log: string,
  change: (record: LogRecord) => Partial<LogRecord>,
): Promise<void> {
  const record = await store.get(log);
  if (record) await store.put({ ...record, ...change(record) });
}
