// A bad link and a busy server: pages shrink until they get through, waiting ends when it should, and progress never
// appears stuck.
import { describe, expect, it } from "vitest";
import type { LogApi } from "../../src/protocol/api";
import { converge, settle } from "./devices";
import { bring, offerFrom, stage, startJoined, texts, write } from "./stage";

const failed = (code: "timed_out" | "busy" | "server_error", retryAfter: number | null = null) =>
  ({ ok: false, code, retryAfter, details: {} }) as const;

async function sharedCase() {
  const { clock, relay, device } = stage();
  const [ana, tablet] = [device("ana"), device("tablet")];
  const a = await ana.start();
  const id = await a.book.create("Knee");
  const pull: LogApi["pull"] = relay.pull.bind(relay);
  return { clock, relay, ana, tablet, a, id, pull };
}

describe("a slow link", () => {
  it("gets pages half as large after each time-out, until one passes", async () => {
    const { clock, relay, ana, tablet, a, id, pull } = await sharedCase();
    await write(a, id, ...Array.from({ length: 60 }, (_, n) => `note ${n}`));
    await converge([ana], clock);
    const b = await startJoined(a, tablet);
    await converge([ana, tablet], clock);
    tablet.online = false;
    const asked: number[] = [];
    relay.pull = async (log, token, after, limit = 500) => {
      asked.push(limit);
      return limit > 60 ? failed("timed_out") : pull(log, token, after, limit);
    };
    await write(a, id, "late");
    await converge([ana], clock);
    expect(asked.slice(0, 4)).toEqual([400, 200, 100, 50]);
    tablet.online = true;
    await converge([ana, tablet], clock);
    expect(await texts(b, id)).toContain("late");
  });

  it("that goes in the middle of a long pull leaves no progress standing", async () => {
    const { clock, relay, ana, tablet, a, id, pull } = await sharedCase();
    await write(a, id, ...Array.from({ length: 30 }, (_, n) => `note ${n}`));
    await converge([ana], clock);
    const b = await tablet.start();
    const offer = await offerFrom(a);
    let pages = 0;
    relay.pull = async (log, token, after) => {
      const page = await pull(log, token, after, 10);
      if (log === id) pages += 1;
      if (pages === 2) tablet.online = false;
      return page;
    };
    const seen: number[] = [];
    b.engine.status.subscribe(({ progress }) => seen.push(...progress.map(({ have }) => have)));
    await bring(a, b, offer);
    clock.advance(60);
    await settle([tablet]);
    expect(seen).toContain(20);
    expect(b.engine.status.current()).toMatchObject({ phase: "offline", progress: [] });
  });
});

describe("waiting", () => {
  it("ends after an hour, though the server asked for thirty days", async () => {
    const { clock, relay, ana, a, id, pull } = await sharedCase();
    await converge([ana], clock);
    let asked = 0;
    relay.pull = async () => {
      asked += 1;
      return failed("busy", 30 * 86_400);
    };
    await write(a, id, "waits");
    a.engine.wake();
    await settle([ana]);
    const first = asked;
    expect(first).toBeGreaterThan(0);
    clock.advance(3_599_000);
    a.engine.wake();
    await settle([ana]);
    expect(asked).toBe(first);
    relay.pull = pull;
    clock.advance(2_000);
    await settle([ana]);
    expect(await a.log.unsent()).toBe(0);
  });

  it("is not made longer by a clock that jumps back a year", async () => {
    const { clock, relay, ana, a, id, pull } = await sharedCase();
    await converge([ana], clock);
    relay.pull = async () => failed("server_error");
    await write(a, id, "waits");
    a.engine.wake();
    await settle([ana]);
    expect(a.engine.status.current()).toMatchObject({ phase: "backing-off", waiting: 1 });
    relay.pull = pull;
    clock.error = -365 * 86_400_000;
    clock.advance(2_000);
    await settle([ana]);
    expect(await a.log.unsent()).toBe(0);
    await write(a, id, "after the jump");
    clock.advance(100);
    await settle([ana]);
    expect(await a.log.unsent()).toBe(0);
  });
});
