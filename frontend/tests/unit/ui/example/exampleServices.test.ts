// The services of the example reach neither the storage nor the server. A real phone's do, as the same watch shows.
import { signal } from "@preact/signals";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openLibrary } from "../../../../src/content/library";
import { addNote, notes } from "../../../../src/domain/journal/notes";
import { exampleServices } from "../../../../src/ui/screens/example/exampleServices";
import type { Core } from "../../../../src/ui/start/core";
import type { CaseState } from "../../../../src/ui/start/openCase";
import type { Services } from "../../../../src/ui/start/services";
import { rememberedSettings } from "../../../../src/ui/start/settings";
import { converge } from "../../../simulation/devices";
import { stage, write } from "../../../simulation/stage";

const LONG_MS = 60_000;

/** The services of a phone that is still empty, and what it keeps outside any case. */
function ownServices() {
  const kept = new Map<string, string>();
  const store = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
  const unused = () => {};
  const services: Services = {
    core: signal<Core>({ state: "opening" }),
    openCase: signal<CaseState>({ state: "none" }),
    library: openLibrary("en", async () => Response.error()),
    settings: rememberedSettings(() => store),
    offline: {
      current: () => ({ state: "ready", updateReady: false, isUpdating: false }),
      subscribe: () => unused,
      applyUpdate: unused,
      retry: async () => {},
    },
  };
  return { services, kept };
}

function openedIn({ openCase }: Services) {
  if (openCase.value.state !== "open") throw new Error("no case is open");
  return openCase.value.opened;
}

/** Everything that is put into an IndexedDB from now on. */
function watchedDatabases() {
  const put = vi.spyOn(IDBObjectStore.prototype, "put");
  const add = vi.spyOn(IDBObjectStore.prototype, "add");
  return () => put.mock.calls.length + add.mock.calls.length;
}

afterEach(() => vi.restoreAllMocks());

describe("the example", () => {
  it("writes nothing into the storage and calls no server, as a case of one's own does", async () => {
    const { clock, device } = stage();
    const ana = device("ana");
    let calls = 0;
    ana.onCall = () => {
      calls += 1;
    };
    const stored = watchedDatabases();
    const phone = await ana.start();
    await write(phone, await phone.book.create("Knee"), "words");
    await converge([ana], clock);
    expect(stored()).toBeGreaterThan(0);
    expect(calls).toBeGreaterThan(0);

    ana.crash();
    const before = [stored(), calls];
    const { services } = ownServices();
    const opened = openedIn(exampleServices(services, "2026-11-27"));
    addNote(opened.doc, opened.writer, "typed into the example");
    await opened.flush();
    clock.advance(LONG_MS);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(notes(opened.doc).map(({ text }) => text)).toContain("typed into the example");
    expect([stored(), calls]).toEqual(before);
  });

  it("keeps what screens remember for itself, and begins anew each time", () => {
    const { services, kept } = ownServices();
    services.settings.keep("team", "020 7946 0018");
    expect(kept.get("second-look:team")).toBe("020 7946 0018");
    const before = new Map(kept);
    const { settings } = exampleServices(services, "2026-11-27");
    expect(settings.recall("team")).toBe("020 7946 0018");
    expect(settings.keep("team", "1")).toBe(true);
    expect(settings.recall("team")).toBe("1");
    expect(kept).toEqual(before);
    expect(exampleServices(services, "2026-11-27").settings.recall("team")).toBe("020 7946 0018");
  });

  it("leaves how the app looks, and the country, to the phone", () => {
    const { services, kept } = ownServices();
    exampleServices(services, "2026-11-27").settings.largeText.value = true;
    expect(kept.get("second-look:text")).toBe("large");
  });

  it("begins without what was typed into it the last time", () => {
    const { services } = ownServices();
    const first = openedIn(exampleServices(services, "2026-11-27"));
    addNote(first.doc, first.writer, "typed");
    const second = openedIn(exampleServices(services, "2026-11-27"));
    expect(notes(first.doc)).toHaveLength(notes(second.doc).length + 1);
  });

  it("tells its screens of what is typed", () => {
    const { services } = ownServices();
    const opened = openedIn(exampleServices(services, "2026-11-27"));
    const heard = vi.fn();
    const stop = opened.subscribe(heard);
    addNote(opened.doc, opened.writer, "typed");
    expect(heard).toHaveBeenCalled();
    heard.mockClear();
    stop();
    addNote(opened.doc, opened.writer, "more");
    expect(heard).not.toHaveBeenCalled();
  });

  it("offers nothing of what only a phone of one's own can do", async () => {
    const { services } = ownServices();
    const { core } = exampleServices(services, "2026-11-27");
    if (core.value.state !== "open") throw new Error("the example is not open");
    const { book, sharing } = core.value;
    expect(() => book.create("Another")).toThrow("not in the example");
    expect(() => sharing()).toThrow("not in the example");
    expect(book.phones()).toEqual([]);
  });
});
