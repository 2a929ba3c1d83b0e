// The door to IndexedDB by itself: an older schema is upgraded, a full disk is never opened on, and errors are reported
// by their most specific name.
import "fake-indexeddb/auto";
import { openDB } from "idb";
import { describe, expect, it } from "vitest";
import { createChanges } from "../../../src/storage/changes";
import { createDatabase, transact } from "../../../src/storage/database";
import { LocalLog } from "../../../src/storage/localLog";
import { createSetAsideStore } from "../../../src/storage/setAside";

const aName = () => `database-${crypto.randomUUID()}`;

function logOf(name: string, ...how: [onReopened?: () => void, isRoom?: () => Promise<boolean>]) {
  return new LocalLog(createDatabase(name, ...how), createChanges());
}

/** Makes the first `times` transactions of the database fail like a browser whose disk is full. */
function failing(name: string, times: number, error: string, isRoom: () => Promise<boolean>) {
  let reopened = 0;
  let left = times;
  const withDatabase = createDatabase(name, () => (reopened += 1), isRoom);
  const work = () =>
    withDatabase(async (database) => {
      left -= 1;
      if (left >= 0) throw new DOMException("no", error);
      return database.count("logs");
    });
  return { work, reopened: () => reopened };
}

describe("the database", () => {
  it("of the version before keeps its rows, and can count what waits in new ones", async () => {
    const name = aName();
    const old = await openDB(name, 1, {
      upgrade(database) {
        const rows = database.createObjectStore("rows", { keyPath: ["log", "n"] });
        rows.createIndex("seq", ["log", "seq"]);
        rows.createIndex("hash", ["log", "hash"], { unique: true });
        rows.createIndex("counter", ["log", "device", "counter"]);
        rows.createIndex("pending", ["log", "pending", "counter"]);
        database.createObjectStore("logs", { keyPath: "log" });
        database.createObjectStore("secrets");
      },
    });
    const row = { log: "knee", n: 1, device: "d", counter: 1, previous: "", hash: "a", envelope: new Uint8Array(1) };
    await old.put("rows", { ...row, pending: 1 });
    old.close();
    const log = logOf(name);
    expect(await log.rowsAfter("knee", 0)).toHaveLength(1);
    expect([await log.unsent("knee"), await log.waiting("knee")]).toEqual([1, 0]);
  });

  it("of the second version keeps its rows, its drafts, and knows what is set aside from then on", async () => {
    const name = aName();
    const old = await openDB(name, 2, {
      upgrade(database) {
        const rows = database.createObjectStore("rows", { keyPath: ["log", "n"] });
        rows.createIndex("hash", ["log", "hash"], { unique: true });
        rows.createIndex("touched", "touched", { multiEntry: true });
        database.createObjectStore("logs", { keyPath: "log" });
        database.createObjectStore("secrets");
        database.createObjectStore("drafts", { keyPath: ["log", "id"] });
      },
    });
    const row = { log: "knee", n: 1, device: "d", counter: 1, previous: "", hash: "a", envelope: new Uint8Array(9) };
    await old.put("rows", { ...row, finding: "malformed" });
    await old.put("drafts", { log: "knee", id: "x", sealed: new Uint8Array(1) });
    old.close();
    const withDatabase = createDatabase(name);
    const aside = createSetAsideStore(withDatabase);
    expect(await aside.measure()).toEqual({ entries: 1, bytes: 9, logs: [] });
    await aside.free();
    expect(await aside.measure()).toEqual({ entries: 0, bytes: 0, logs: [] });
    const left = await withDatabase(async (database) => [await database.count("rows"), await database.count("drafts")]);
    expect(left).toEqual([1, 1]);
  });

  it("is opened again after an error of the browser, and says that it was", async () => {
    for (const error of ["InvalidStateError", "UnknownError", "AbortError", "TransactionInactiveError"]) {
      const { work, reopened } = failing(aName(), 1, error, async () => true);
      expect(await work()).toBe(0);
      expect(reopened()).toBe(1);
    }
  });

  it("is not opened again for want of room in it, and not for a mistake of the app", async () => {
    const full = failing(aName(), 1, "QuotaExceededError", async () => true);
    await expect(full.work()).rejects.toMatchObject({ name: "QuotaExceededError" });
    const withDatabase = createDatabase(aName());
    await expect(withDatabase(() => Promise.reject(new TypeError("a mistake")))).rejects.toThrow("a mistake");
    expect(full.reopened()).toBe(0);
  });

  it("is not opened on a disk without room, which is what is said then, and opened when there is", async () => {
    let isRoom = false;
    const { work, reopened } = failing(aName(), 1, "UnknownError", async () => isRoom);
    for (let tries = 0; tries < 3; tries += 1) {
      await expect(work()).rejects.toMatchObject({ name: "QuotaExceededError" });
      expect(reopened()).toBe(0);
    }
    isRoom = true;
    expect(await work()).toBe(0);
    expect(reopened()).toBe(1);
  });

  it("says what ended a transaction, not only that a request went down with it", async () => {
    const withDatabase = createDatabase(aName());
    const failed = transact(withDatabase, ["logs"], "readwrite", async (tx) => {
      const request = tx.objectStore("logs").count();
      Object.defineProperty(tx, "error", { value: new DOMException("full", "QuotaExceededError") });
      tx.abort();
      await request;
    });
    await expect(failed).rejects.toMatchObject({ name: "QuotaExceededError" });
  });

  it("lets another tab have a newer one, and the browser delete it", async () => {
    const name = aName();
    const log = logOf(name);
    await log.register("knee");
    const newer = await openDB(name, 99);
    newer.close();
    await expect(log.logs()).rejects.toMatchObject({ name: "VersionError" });
    const other = logOf(aName());
    await other.register("knee");
    expect(await other.logs()).toHaveLength(1);
  });
});
