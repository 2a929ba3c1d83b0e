// A companion's phone on another person's case: it joins by an invitation, writes without a signal, is shut out, and
// survives a server that loses everything. It never holds the owner token.
import { describe, expect, it } from "vitest";
import { enterPerson, people, tellClosed } from "../../src/domain/case/people";
import { anaAndBen } from "./companionStage";
import { converge, type SimulatedPhone as Phone, settle } from "./devices";
import { storageThatMayBeFull } from "./fullStorage";
import { invitationFrom, noticesOf, startJoined, texts, write } from "./stage";

function shutOut(phone: Phone) {
  return phone.engine.status.current().shutOut;
}

describe("a companion", () => {
  it("D3: sees one case with its words, says whose it is, and is known by name", async () => {
    const { a, b, id } = await anaAndBen();
    expect(await texts(b, id)).toEqual(["before Ben"]);
    expect(b.book.cases().map(({ title, companion }) => [title.value, companion])).toEqual([
      ["Knee", { owner: "Ana", role: "editor" }],
    ]);
    expect(people((await a.book.open(id)).doc).map(({ name }) => name.value)).toEqual(["Ben"]);
    expect(a.companions.guests(id)).toMatchObject([{ role: "editor", closedAt: null }]);
    expect([a, b].map((phone) => phone.book.phones().length)).toEqual([1, 1]);
  });

  it("D3: never gets the owner token", async () => {
    const { a, b, id } = await anaAndBen();
    const tokens = [a, b].map((phone) => phone.book.cases().find((entry) => entry.id === id)?.ownerToken);
    expect(tokens[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(tokens[1]).toBeNull();
  });

  it("D3: writes without a signal while the owner does, and both have both streams with their authors", async () => {
    const { clock, ana, ben, a, b, id } = await anaAndBen();
    ana.online = ben.online = false;
    await write(a, id, "Ana 1", "Ana 2");
    await write(b, id, "Ben 1", "Ben 2");
    ana.online = ben.online = true;
    await converge([ana, ben], clock);
    for (const phone of [a, b])
      expect(await texts(phone, id)).toEqual(["Ana 1", "Ana 2", "Ben 1", "Ben 2", "before Ben"]);
    expect([...noticesOf(a), ...noticesOf(b)]).toEqual([]);
  });

  it("D3: is also in on the owner's other phone, which may close the door", async () => {
    const { clock, device, ana, ben, a, b, id } = await anaAndBen();
    const tablet = device("tablet");
    const t = await startJoined(a, tablet);
    await converge([ana, ben, tablet], clock);
    const [guest] = t.companions.guests(id);
    expect(guest?.device).toBe(await b.companions.deviceOf(id));
    await t.companions.close(id, [guest?.device ?? ""]);
    await converge([ana, tablet], clock);
    await write(a, id, "between us");
    await converge([ana, tablet], clock);
    b.engine.wake();
    await settle([ben]);
    expect(shutOut(b)).toEqual([{ log: id, wasIn: true }]);
    expect(await texts(b, id)).toEqual(["before Ben"]);
    expect(a.companions.guests(id)).toMatchObject([{ isShut: true }]);
  });

  it("D3: keeps the new access when one phone of the owner invites and the other closes the old one, both by themselves", async () => {
    const { clock, device, ana, ben, a, b, id } = await anaAndBen();
    const tablet = device("tablet");
    const t = await startJoined(a, tablet);
    await converge([ana, ben, tablet], clock);
    tablet.online = false;
    const old = t.companions.guests(id).map((guest) => guest.device);
    const open = await t.book.open(id);
    await t.companions.close(id, old);
    tellClosed(open.doc, open.writer, old);
    expect(await b.companions.enter(await invitationFrom(a, id), "Ben")).toEqual({ ok: true, id });
    await converge([ana, ben], clock);
    tablet.online = true;
    await converge([ana, ben, tablet], clock);
    await write(b, id, "in again");
    await converge([ana, ben, tablet], clock);
    for (const phone of [a, t]) {
      expect(await texts(phone, id)).toEqual(["before Ben", "in again"]);
      expect(people((await phone.book.open(id)).doc)).toMatchObject([{ closedAt: null }]);
      expect(phone.companions.guests(id).filter(({ closedAt }) => closedAt === null)).toHaveLength(1);
    }
  });

  it("D3: reads and sends nothing new once access is closed; what was sent before stays, what is written after waits", async () => {
    const { clock, relay, ana, ben, a, b, id, close } = await anaAndBen();
    await write(b, id, "sent in time");
    await converge([ana, ben], clock);
    await close();
    await settle([ana]);
    await write(a, id, "only for Ana");
    await converge([ana], clock);
    const held = relay.state.logs.get(id)?.entries.length;
    await write(b, id, "too late");
    for (let n = 0; n < 5; n += 1) {
      clock.advance(310_000);
      await settle([ben]);
    }
    expect(relay.state.logs.get(id)?.entries.length).toBe(held);
    expect(await texts(a, id)).toEqual(["before Ben", "only for Ana", "sent in time"]);
    expect(await texts(b, id)).toEqual(["before Ben", "sent in time", "too late"]);
    expect(b.engine.status.current()).toMatchObject({ phase: "idle", problem: null, waiting: 0 });
    expect(ben.errors).toEqual([]);
    ben.crash();
    expect(await texts(await ben.start(), id)).toEqual(["before Ben", "sent in time", "too late"]);
  });

  it("D3: is shut out as soon as there is a signal when the door was closed without one", async () => {
    const { clock, ana, ben, a, b, id, close } = await anaAndBen();
    ana.online = false;
    await close();
    await settle([ana]);
    expect(a.companions.guests(id)).toMatchObject([{ isShut: false }]);
    ana.crash();
    const again = await ana.start();
    ana.online = true;
    await converge([ana], clock);
    expect(again.companions.guests(id)).toMatchObject([{ isShut: true }]);
    b.engine.wake();
    await settle([ben]);
    expect(shutOut(b)).toEqual([{ log: id, wasIn: true }]);
  });

  it("D3: is not said to be shut out by a network that says yes to everything", async () => {
    const { clock, relay, ana, a, id, close } = await anaAndBen();
    const device = a.companions.guests(id)[0]?.device ?? "";
    const isIn = () => relay.state.logs.get(id)?.grants.has(device);
    ana.liesAbout = ["revoke"];
    await close();
    await converge([ana], clock);
    expect(isIn()).toBe(true);
    expect(a.companions.guests(id)).toMatchObject([{ isShut: false }]);
    ana.liesAbout = [];
    await converge([ana], clock);
    expect(isIn()).toBe(false);
    expect(a.companions.guests(id)).toMatchObject([{ isShut: true }]);
  });

  it("D3: is shut out also by a phone that has no room to keep the wish", async () => {
    const { clock, relay, ana, id } = await anaAndBen();
    const disk = { isFull: false };
    ana.crash();
    ana.storage = storageThatMayBeFull(() => disk.isFull);
    const full = await ana.start();
    await converge([ana], clock);
    disk.isFull = true;
    const guests = full.companions.guests(id).map((guest) => guest.device);
    await expect(full.companions.close(id, guests)).rejects.toThrow("not stored");
    await settle([ana]);
    expect(guests.map((guest) => relay.state.logs.get(id)?.grants.has(guest))).toEqual([false]);
    disk.isFull = false;
    clock.advance(10_000);
    await settle([ana]);
    ana.crash();
    expect((await ana.start()).companions.guests(id)).toMatchObject([{ isShut: true }]);
  });

  it("D3: cannot come back with the old invitation, and brings all along with a new one", async () => {
    const { clock, ana, ben, a, b, id, code, close } = await anaAndBen();
    await close();
    await settle([ana]);
    await write(b, id, "kept meanwhile");
    expect(await b.companions.enter(code, "Ben")).toEqual({ ok: false, problem: "not_found" });
    await settle([ben]);
    b.engine.wake();
    await settle([ben]);
    expect(shutOut(b)).toEqual([{ log: id, wasIn: true }]);
    expect(await b.companions.enter(await invitationFrom(a, id), "Ben B.")).toEqual({ ok: true, id });
    await converge([ana, ben], clock);
    expect(shutOut(b)).toEqual([]);
    for (const phone of [a, b]) expect(await texts(phone, id)).toEqual(["before Ben", "kept meanwhile"]);
    expect(people((await a.book.open(id)).doc)).toMatchObject([{ name: { value: "Ben B.", others: [] } }]);
    expect(
      a.companions
        .guests(id)
        .map((guest) => guest.closedAt !== null)
        .sort(),
    ).toEqual([false, true]);
  });

  it("D3: comes through a server that lost everything, after the owner has", async () => {
    const { clock, relay, ana, ben, a, b, id } = await anaAndBen();
    relay.state = { logs: new Map(), invites: new Map(), slots: new Map() };
    await write(b, id, "Ben, after the loss");
    b.engine.wake();
    await settle([ben]);
    expect(shutOut(b)).toEqual([{ log: id, wasIn: true }]);
    await write(a, id, "Ana, after the loss");
    await converge([ana, ben], clock);
    for (const phone of [a, b])
      expect(await texts(phone, id)).toEqual(["Ana, after the loss", "Ben, after the loss", "before Ben"]);
    expect(shutOut(b)).toEqual([]);
  });

  it("D3: is put out again by the owner's phone when the server comes back from a copy of before", async () => {
    const { clock, relay, ana, ben, a, b, id, close } = await anaAndBen();
    const older = relay.copy();
    await close();
    await converge([ana], clock);
    relay.state = older;
    ben.online = false;
    await converge([ana], clock);
    await write(a, id, "after the copy");
    await converge([ana], clock);
    ben.online = true;
    b.engine.wake();
    await settle([ben]);
    expect(shutOut(b)).toEqual([{ log: id, wasIn: true }]);
    expect(await texts(b, id)).toEqual(["before Ben"]);
  });

  it("D3: is let in by nothing that anyone writes into the case", async () => {
    const { clock, relay, ana, ben, a, b, id } = await anaAndBen();
    const { doc, writer } = await b.book.open(id);
    enterPerson(doc, { ...writer, author: "f".repeat(32) }, "Mallory", "e".repeat(64));
    await converge([ana, ben], clock);
    relay.state = { logs: new Map(), invites: new Map(), slots: new Map() };
    await converge([ana, ben], clock);
    expect(relay.state.logs.get(id)?.grants.has("e".repeat(64))).toBe(false);
    expect(a.companions.guests(id)).toHaveLength(1);
  });
});
