// The app lock on one phone: its keys open with the PIN and with the recovery code, and with nothing else; a crash or a
// failure of the storage at any write of setting it, changing the PIN or switching it off leaves a way in.
import { describe, expect, it, vi } from "vitest";
import { AppLock } from "../../src/cases/appLock/appLock";
import { waitAfter } from "../../src/cases/appLock/wrongPins";
import { createDatabase } from "../../src/storage/database";
import { LockStore } from "../../src/storage/lockStore";
import { Locked } from "../../src/storage/secrets";
import { settle } from "./devices";
import { failures, withFailure } from "./failingStorage";
import { keyOf, lockOf, OTHER, opens, PIN } from "./lockStage";
import { anaWithTwoCases } from "./lossStage";
import { makeCode } from "./recoveryStage";
import { titles, write } from "./stage";

// As little work for a key as the app accepts, because these stories make hundreds of them.
vi.mock("../../src/crypto/passphrase", async (real) => {
  const module = await real<typeof import("../../src/crypto/passphrase")>();
  return { ...module, newKeyWork: () => ({ ...module.newKeyWork(), memory: 8_192, passes: 1 }) };
});

describe("an app lock", () => {
  it("closes the phone, opens with the PIN, and every word is there", async () => {
    const { ana, knee } = await anaWithTwoCases();
    expect(await opens(ana, knee)).toBe("no lock");
    await lockOf(ana).set(PIN, []);
    ana.crash();
    await expect(ana.start()).rejects.toThrow(Locked);
    expect((await lockOf(ana).openByPin(OTHER)).ok).toBe(false);
    expect(await opens(ana, knee)).toBe(PIN);
  });

  it("opens with the recovery code, also with one that was made later, and no more with one that was replaced", async () => {
    const { ana, phone } = await anaWithTwoCases();
    const old = await makeCode(phone);
    const lock = lockOf(ana);
    await lock.set(PIN, (await phone.recoveryCodes()).live());
    const key = await lock.openByCode(old.toLowerCase());
    if (!key) throw new Error("the code does not open the lock");
    expect(await lock.openByCode(await madeElsewhere())).toBeNull();
    ana.crash();
    ana.lockKey = key;
    const again = await ana.start();
    const fresh = await makeCode(again);
    expect(await lock.openByCode(fresh)).toBeNull();
    await lock.keepCodes(key, (await again.recoveryCodes()).live());
    expect(await lock.openByCode(old)).toBeNull();
    expect(await lock.openByCode(fresh)).not.toBeNull();
    ana.crash();
    ana.lockKey = (await lock.openByCode(fresh)) ?? undefined;
    expect(titles(await ana.start())).toEqual(["Heart", "Knee"]);
  });

  it("is off again with the key that it had, kept by the browser, and can be set once more", async () => {
    const { ana, knee } = await anaWithTwoCases();
    const lock = lockOf(ana);
    await lock.set(PIN, []);
    await lock.off(await keyOf(lock));
    expect(await opens(ana, knee)).toBe("no lock");
    await lock.set(OTHER, []);
    expect(await opens(ana, knee)).toBe(OTHER);
  });

  it("lets a tab that was open before write no secret any more", async () => {
    const { ana, phone, knee } = await anaWithTwoCases();
    await settle([ana]);
    await lockOf(ana).set(PIN, []);
    const { secrets } = await new LockStore(createDatabase(ana.database)).all();
    // A log without a writing device needs a new key.
    await phone.log.patch(knee, () => ({ device: null }));
    await write(phone, knee, "once more").catch(() => {});
    await settle([ana]);
    const after = await new LockStore(createDatabase(ana.database)).all();
    expect([...after.secrets.keys()]).toEqual([...secrets.keys()]);
    await write(phone, knee, "still a row").catch(() => {});
    ana.errors.length = 0;
  });
});

describe("wrong PINs", () => {
  it("slow down, and neither another run nor another clock makes it less", async () => {
    const { ana, knee } = await anaWithTwoCases();
    await lockOf(ana).set(PIN, []);
    let time = 0;
    const lock = lockOf(ana, () => time);
    for (let tries = 1; tries <= 4; tries += 1) expect(await lock.openByPin(OTHER)).toEqual({ ok: false, wait: 0 });
    expect(await lock.openByPin(OTHER)).toEqual({ ok: false, wait: 30_000 });
    expect(await lockOf(ana).openByPin(PIN)).toEqual({ ok: false, wait: 30_000 });
    time += 10_000;
    expect(await lock.wait()).toBe(20_000);
    expect(await lockOf(ana, () => 1e9).wait()).toBe(20_000);
    time += 20_000;
    expect(await lock.wait()).toBe(0);
    expect(await opens(ana, knee)).toBe(PIN);
    expect([4, 5, 6, 7, 8, 9, 100].map(waitAfter)).toEqual([0, 30e3, 60e3, 120e3, 300e3, 300e3, 300e3]);
  });
});

async function madeElsewhere(): Promise<string> {
  const { phone } = await anaWithTwoCases();
  return makeCode(phone);
}

type Change = (lock: AppLock) => Promise<void>;
const changes: [string, string, Change][] = [
  ["setting it", "", (lock) => lock.set(PIN, [])],
  ["changing the PIN", PIN, async (lock) => lock.changePin(await keyOf(lock), OTHER)],
  ["switching it off", PIN, async (lock) => lock.off(await keyOf(lock))],
];

describe("a storage that fails once at any operation", () => {
  it.each(changes)("while %s leaves a way in", async (_name, first, change) => {
    for (const failure of failures) await everyFailure(failure, first, change);
  });

  async function everyFailure(failure: (typeof failures)[number], first: string, change: Change) {
    for (let at = 1; ; at += 1) {
      const { ana, knee } = await anaWithTwoCases();
      ana.crash();
      if (first) await lockOf(ana).set(first, []);
      const count = await withFailure(failure, at, () => change(lockOf(ana)).catch(() => {}));
      await opens(ana, knee);
      ana.crash();
      if (count < at) return;
    }
  }
});

describe("the power fails at any write", () => {
  it.each(changes)("while %s: there is a way in", async (_name, first, change) => {
    expect(await cutAnywhere(first, change)).toBeGreaterThan(first ? 0 : 1);
  });

  it("and the story fails when the old key goes before the new one is there", async () => {
    const real = LockStore.prototype.replaceAll;
    const broken = vi.spyOn(LockStore.prototype, "replaceAll").mockImplementation(async function (
      this: LockStore,
      before,
      after,
      id,
    ) {
      await Reflect.apply(real, this, [before, { ...before, key: after.key }, id]);
      return Reflect.apply(real, this, [before, after, id]);
    });
    await expect(cutAnywhere("", (lock) => lock.set(PIN, []))).rejects.toThrow();
    broken.mockRestore();
  });

  /** Resolves to how many places there were. */
  async function cutAnywhere(first: string, change: Change): Promise<number> {
    for (let left = 0; ; left += 1) {
      const { ana, knee } = await anaWithTwoCases();
      ana.crash();
      if (first) await lockOf(ana).set(first, []);
      const database = createDatabase(ana.database);
      let calls = left;
      const powered: typeof database = async (work) => {
        calls -= 1;
        if (calls < 0) throw new Error("no power");
        return database(work);
      };
      const wasCut = await change(new AppLock(powered, () => 0)).then(
        () => false,
        () => true,
      );
      await opens(ana, knee);
      ana.crash();
      if (!wasCut) return left;
    }
  }
});
