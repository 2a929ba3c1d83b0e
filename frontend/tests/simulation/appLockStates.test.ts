// The sealed states of documents and the app lock: setting a lock leaves none that the old key opens, the phone makes
// them again, and from then on only the lock key opens them.
import { openDB } from "idb";
import { describe, expect, it, vi } from "vitest";
import { LockStore } from "../../src/storage/lockStore";
import type { StatePart } from "../../src/storage/schema";
import type { SimulatedDevice } from "./devices";
import { keyOf, lockOf, PIN } from "./lockStage";
import { texts } from "./stage";
import { anaWithTen, rested, TEN } from "./stateStage";

describe("the sealed states of a phone with an app lock", () => {
  it("go when the lock is set, are made again under the lock key, and open with nothing else", async () => {
    const { ana, id, clock } = await anaWithTen();
    await rested(ana, clock);
    const before = await statesOf(ana, id);
    expect(before).toHaveLength(1);
    const fast = await startedWith(ana, id);
    await locked(ana);
    expect(await statesOf(ana, id)).toEqual([]);
    const slow = await startedWith(ana, id);
    expect(slow.opened).toBeGreaterThan(fast.opened);
    await rested(ana, clock);
    const [after] = await statesOf(ana, id);
    const remade = await startedWith(ana, id);
    expect(remade.opened).toBeLessThan(slow.opened - TEN.length / 2);
    // The states of before stand for the same rows, but nothing of the phone opens them any more.
    await putStates(ana, before);
    expect((await startedWith(ana, id)).opened).toBeGreaterThan(remade.opened + TEN.length / 2);
    if (after) await putStates(ana, [after]);
    expect((await startedWith(ana, id)).opened).toBe(remade.opened);
  });

  it("open as before when the lock is switched off, because its key stays", async () => {
    const { ana, id, clock } = await anaWithTen();
    await locked(ana);
    const slow = await startedWith(ana, id);
    await rested(ana, clock);
    ana.crash();
    await lockOf(ana).off(await keyOf(lockOf(ana)));
    ana.lockKey = undefined;
    expect((await startedWith(ana, id)).opened).toBeLessThan(slow.opened);
  });

  it("would stay, and the story notices, if setting the lock did not delete them", async () => {
    const { ana, id, clock } = await anaWithTen();
    await rested(ana, clock);
    const before = await statesOf(ana, id);
    const real = LockStore.prototype.replaceAll;
    const broken = vi.spyOn(LockStore.prototype, "replaceAll").mockImplementation(async function (
      this: LockStore,
      ...all
    ) {
      const isDone = await Reflect.apply(real, this, all);
      await putStates(ana, before);
      return isDone;
    });
    await locked(ana);
    broken.mockRestore();
    expect(await statesOf(ana, id)).toEqual(before);
  });
});

async function locked(device: SimulatedDevice): Promise<void> {
  device.crash();
  await lockOf(device).set(PIN, []);
  device.lockKey = await keyOf(lockOf(device));
}

/** Starts anew, and counts what was decrypted before the case stood there. */
async function startedWith(device: SimulatedDevice, id: string): Promise<{ opened: number }> {
  device.crash();
  const decrypt = vi.spyOn(crypto.subtle, "decrypt");
  const phone = await device.start();
  await phone.book.open(id);
  const opened = decrypt.mock.calls.length;
  decrypt.mockRestore();
  expect(await texts(phone, id)).toEqual(TEN);
  return { opened };
}

async function statesOf(device: SimulatedDevice, id: string): Promise<StatePart[]> {
  const database = await openDB(device.database);
  const parts: StatePart[] = await database.getAll("states", IDBKeyRange.bound([id, 0], [id, 99]));
  database.close();
  return parts;
}

async function putStates(device: SimulatedDevice, parts: StatePart[]): Promise<void> {
  device.crash();
  const database = await openDB(device.database);
  for (const part of parts) await database.put("states", part);
  database.close();
}
