// Bugs of the app lock, made on purpose.
import type { Bug } from "./bugs";

const store = "storage/lockStore.ts";
const pins = "cases/appLock/wrongPins.ts";
const lock = "cases/appLock/appLock.ts";
const appLock = (story: string) => ({ file: "simulation/appLock.test.ts", story });
const SLOW = "slow down, and neither another run nor another clock makes it less";

export const ofAppLock: Bug[] = [
  {
    name: "states that the old key opens stay when a lock is set",
    file: store,
    right: 'await tx.objectStore("states").clear();',
    wrong: "",
    caughtBy: {
      file: "simulation/appLockStates.test.ts",
      story: "go when the lock is set, are made again under the lock key, and open with nothing else",
    },
  },
  {
    name: "a tab with the old key goes on writing secrets",
    file: "storage/secrets.ts",
    right: "if (id && String(id) !== String(this.#held.get(WRAPPING_KEY_ID))) throw new Locked();",
    wrong: "void id;",
    caughtBy: appLock("lets a tab that was open before write no secret any more"),
  },
  {
    name: "another start ends the wait after wrong PINs",
    file: pins,
    right: "if (!this.#waiting || stored > this.#waiting.left) return stored;",
    wrong: "if (!this.#waiting) return 0;",
    caughtBy: appLock(SLOW),
  },
  {
    name: "wrong PINs are not counted",
    file: pins,
    right: "const count = now.count + 1;",
    wrong: "const count = 1;",
    caughtBy: appLock(SLOW),
  },
  {
    name: "a recovery code that was replaced still opens the lock",
    file: lock,
    right: 'ways: [...now.ways.filter(({ kind }) => kind !== "code"), ',
    wrong: "ways: [...now.ways, ",
    caughtBy: appLock(
      "opens with the recovery code, also with one that was made later, and no more with one that was replaced",
    ),
  },
  {
    name: "secrets are wrapped anew under names that are not theirs",
    file: lock,
    right: "await wrapBytes(key, name, plain)",
    wrong: 'await wrapBytes(key, "secret", plain)',
    caughtBy: appLock("closes the phone, opens with the PIN, and every word is there"),
  },
  {
    name: "switching off leaves a key that opens nothing",
    file: lock,
    right: "const kept = await keptByBrowser(key);",
    wrong: "const kept = await keptByBrowser(await makeLockKey());",
    caughtBy: appLock("is off again with the key that it had, kept by the browser, and can be set once more"),
  },
];
