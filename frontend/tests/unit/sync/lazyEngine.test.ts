import { describe, expect, it } from "vitest";
import type { Engine } from "../../../src/sync/engine";
import { lazyEngine } from "../../../src/sync/lazyEngine";
import type { StatusSource } from "../../../src/sync/status";

const status: StatusSource = {
  current: () => ({
    phase: "idle",
    waiting: 0,
    syncedAt: null,
    isStuck: false,
    problem: null,
    notices: [],
    progress: [],
    fetched: [],
    shutOut: [],
  }),
  subscribe: () => () => {},
  dismiss: async () => {},
};

/** An engine that only records its calls, and a clock that a test moves. */
function stage(outcomes: ("comes" | "fails")[]) {
  const asked: string[] = [];
  const errors: unknown[] = [];
  const alarms: (() => void)[] = [];
  const loaded: Engine = {
    status,
    start: () => void asked.push("start"),
    stop: () => void asked.push("stop"),
    wake: () => void asked.push("wake"),
    settled: async () => void asked.push("settled"),
  };
  const load = async () => {
    if (outcomes.shift() === "fails") throw new Error("no such file");
    return loaded;
  };
  const after = (_ms: number, wake: () => void) => {
    alarms.push(wake);
    return () => {};
  };
  const engine = lazyEngine({ status, load, after, onError: (error) => errors.push(error) });
  return { engine, asked, errors, alarms };
}

describe("an engine whose code is still on its way", () => {
  it("starts once it is here, and passes everything on from then", async () => {
    const { engine, asked } = stage(["comes"]);
    engine.start();
    engine.wake();
    expect(asked).toEqual([]);
    await engine.settled();
    engine.wake();
    engine.stop();
    expect(asked).toEqual(["start", "settled", "wake", "stop"]);
  });

  it("does not start when it was stopped meanwhile", async () => {
    const { engine, asked } = stage(["comes"]);
    engine.start();
    engine.stop();
    await new Promise((arrived) => setTimeout(arrived));
    await engine.settled();
    expect(asked).toEqual(["settled"]);
  });

  it("is asked for again when it did not come: after a while, and when the phone is woken", async () => {
    const { engine, asked, errors, alarms } = stage(["fails", "fails", "comes"]);
    engine.start();
    await engine.settled();
    expect([asked, errors.length, alarms.length]).toEqual([[], 1, 1]);
    alarms[0]?.();
    await engine.settled();
    expect([asked, errors.length]).toEqual([[], 2]);
    engine.wake();
    await engine.settled();
    expect(asked).toEqual(["start", "settled"]);
  });
});
