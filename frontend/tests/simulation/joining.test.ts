// A phone with cases of its own merges with another one, with little space and in several attempts: nothing stays
// behind.
import { describe, expect, it } from "vitest";
import { converge, settle } from "./devices";
import { storageThatMayBeFull } from "./fullStorage";
import { bring, stage, startJoined, texts, titles, unite, write } from "./stage";

/** Ana's phone with the case "Mine", which can be made full, and the phones of two other people. */
async function anaAndOthers() {
  const { clock, device } = stage();
  const [ana, first, second] = [device("ana"), device("first"), device("second")];
  const disk = { isFull: false };
  ana.storage = storageThatMayBeFull(() => disk.isFull);
  const a = await ana.start();
  const id = await a.book.create("Mine");
  await write(a, id, "written before");
  const others = { first: await first.start(), second: await second.start() };
  await others.first.book.create("First");
  await others.second.book.create("Second");
  await converge([ana, first, second], clock);
  return { clock, disk, ana, a, id, first, second, others };
}

describe("joining", () => {
  it("takes along which cases are put away and which have two names", async () => {
    const { clock, device } = stage();
    const [ana, tablet, other] = [device("ana"), device("tablet"), device("other")];
    const a = await ana.start();
    const id = await a.book.create("Knee");
    const closed = await a.book.create("Old");
    const b = await startJoined(a, tablet);
    await converge([ana, tablet], clock);
    ana.online = tablet.online = false;
    await a.book.rename(id, "Left knee");
    await b.book.rename(id, "Mum's knee");
    await a.book.setArchived(closed, true);
    ana.online = tablet.online = true;
    await converge([ana, tablet], clock);
    const before = a.book.cases();
    const o = await other.start();
    await o.book.create("Theirs");
    expect(await unite(o, a)).toEqual({ ok: true });
    await converge([ana, other], clock);
    for (const phone of [a, o]) {
      const [left, old] = [id, closed].map((which) => phone.book.cases().find((entry) => entry.id === which));
      expect([left?.title.value, ...(left?.title.others ?? [])].sort()).toEqual(["Left knee", "Mum's knee"]);
      expect(old?.archivedAt).toBe(before.find((entry) => entry.id === closed)?.archivedAt);
      expect(old?.archivedAt).not.toBeNull();
    }
  });

  it("that can't be stored says so, keeps the cases in view, and works with the same code when there is room", async () => {
    const { clock, disk, ana, a, id, first, others } = await anaAndOthers();
    const brought = await bring(others.first, a);
    const log = brought.ok ? brought.log : "";
    await settle([ana]);
    disk.isFull = true;
    expect(await a.pairing.unite(log)).toEqual({ ok: false, problem: "not_stored" });
    expect(titles(a)).toContain("Mine");
    expect(await texts(a, id)).toEqual(["written before"]);
    disk.isFull = false;
    expect(await unite(others.first, a)).toMatchObject({ ok: true, state: "shared" });
    await converge([ana, first], clock);
    for (const phone of [a, others.first]) expect(titles(phone)).toEqual(["First", "Mine"]);
    for (const phone of [a, others.first]) expect(phone.book.phones()).toHaveLength(2);
  });

  it("on a phone that had no case yet and no room either still enters the phone when there is", async () => {
    const { clock, device } = stage();
    const [ana, other] = [device("ana"), device("other")];
    const o = await other.start();
    await o.book.create("Theirs");
    let isFull = true;
    ana.storage = storageThatMayBeFull(() => isFull);
    expect(await bring(o, await ana.start())).toEqual({ ok: false, problem: "not_stored" });
    ana.crash();
    isFull = false;
    const again = await ana.start();
    await converge([ana, other], clock);
    expect(titles(again)).toEqual(["Theirs"]);
    expect(again.book.phones().map((phone) => phone.id)).toContain(again.book.thisPhone());
  });

  it("ends a move that is unfinished before it begins another", async () => {
    const { clock, disk, ana, a, id, first, second, others } = await anaAndOthers();
    const [one, two] = [await bring(others.first, a), await bring(others.second, a)];
    // What came with them is stored by then: it is the move that finds no space.
    await settle([ana]);
    disk.isFull = true;
    expect(await a.pairing.unite(one.ok ? one.log : "")).toEqual({ ok: false, problem: "not_stored" });
    disk.isFull = false;
    expect(await a.pairing.unite(two.ok ? two.log : "")).toEqual({ ok: true });
    ana.crash();
    const again = await ana.start();
    await converge([ana, first, second], clock);
    for (const phone of [again, others.second]) expect(titles(phone)).toEqual(["First", "Mine", "Second"]);
    expect(await texts(others.second, id)).toEqual(["written before"]);
  });

  it("left unfinished, opens with all its cases on a phone that is still full, and ends when there is room", async () => {
    const { clock, disk, ana, a, id, first, others } = await anaAndOthers();
    const brought = await bring(others.first, a);
    await settle([ana]);
    disk.isFull = true;
    await a.pairing.unite(brought.ok ? brought.log : "");
    ana.crash();
    const full = await ana.start();
    expect(titles(full)).toContain("Mine");
    expect(await texts(full, id)).toEqual(["written before"]);
    expect(ana.errors.length).toBeGreaterThan(0);
    ana.errors.length = 0;
    ana.crash();
    disk.isFull = false;
    const again = await ana.start();
    await converge([ana, first], clock);
    for (const phone of [again, others.first]) expect(titles(phone)).toEqual(["First", "Mine"]);
  });
});
