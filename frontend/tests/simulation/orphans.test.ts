// Entries that the server lost and whose own device does not come back: another phone seals them again, once, even
// while someone keeps typing.
import { describe, expect, it } from "vitest";
import { isOrphan } from "../../src/storage/syncLog";
import { converge } from "./devices";
import { stage, startJoined, texts, write } from "./stage";

describe("orphans", () => {
  it("are taken over a part at a time, so that typing spoils no more than one part", { timeout: 30_000 }, async () => {
    const { clock, relay, device } = stage();
    const [ana, tablet] = [device("ana"), device("tablet")];
    const a = await ana.start();
    const id = await a.book.create("Knee");
    const all = Array.from({ length: 230 }, (_, n) => `note ${String(n).padStart(3, "0")}`);
    await write(a, id, ...all);
    const b = await startJoined(a, tablet);
    await converge([ana, tablet], clock);
    ana.crash();
    relay.state = { logs: new Map(), invites: new Map(), slots: new Map() };
    await b.book.open(id);
    const rowsAfter = b.log.rowsAfter.bind(b.log);
    const left: number[] = [];
    b.log.rowsAfter = async (log, n, limit) => {
      const rows = await rowsAfter(log, n, limit);
      const orphans = rows.filter(isOrphan).length;
      if (log !== id || n > 0 || orphans === 0) return rows;
      left.push(orphans);
      if (left.length % 2 === 0) await write(b, id, `typed ${left.length}`);
      return rows;
    };
    await converge([tablet], clock);
    b.log.rowsAfter = rowsAfter;
    expect(left).toEqual([230, 130, 130, 30, 30]);
    const cleos = device("cleos");
    const c = await startJoined(b, cleos);
    await converge([tablet, cleos], clock);
    expect(await texts(c, id)).toEqual([...all, "typed 2", "typed 4"]);
  });

  it("do not double the log each time the server is wiped", async () => {
    const { clock, relay, device } = stage();
    const devices = [device("ana"), device("tablet"), device("laptop")];
    const [ana, tablet, laptop] = devices;
    if (!ana || !tablet || !laptop) throw new Error("no phones");
    const a = await ana.start();
    const id = await a.book.create("Knee");
    const phones = [a, await startJoined(a, tablet), await startJoined(a, laptop)];
    await converge(devices, clock);
    const all = ["from 0", "from 1", "from 2"];
    for (const [n, phone] of phones.entries())
      for (let times = 0; times < 5; times += 1) await write(phone, id, `from ${n}`);
    await converge(devices, clock);
    const sizes: number[] = [];
    for (let wipes = 0; wipes < 4; wipes += 1) {
      relay.state = { logs: new Map(), invites: new Map(), slots: new Map() };
      await converge(devices, clock);
      sizes.push(relay.state.logs.get(id)?.entries.length ?? 0);
    }
    // Each word once under its author's name, and at most once more for each of the three phones that seal it again.
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4 * 15);
    for (const phone of phones) expect([...new Set(await texts(phone, id))]).toEqual(all);
  });
});
