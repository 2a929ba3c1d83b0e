// Opens the phone's database, and reopens it when the browser closed, dropped or lost it. An error of the browser is
// never final: the work is tried once more on a new connection. The database is reopened only where there is space,
// because Chromium throws away a database that it opens on a full disk.
import { type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import type { Schema } from "./schema";

export type Database = IDBPDatabase<Schema>;
type Store = "rows" | "logs" | "secrets" | "drafts" | "states";
/** Runs `work` on an open connection; when the browser fails, once more on a new one. */
export type WithDatabase = <T>(work: (database: Database) => Promise<T>) => Promise<T>;

const VERSION = 4;

// Needed only after the browser failed, so no start waits for it.
const hasFreeSpace = () => import("./freeSpace").then((module) => module.hasFreeSpace());

/** `onReopened` is called after every opening except the first: what was stored before may be gone. */
export function createDatabase(name = "second-look", onReopened = () => {}, isSpaceFree = hasFreeSpace): WithDatabase {
  let connection: Promise<Database> | null = null;
  let isFirst = true;

  function connect(): Promise<Database> {
    if (connection) return connection;
    const opening: Promise<Database> = open(isFirst, {
      // Checks now what is left, not only when the next word is to be stored.
      lost() {
        drop(opening);
        connect().catch(() => {});
      },
      letGo: () => drop(opening),
    });
    isFirst = false;
    connection = opening;
    opening.catch(() => drop(opening));
    return opening;
  }

  async function open(first: boolean, ends: Ends): Promise<Database> {
    if (!first && !(await isSpaceFree())) throw new DOMException("no space to open the database", "QuotaExceededError");
    const database = await openDatabase(name, ends);
    if (!first) onReopened();
    return database;
  }

  function drop(used: Promise<Database>): void {
    if (connection === used) connection = null;
    used.then(
      (database) => database.close(),
      () => {},
    );
  }

  return async (work) => {
    const used = connect();
    try {
      return await work(await used);
    } catch (error) {
      if (!isOfTheBrowser(error)) throw error;
      drop(used);
      return work(await connect());
    }
  };
}

/** One transaction. Rejects with the error that ended it, which says more than that of the failed request. */
export function transact<Names extends ArrayLike<Store>, Mode extends IDBTransactionMode, T>(
  withDatabase: WithDatabase,
  names: Names,
  mode: Mode,
  work: (tx: IDBPTransaction<Schema, Names, Mode>) => Promise<T>,
  options?: IDBTransactionOptions,
): Promise<T> {
  return withDatabase(async (database) => {
    const tx = database.transaction(names, mode, options);
    const end = tx.done.then(
      () => null,
      (error: unknown) => ({ error }),
    );
    const result = await work(tx).catch(async (error: unknown) => {
      throw (await end)?.error ?? error;
    });
    const failed = await end;
    if (failed) throw failed.error;
    return result;
  });
}

type Ends = { lost: () => void; letGo: () => void };

function openDatabase(name: string, { lost, letGo }: Ends): Promise<Database> {
  return openDB<Schema>(name, VERSION, {
    upgrade(database, before, _after, tx) {
      if (before < 1) {
        const rows = database.createObjectStore("rows", { keyPath: ["log", "n"] });
        rows.createIndex("seq", ["log", "seq"]);
        rows.createIndex("hash", ["log", "hash"], { unique: true });
        rows.createIndex("counter", ["log", "device", "counter"]);
        rows.createIndex("pending", ["log", "pending", "counter"]);
        database.createObjectStore("logs", { keyPath: "log" });
        database.createObjectStore("secrets");
      }
      if (before < 2) {
        database.createObjectStore("drafts", { keyPath: ["log", "id"] });
        tx.objectStore("rows").createIndex("touched", "touched", { multiEntry: true });
      }
      if (before < 3) tx.objectStore("rows").createIndex("aside", ["log", "aside"]);
      if (before < 4) database.createObjectStore("states", { keyPath: ["log", "part"] });
    },
    // Another tab wants a newer schema, or the browser wants to delete the database: close, so that they need not wait.
    blocking: (_current, wanted) => (wanted === null ? lost() : letGo()),
    terminated: lost,
  });
}

// Only the person can free space. Any other error may be a browser's vague answer that does not come again.
function isOfTheBrowser(error: unknown): boolean {
  return error instanceof DOMException && error.name !== "QuotaExceededError";
}
