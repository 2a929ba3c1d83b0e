// An invitation to a case: it works once and for a limited time, survives lost answers, and is not confused with other
// codes.
import { describe, expect, it } from "vitest";
import { Invitations } from "../../src/cases/sharing/invitations";
import { newLogOfOwn } from "../../src/crypto/logId";
import { sha256 } from "../../src/crypto/primitives";
import { fromHex, toHex } from "../../src/protocol/bytes";
import { createDatabase } from "../../src/storage/database";
import { anaAndBen } from "./companionStage";
import { converge, settle } from "./devices";
import { invitationFrom, stage, texts, unite, write } from "./stage";

describe("an invitation to a case", () => {
  it("D3: works once", async () => {
    const { device, id, code, b } = await anaAndBen();
    const mallory = await device("mallory").start();
    expect(await mallory.companions.preview(code)).toEqual({ ok: false, problem: "invite_used" });
    expect(await mallory.companions.enter(code, "Mallory")).toEqual({ ok: false, problem: "invite_used" });
    expect(mallory.book.cases()).toEqual([]);
    expect(await b.companions.preview(code)).toMatchObject({ ok: true });
    expect(await texts(b, id)).toEqual(["before Ben"]);
  });

  it("D3: runs out", async () => {
    const { clock, device, a, id } = await anaAndBen();
    const code = await invitationFrom(a, id);
    clock.advance(901_000);
    const cleo = await device("cleo").start();
    expect(await cleo.companions.preview(code)).toEqual({ ok: false, problem: "invite_expired" });
  });

  it("D3: survives answers that are lost on the way", async () => {
    const { clock, device, ana, a, id } = await anaAndBen();
    const code = await invitationFrom(a, id);
    const cleo = device("cleo");
    const c = await cleo.start();
    cleo.faults = ["drop-answer"];
    expect(await c.companions.preview(code)).toEqual({ ok: false, problem: "timed_out" });
    cleo.faults = ["none", "drop-answer"];
    expect(await c.companions.enter(code, "Cleo")).toEqual({ ok: false, problem: "timed_out" });
    expect(await c.companions.enter(code, "Cleo")).toEqual({ ok: true, id });
    await converge([ana, cleo], clock);
    expect(await texts(c, id)).toEqual(["before Ben"]);
    expect(a.companions.guests(id)).toHaveLength(2);
  });

  it("D3: is still theirs after the page was killed at any moment, and in another tab", async () => {
    const { clock, device, ana, a, id } = await anaAndBen();
    const code = await invitationFrom(a, id);
    const cleo = device("cleo");
    expect(await (await cleo.start()).companions.preview(code)).toMatchObject({ ok: true, owner: "Ana" });
    cleo.crash();
    const second = await cleo.start();
    cleo.faults = ["none", "drop-answer"];
    expect(await second.companions.enter(code, "Cleo")).toEqual({ ok: false, problem: "timed_out" });
    cleo.crash();
    const third = await cleo.start();
    const tab = cleo.anotherTab("tab");
    expect(await (await tab.start()).companions.preview(code)).toMatchObject({ ok: true });
    tab.crash();
    expect(await third.companions.enter(code, "Cleo")).toEqual({ ok: true, id });
    await converge([ana, cleo], clock);
    expect(await texts(third, id)).toEqual(["before Ben"]);
    expect(a.companions.guests(id)).toHaveLength(2);
  });

  it("D3: stays unused on a phone that has no room to keep it", async () => {
    const { clock, relay, device, ana, a, id } = await anaAndBen();
    const code = await invitationFrom(a, id);
    const cleo = device("cleo");
    const disk = { isFull: false };
    cleo.storage = (name) => {
      const withDatabase = createDatabase(name);
      return async (work) => {
        if (disk.isFull) throw new DOMException("no room", "QuotaExceededError");
        return withDatabase(work);
      };
    };
    const c = await cleo.start();
    disk.isFull = true;
    expect(await c.companions.preview(code)).toEqual({ ok: false, problem: "not_stored" });
    expect(await c.companions.enter(code, "Cleo")).toEqual({ ok: false, problem: "not_stored" });
    expect([...relay.state.invites.values()].at(-1)?.claimant).toBeNull();
    disk.isFull = false;
    cleo.errors.length = 0;
    expect(await c.companions.enter(code, "Cleo")).toEqual({ ok: true, id });
    await converge([ana, cleo], clock);
    expect(await texts(c, id)).toEqual(["before Ben"]);
  });

  it("D3: is told apart from a code for an own phone, and from an own case", async () => {
    const { a, b, id, device } = await anaAndBen();
    const own = await a.pairing.offer();
    expect(own.ok && (await b.companions.preview(own.offer.code))).toEqual({ ok: false, problem: "phone_invite" });
    const code = await invitationFrom(a, id);
    expect(await a.companions.preview(code)).toEqual({ ok: false, problem: "own_case" });
    const other = await invitationFrom(a, id);
    const dora = await device("dora").start();
    expect(await dora.pairing.meet(other)).toEqual({ ok: false, problem: "case_invite" });
    expect(await dora.companions.enter(other, "Dora")).toEqual({ ok: true, id });
  });

  it("D3: holds names of any length and script, cut where the server would not take it", async () => {
    const { device } = stage();
    const [ana, ben] = [await device("ana").start(), await device("ben").start()];
    const id = await ana.book.create("🦵🏽".repeat(5000));
    const looked = await ben.companions.preview(await invitationFrom(ana, id, `أنا ${"ن".repeat(10_000)}`));
    if (!looked.ok) throw new Error(looked.problem);
    expect(looked.owner).toMatch(/^أنا ن{195}…$/u);
    expect([...looked.title]).toHaveLength(200);
  });
});

