// What several callers share is made once, and no caller keeps a failure.
import { describe, expect, it } from "vitest";
import { madeOnce, shared } from "../../src/promises";

/** A promise that a test settles when it wants to. */
function pending<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}

describe("what is made once", () => {
  it("is made for the first who asks, and kept for all others", async () => {
    const made = new Map<string, Promise<number>>();
    let makings = 0;
    const make = async () => {
      makings += 1;
      return makings;
    };
    expect(await Promise.all([madeOnce(made, "a", make), madeOnce(made, "a", make)])).toEqual([1, 1]);
    expect(await madeOnce(made, "a", make)).toBe(1);
    expect(await madeOnce(made, "b", make)).toBe(2);
  });

  it("is made anew after a failure, which everybody who had asked is told", async () => {
    const made = new Map<string, Promise<string>>();
    const first = pending<string>();
    const asked = [madeOnce(made, "a", () => first.promise), madeOnce(made, "a", () => first.promise)];
    first.reject(new Error("for a moment"));
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await madeOnce(made, "a", async () => "made anew")).toBe("made anew");
  });

  it("stays when a failure comes late, from what stood there before it", async () => {
    const made = new Map<string, Promise<string>>();
    const first = pending<string>();
    const failed = madeOnce(made, "a", () => first.promise);
    made.delete("a");
    expect(await madeOnce(made, "a", async () => "the second")).toBe("the second");
    first.reject(new Error("late"));
    await expect(failed).rejects.toThrow("late");
    expect(await madeOnce(made, "a", async () => "a third")).toBe("the second");
  });
});

describe("shared work", () => {
  it("is one run for all who ask while it is under way, and another one for who asks after", async () => {
    const runs: { resolve: () => void }[] = [];
    const work = shared(() => {
      const run = pending<void>();
      runs.push({ resolve: () => run.resolve() });
      return run.promise;
    });
    const both = [work(), work()];
    expect(runs).toHaveLength(1);
    runs[0]?.resolve();
    await Promise.all(both);
    const later = work();
    expect(runs).toHaveLength(2);
    runs[1]?.resolve();
    await later;
  });

  it("that failed is tried again by who asks next", async () => {
    let tries = 0;
    const work = shared(async () => {
      tries += 1;
      if (tries === 1) throw new Error("for a moment");
    });
    await expect(work()).rejects.toThrow("for a moment");
    await work();
    expect(tries).toBe(2);
  });
});
