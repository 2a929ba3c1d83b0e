// Trouble with one log stays with that log: it still receives, and every other log is sent as if nothing had happened.
import { describe, expect, it } from "vitest";
import { converge, settle } from "./devices";
import { stage, startJoined, texts, write } from "./stage";

async function twoCases() {
  const { clock, relay, device } = stage();
  const [ana, tablet] = [device("ana"), device("tablet")];
  const a = await ana.start();
  const ids = [await a.book.create("Knee"), await a.book.create("Heart")].sort();
  const [bad = "", good = ""] = ids;
  const b = await startJoined(a, tablet);
  await write(a, bad, "one", "two", "three", "four", "five");
  await converge([ana, tablet], clock);
  // Twice, because one phone may have just missed what the other sends.
  const exchange = async () => {
    for (let times = 0; times < 2; times += 1) {
      clock.advance(310_000);
      a.engine.wake();
      b.engine.wake();
      await settle([ana, tablet]);
    }
  };
  return { clock, relay, ana, tablet, a, b, bad, good, exchange };
}

describe("a log in trouble", () => {
  it("for which the server has no room still receives, and does not hold up another", async () => {
    const { clock, relay, ana, tablet, a, b, bad, good, exchange } = await twoCases();
    tablet.online = false;
    await write(b, bad, "from B");
    await write(b, good, "to the heart, from B");
    await write(a, bad, "from A");
    await converge([ana], clock);
    relay.quota = relay.state.logs.get(bad)?.entries.length ?? 0;
    tablet.online = true;
    await exchange();
    expect(await texts(b, bad)).toContain("from A");
    expect(await texts(a, good)).toEqual(["to the heart, from B"]);
    expect(b.engine.status.current()).toMatchObject({ problem: "log_full", phase: "backing-off", waiting: 1 });
    await write(a, good, "to the heart, from A");
    await exchange();
    expect(await texts(b, good)).toContain("to the heart, from A");
    relay.quota = Number.POSITIVE_INFINITY;
    await converge([ana, tablet], clock);
    expect(await texts(a, bad)).toContain("from B");
  });

  it("in which something throws does not stop the others, and the error is passed on", async () => {
    const { clock, relay, ana, tablet, a, b, bad, good, exchange } = await twoCases();
    const push = relay.push.bind(relay);
    const planted = new RangeError("a bug in one log");
    relay.push = async (log, ...rest) => {
      if (log === bad) throw planted;
      return push(log, ...rest);
    };
    await write(a, bad, "stuck");
    await write(a, good, "goes on");
    await exchange();
    expect(await texts(b, good)).toEqual(["goes on"]);
    expect(a.engine.status.current()).toMatchObject({ phase: "backing-off", waiting: 1 });
    expect(ana.errors).toContain(planted);
    ana.errors.length = 0;
    relay.push = push;
    await converge([ana, tablet], clock);
    expect(await texts(b, bad)).toContain("stuck");
  });
});