describe("an invitation to a case that the phone is in already", () => {
  it("D3: takes nothing from it when it has run out, or when nobody answers", async () => {
    const { clock, ana, ben, a, b, id } = await anaAndBen();
    const late = await invitationFrom(a, id);
    expect(await b.companions.preview(late)).toMatchObject({ ok: true });
    clock.advance(901_000);
    expect(await b.companions.enter(late, "Ben")).toEqual({ ok: false, problem: "invite_expired" });
    const unheard = await invitationFrom(a, id);
    expect(await b.companions.preview(unheard)).toMatchObject({ ok: true });
    ben.faults = ["none", "drop-request"];
    expect(await b.companions.enter(unheard, "Ben")).toEqual({ ok: false, problem: "no_network" });
    ben.crash();
    const again = await ben.start();
    await write(again, id, "still in");
    await converge([ana, ben], clock);
    for (const phone of [a, again]) expect(await texts(phone, id)).toEqual(["before Ben", "still in"]);
    expect(again.engine.status.current().shutOut).toEqual([]);
  });

  it("D3: takes nothing from it when somebody else has made it in the owner's name", async () => {
    const { clock, relay, ana, ben, a, b, id } = await anaAndBen();
    const [{ log, ownerToken }, token] = [await newLogOfOwn(), "d3".repeat(32)];
    const tokenHash = toHex(await sha256(fromHex(token)));
    await relay.createLog(log, ownerToken);
    await relay.grant(log, ownerToken, { device: "d4".repeat(32), role: "owner", tokenHash });
    const keys = b.book.cases()[0]?.keys;
    const content = { v: 1, case: { log: id, keys, role: "reader", title: "Knee", owner: "Mallory" } };
    const keptText = (_name: string, make: () => Promise<string>) => make();
    const forger = new Invitations({
      invites: relay,
      vault: { keptText },
      origin: "",
      now: () => clock.now(),
      phoneName: () => "",
    });
    const forged = await forger.put(token, "/join", content, { log, role: "editor" });
    if (!forged.ok) throw new Error(forged.problem);
    expect(await b.companions.enter(forged.offer.code, "Ben")).toEqual({ ok: false, problem: "not_found" });
    expect(b.book.cases()[0]?.companion).toEqual({ owner: "Ana", role: "editor" });
    await write(b, id, "still in");
    await converge([ana, ben], clock);
    expect(await texts(a, id)).toEqual(["before Ben", "still in"]);
  });
});

describe("two invitations that are out at once", () => {
  it("D3: each bring their companion to the owner's knowledge, without being asked", async () => {
    const { clock, device, ana, a, id } = await anaAndBen();
    const codes = [await invitationFrom(a, id), await invitationFrom(a, id)];
    for (const [nth, code] of codes.entries()) {
      const one = device(`companion-${nth}`);
      const phone = await one.start();
      expect(await phone.companions.enter(code, `Companion ${nth}`)).toEqual({ ok: true, id });
      await converge([ana, one], clock);
    }
    expect(a.companions.guests(id)).toHaveLength(3);
  });
});

describe("a companion's phone that becomes an own one", () => {
  it("D3: has the owner token then, and keeps what was written as a companion", async () => {
    const { clock, ana, ben, a, b, id } = await anaAndBen();
    await write(b, id, "as a companion");
    expect(await unite(a, b)).toEqual({ ok: true });
    await converge([ana, ben], clock);
    const entries = [a, b].map((phone) => phone.book.cases().find((entry) => entry.id === id));
    expect(entries[1]).toMatchObject({ companion: null, ownerToken: entries[0]?.ownerToken });
    expect(entries[0]?.ownerToken).toMatch(/^[0-9a-f]{64}$/);
    for (const phone of [a, b]) expect(await texts(phone, id)).toEqual(["as a companion", "before Ben"]);
  });

  it("D3: invites others then, and is not put out by closing the access that it had as a companion", async () => {
    const { clock, relay, device, ana, ben, a, b, id, close } = await anaAndBen();
    expect(await unite(a, b)).toEqual({ ok: true });
    await converge([ana, ben], clock);
    const cleo = device("cleo");
    const c = await cleo.start();
    expect(await c.companions.enter(await invitationFrom(b, id), "Cleo")).toEqual({ ok: true, id });
    await converge([ana, ben, cleo], clock);
    await close();
    await converge([ana, ben], clock);
    await write(b, id, "still mine");
    await converge([ana, ben], clock);
    expect(await texts(a, id)).toEqual(["before Ben", "still mine"]);
    ana.crash();
    await ana.start();
    await settle([ana]);
    const grant = relay.state.logs.get(id)?.grants.get((await b.companions.deviceOf(id)) ?? "");
    expect(grant?.role).toBe("owner");
    expect(b.engine.status.current().shutOut).toEqual([]);
    c.engine.wake();
    await settle([cleo]);
    expect(c.engine.status.current().shutOut).toEqual([{ log: id, wasIn: true }]);
  });
});
