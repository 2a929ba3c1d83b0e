import { signal } from "@preact/signals";
import { describe, expect, it, vi } from "vitest";
import { newDocument } from "../../../src/domain/case/document";
import type { CaseState } from "../../../src/ui/start/openCase";
import { warmUp } from "../../../src/ui/start/warmUp";

const Nothing = () => null;
const opening: CaseState = { state: "opening" };
const open: CaseState = {
  state: "open",
  opened: {
    id: "knee",
    doc: newDocument(),
    writer: { author: "ana", newId: () => "1", now: () => "2026-11-22T10:00:00.000Z" },
    isOwn: () => true,
    isOwnDevice: () => true,
    saving: () => ({ state: "saved" }),
    subscribe: () => () => {},
    flush: async () => {},
  },
};

describe("the files of later screens", () => {
  it("are read once a case stands, each of them, even when one cannot be", async () => {
    vi.useFakeTimers();
    const current = signal<CaseState>(opening);
    const loads = [
      vi.fn(async () => Nothing),
      vi.fn(() => Promise.reject(new Error("gone"))),
      vi.fn(async () => Nothing),
    ];
    warmUp(current, true, loads);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(loads[0]).not.toHaveBeenCalled();
    current.value = open;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(loads.map((load) => load.mock.calls.length)).toEqual([1, 1, 1]);
    current.value = opening;
    current.value = open;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(loads.map((load) => load.mock.calls.length)).toEqual([1, 1, 1]);
    vi.useRealTimers();
  });

  it("are left alone on a phone that does not hold them yet", async () => {
    vi.useFakeTimers();
    const load = vi.fn(async () => Nothing);
    warmUp(signal(open), false, [load]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(load).not.toHaveBeenCalled();
    vi.useRealTimers();
  });
});
