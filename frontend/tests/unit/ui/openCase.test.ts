import { signal } from "@preact/signals";
import { describe, expect, it, vi } from "vitest";
import type { CaseBook, OpenCase } from "../../../src/cases/documents/book";
import { newDocument } from "../../../src/domain/case/document";
import type { Core } from "../../../src/ui/start/core";
import { followCase } from "../../../src/ui/start/openCase";

type Listed = { id: string; away?: boolean; formerly?: string | null };

function openedCase(id: string): OpenCase {
  const writer = { author: "ana", newId: () => "1", now: () => "2026-11-22T10:00:00.000Z" };
  return {
    id,
    doc: newDocument(),
    writer,
    isOwn: () => true,
    isOwnDevice: () => true,
    saving: () => ({ state: "saved" }),
    subscribe: () => () => {},
    flush: async () => {},
  };
}

/** A book whose cases can be changed, and whose opening can be delayed. */
function book(listed: Listed[]) {
  const listeners = new Set<() => void>();
  const held = new Map<string, () => void>();
  const cases = () =>
    listed.map(({ id, away = false, formerly = null }) => ({
      id,
      ownerToken: "",
      companion: null,
      keys: [],
      title: { value: id, others: [] },
      createdAt: "2026-11-22T10:00:00.000Z",
      archivedAt: away ? "2026-11-22T11:00:00.000Z" : null,
      formerly,
      from: null,
    }));
  const asBook: CaseBook = {
    cases,
    phones: () => [],
    thisPhone: () => null,
    isMe: () => true,
    recoveryCodeState: () => "none",
    saving: () => ({ state: "saved" }),
    storeAll: async () => {},
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    create: async () => "",
    rename: async () => {},
    setArchived: async () => {},
    open: (id) =>
      id === "damaged"
        ? Promise.reject(new Error("damaged"))
        : new Promise((resolve) => held.set(id, () => resolve(openedCase(id)))),
  };
  return {
    asBook,
    add: (one: Listed) => {
      listed.push(one);
      for (const listener of listeners) listener();
    },
    let: (id: string) => held.get(id)?.(),
  };
}

function following(listed: Listed[], choice: string) {
  const made = book(listed);
  const currentCase = signal(choice);
  const core = signal<Core>({ state: "opening" });
  const current = followCase(core, { currentCase });
  const open = () => {
    const sync = { current: vi.fn(), subscribe: vi.fn(), dismiss: vi.fn() };
    core.value = { state: "open", book: made.asBook, sync, sharing: vi.fn(), copies: vi.fn(), setAside: vi.fn() };
  };
  const shown = () => (current.value.state === "open" ? current.value.opened.id : current.value.state);
  return { ...made, core, currentCase, open, shown };
}

const soon = () => new Promise((resolve) => setTimeout(resolve));

describe("the case on screen", () => {
  it("waits for storage, then says that there is none", () => {
    const { open, shown } = following([], "");
    expect(shown()).toBe("opening");
    open();
    expect(shown()).toBe("none");
  });

  it("is the chosen one", async () => {
    const ana = following([{ id: "knee" }, { id: "heart" }], "heart");
    ana.open();
    ana.let("heart");
    await soon();
    expect(ana.shown()).toBe("heart");
  });

  it("stays the chosen one when that has moved to another log", async () => {
    const ana = following([{ id: "knee" }, { id: "fresh", formerly: "heart" }], "heart");
    ana.open();
    ana.let("fresh");
    await soon();
    expect(ana.shown()).toBe("fresh");
  });

  it("is the first that is not put away, when the choice is not here", async () => {
    const ana = following([{ id: "old", away: true }, { id: "knee" }], "gone");
    ana.open();
    ana.let("knee");
    await soon();
    expect(ana.shown()).toBe("knee");
  });

  it("appears by itself when a case arrives from another phone", async () => {
    const ben = following([], "");
    ben.open();
    ben.add({ id: "knee" });
    ben.let("knee");
    await soon();
    expect(ben.shown()).toBe("knee");
  });

  it("is the last chosen, even when an earlier choice takes longer to open", async () => {
    const ana = following([{ id: "knee" }, { id: "heart" }], "knee");
    ana.open();
    ana.currentCase.value = "heart";
    ana.let("heart");
    await soon();
    ana.let("knee");
    await soon();
    expect(ana.shown()).toBe("heart");
  });

  it("says so when it cannot be opened, and when nothing can be stored", async () => {
    const ana = following([{ id: "damaged" }], "damaged");
    ana.open();
    await soon();
    expect(ana.shown()).toBe("failed");
    ana.core.value = { state: "failed", cause: new Error("nothing can be stored") };
    expect(ana.shown()).toBe("failed");
  });
});
