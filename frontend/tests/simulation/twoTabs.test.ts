// One phone, two tabs: they share what is stored, notify each other of changes, and only one of them exchanges at a
// time.
import { describe, expect, it } from "vitest";
import { converge, type SimulatedClock, type SimulatedDevice, settle } from "./devices";
import type { Relay } from "./relay";
import { noticesOf, stage, startJoined, texts, titles, unite, write } from "./stage";

function countPulls(relay: Relay): () => number {
  const pull = relay.pull.bind(relay);
  let count = 0;
  relay.pull = (...args) => {
    count += 1;
    return pull(...args);
  };
  return () => count;
}

/** A minute in which nobody does anything. */
async function aQuietMinute(tabs: SimulatedDevice[], clock: SimulatedClock): Promise<void> {
  for (let quarters = 0; quarters < 240; quarters += 1) {
    clock.advance(250);
    await settle(tabs.slice(0, 1));
  }
}

describe("two tabs of one phone", () => {
  it("at rest ask the server no more often than two phones would", { timeout: 30_000 }, async () => {
    const { clock, relay, device } = stage();
    const ana = device("ana");
    const phone = await ana.start();
    await write(phone, await phone.book.create("Knee"), "one");
    await converge([ana], clock);
    const pulls = countPulls(relay);
    await aQuietMinute([ana], clock);
    const alone = pulls();
    expect(alone).toBeGreaterThan(0);
    const second = ana.anotherTab("second tab");
    await second.start();
    await converge([ana, second], clock);
    // What the second tab requested at its start is still under way.
    await aQuietMinute([ana, second], clock);
    const before = pulls();
    await aQuietMinute([ana, second], clock);
    expect(pulls() - before).toBeLessThanOrEqual(alone * 2);
  });

  it("show each other's words, and the one that wrote them sends them", async () => {
    const { clock, device } = stage();
    const ana = device("ana");
    const first = await ana.start();
    const id = await first.book.create("Knee");
    const second = await ana.anotherTab("second tab").start();
    await second.book.open(id);
    await write(first, id, "from the first tab");
    await expect.poll(() => texts(second, id)).toEqual(["from the first tab"]);
    await converge([ana], clock);
    expect(await first.log.unsent()).toBe(0);
  });

  it("lose nothing and send nothing twice in a browser without locks, however they work at once", async () => {
    const { clock, relay, device } = stage();
    const ana = device("ana");
    ana.browser.hasLocks = false;
    const first = await ana.start();
    const id = await first.book.create("Knee");
    const tab = ana.anotherTab("second tab");
    const second = await tab.start();
    for (const turn of [1, 2, 3]) {
      await Promise.all([write(first, id, `first ${turn}`), write(second, id, `second ${turn}`)]);
      for (const phone of [first, second]) phone.engine.wake();
      await converge([ana, tab], clock);
    }
    const other = device("other");
    const fresh = await startJoined(first, other);
    await converge([ana, tab, other], clock);
    const all = ["first 1", "first 2", "first 3", "second 1", "second 2", "second 3"];
    for (const phone of [first, second, fresh]) expect(await texts(phone, id)).toEqual(all);
    expect([first, second, fresh].flatMap(noticesOf)).toEqual([]);
    const hashes = relay.state.logs.get(id)?.entries.map(({ hash }) => hash) ?? [];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it("both move when one of them becomes one with another phone", async () => {
    const { clock, device } = stage();
    const [ana, ben] = [device("ana"), device("ben")];
    const other = await ben.start();
    await other.book.create("Theirs");
    const first = await ana.start();
    await first.book.create("Mine");
    const second = await ana.anotherTab("second tab").start();
    expect(await unite(other, first)).toEqual({ ok: true });
    await converge([ana, ben], clock);
    await expect.poll(() => titles(second)).toEqual(["Mine", "Theirs"]);
    expect(second.book.phones()).toEqual(first.book.phones());
  });

  it.each([
    ["heard of it", true],
    ["slept through it", false],
  ])("a case made after the other tab joined lies in the new keyring when this one %s", async (_name, isBellHeard) => {
    const { clock, device } = stage();
    const [ana, ben] = [device("ana"), device("ben")];
    const other = await ben.start();
    await other.book.create("Theirs");
    const first = await ana.start();
    await first.book.create("Mine");
    const tab = ana.anotherTab("second tab");
    const second = await tab.start();
    ana.browser.isBellHeard = isBellHeard;
    expect(await unite(other, first)).toEqual({ ok: true });
    await settle([ana, ben]);
    const id = await second.book.create("Made in the old tab");
    await write(second, id, "words");
    for (const one of [ana, tab]) one.crash();
    const again = await ana.start();
    await converge([ana, ben], clock);
    for (const phone of [again, other]) {
      expect(titles(phone)).toEqual(["Made in the old tab", "Mine", "Theirs"]);
      expect(await texts(phone, id)).toEqual(["words"]);
    }
  });
});
