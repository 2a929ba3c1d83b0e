// Opens the phone's database, and opens it again when the browser closed it under us.
import { type IDBPDatabase, openDB } from "idb";
import type { Schema } from "./schema";

export type Database = IDBPDatabase<Schema>;
/** Runs `work` on an open connection; a connection that died is opened once more before the error is passed on. */
export type WithDatabase = <T>(work: (database: Database) => Promise<T>) => Promise<T>;

const VERSION = 1;

export function createDatabase(name = "second-look"): WithDatabase {
  let connection: Promise<Database> | null = null;
  const drop = () => {
    connection = null;
  };
  const connect = () => {
    connection ??= openDatabase(name, drop).catch((error: unknown) => {
      drop();
      throw error;
    });
    return connection;
  };
  return async (work) => {
    try {
      return await work(await connect());
    } catch (error) {
      if (!isClosed(error)) throw error;
      drop();
      return await work(await connect());
    }
  };
}

function openDatabase(name: string, onClosed: () => void): Promise<Database> {
  return openDB<Schema>(name, VERSION, {
    upgrade(database) {
      const rows = database.createObjectStore("rows", { keyPath: ["log", "n"] });
      rows.createIndex("seq", ["log", "seq"]);
      rows.createIndex("hash", ["log", "hash"], { unique: true });
      rows.createIndex("counter", ["log", "device", "counter"]);
      rows.createIndex("pending", ["log", "pending", "counter"]);
      database.createObjectStore("logs", { keyPath: "log" });
      database.createObjectStore("secrets");
    },
    // Another tab wants a newer version of the schema: let go, so that it can have it.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      onClosed();
    },
    terminated: onClosed,
  });
}

function isClosed(error: unknown): boolean {
  return error instanceof DOMException && error.name === "InvalidStateError";
}
