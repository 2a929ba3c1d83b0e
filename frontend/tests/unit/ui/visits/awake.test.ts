import { expect, it } from "vitest";
import { keepAwake, type Lock, type Locks, type Page } from "../../../../src/ui/screens/visits/awake";

function fakePage() {
  const listeners = new Set<() => void>();
  const page = {
    visibilityState: "visible",
    addEventListener: (_name: string, listener: () => void) => void listeners.add(listener),
    removeEventListener: (_name: string, listener: () => void) => void listeners.delete(listener),
  };
  const become = (state: string) => {
    page.visibilityState = state;
    for (const listener of listeners) listener();
  };
  return { page: page satisfies Page, become, listeners };
}

function fakeLocks(isRefused = false) {
  const given: { released: boolean }[] = [];
  const locks: Locks = {
    request: async (): Promise<Lock> => {
      if (isRefused) throw new Error("low battery");
      const lock = { released: false };
      given.push(lock);
      return {
        release: async () => {
          lock.released = true;
        },
      };
    },
  };
  return { locks, given };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

it("D4: the screen is kept awake, and asked for again when the page comes back", async () => {
  const { page, become } = fakePage();
  const { locks, given } = fakeLocks();
  const stop = keepAwake(locks, page);
  await settled();
  expect(given.length).toBe(1);
  become("hidden");
  await settled();
  expect(given.length).toBe(1);
  become("visible");
  await settled();
  expect(given.map(({ released }) => released)).toEqual([true, false]);
  stop();
  await settled();
  expect(given.every(({ released }) => released)).toBe(true);
});

it("lets go of a lock that comes after the room was left, and listens no more", async () => {
  const { page, become, listeners } = fakePage();
  const { locks, given } = fakeLocks();
  keepAwake(locks, page)();
  await settled();
  expect(given.map(({ released }) => released)).toEqual([true]);
  expect(listeners.size).toBe(0);
  become("visible");
  await settled();
  expect(given.length).toBe(1);
});

it("stays quiet where the phone refuses, and where it knows no such thing", async () => {
  const { page, become } = fakePage();
  const { locks, given } = fakeLocks(true);
  const stop = keepAwake(locks, page);
  await settled();
  become("visible");
  await settled();
  stop();
  expect(given).toEqual([]);
  expect(keepAwake(undefined, page)).not.toThrow();
});
