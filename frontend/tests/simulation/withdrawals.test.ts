// A code that is cancelled: at once with a signal, otherwise kept as a withdrawal and done at the first signal, through
// restarts, lost answers and networks that say yes to everything. Whether the code was used before is never hidden.
import { describe, expect, it } from "vitest";
import type { Inviting, Offer } from "../../src/cases/sharing/invitations";
import { setOwnerName } from "../../src/domain/case/people";
import { converge, type SimulatedPhone as Phone, type SimulatedDevice, settle } from "./devices";
import { storageThatMayBeFull } from "./fullStorage";
import { stage } from "./stage";

type Kind = "an own phone" | "a companion";
const kinds: Kind[] = ["an own phone", "a companion"];

/** Ana's phone with a case and an open code, and Mallory's, who has seen the code. */
async function codeIsOut(kind: Kind) {
  const { clock, relay, device } = stage();
  const ana = device("ana");
  const a = await ana.start();
  const id = await a.book.create("Knee");
  const inviting = await invitingOf(a, id, kind);
  const offer = await made(inviting);
  await converge([ana], clock);
  const mallory = await device("mallory").start();
  const uses = () =>
    kind === "a companion" ? mallory.companions.preview(offer.code) : mallory.pairing.meet(offer.code);
  return { clock, relay, ana, a, id, inviting, offer, uses, mallory };
}

async function invitingOf(phone: Phone, id: string, kind: Kind): Promise<Inviting> {
  if (kind === "an own phone") return phone.pairing;
  const opened = await phone.book.open(id);
  setOwnerName(opened.doc, opened.writer, "Ana");
  return phone.companions.inviting(opened);
}

async function made(inviting: Inviting): Promise<Offer> {
  const offered = await inviting.offer();
  if (!offered.ok) throw new Error(offered.problem);
  return offered.offer;
}

async function states(phone: Phone): Promise<string[]> {
  return (await phone.withdrawals.all()).map(({ state }) => state);
}

async function atTheNextRound(device: SimulatedDevice, clock: { advance(ms: number): void }): Promise<void> {
  clock.advance(31_000);
  await settle([device]);
}

describe.each(kinds)("a code for %s that is cancelled", (kind) => {
  it("D3: works for nobody, at once, when there is a signal", async () => {
    const { a, inviting, offer, uses } = await codeIsOut(kind);
    await inviting.withdraw(offer);
    expect(await states(a)).toEqual(["cancelled"]);
    expect(await uses()).toEqual({ ok: false, problem: "not_found" });
  });

  it("D3: is not said to be cancelled without a signal, and is at the first one", async () => {
    const { clock, relay, ana, a, inviting, offer, uses } = await codeIsOut(kind);
    ana.online = false;
    await inviting.withdraw(offer);
    expect(await states(a)).toEqual(["waiting"]);
    expect(relay.state.invites.size).toBe(1);
    await atTheNextRound(ana, clock);
    expect(await states(a)).toEqual(["waiting"]);
    ana.online = true;
    a.engine.wake();
    await settle([ana]);
    expect(await states(a)).toEqual(["cancelled"]);
    expect(relay.state.invites.size).toBe(0);
    expect(await uses()).toEqual({ ok: false, problem: "not_found" });
  });

  it("D3: is a wish that survives the death of the phone", async () => {
    const { clock, relay, ana, inviting, offer } = await codeIsOut(kind);
    ana.online = false;
    await inviting.withdraw(offer);
    ana.crash();
    const again = await ana.start();
    expect(await states(again)).toEqual(["waiting"]);
    ana.online = true;
    await atTheNextRound(ana, clock);
    expect(await states(again)).toEqual(["cancelled"]);
    expect(relay.state.invites.size).toBe(0);
  });

  it("D3: is carried out by whichever tab sends, and known in the other", async () => {
    const { clock, relay, ana, inviting, offer } = await codeIsOut(kind);
    ana.online = false;
    await inviting.withdraw(offer);
    const tab = ana.anotherTab("tab");
    const t = await tab.start();
    ana.crash();
    const other = await ana.start();
    tab.online = ana.online = true;
    await atTheNextRound(tab, clock);
    await settle([ana, tab]);
    expect([await states(t), await states(other)]).toEqual([["cancelled"], ["cancelled"]]);
    expect(relay.state.invites.size).toBe(0);
  });

  it("D3: that somebody used before is said to be used, until the person has seen it", async () => {
    const { clock, ana, inviting, offer, uses } = await codeIsOut(kind);
    ana.online = false;
    await inviting.withdraw(offer);
    expect(await uses()).toMatchObject({ ok: true });
    ana.online = true;
    await atTheNextRound(ana, clock);
    ana.crash();
    const again = await ana.start();
    const [withdrawn] = await again.withdrawals.all();
    expect(withdrawn?.state).toBe("used");
    await again.withdrawals.dismiss(withdrawn?.invite ?? "");
    expect(await states(again)).toEqual([]);
  });

  it("D3: is cancelled although the server's answer was lost", async () => {
    const { clock, relay, ana, a, inviting, offer } = await codeIsOut(kind);
    ana.faults = ["drop-answer"];
    await inviting.withdraw(offer);
    expect(await states(a)).toEqual(["waiting"]);
    expect(relay.state.invites.size).toBe(0);
    await atTheNextRound(ana, clock);
    expect(await states(a)).toEqual(["cancelled"]);
  });

  it("D3: is not believed to be cancelled by a network that says yes to everything", async () => {
    const { clock, relay, ana, a, inviting, offer } = await codeIsOut(kind);
    ana.liesAbout = ["deleteInvite"];
    await inviting.withdraw(offer);
    await atTheNextRound(ana, clock);
    expect(await states(a)).toEqual(["waiting"]);
    expect(relay.state.invites.size).toBe(1);
    ana.liesAbout = [];
    await atTheNextRound(ana, clock);
    expect(await states(a)).toEqual(["cancelled"]);
  });

  it("D3: is over without a word about its use when the server has forgotten it", async () => {
    const { clock, relay, ana, a, inviting, offer } = await codeIsOut(kind);
    ana.online = false;
    await inviting.withdraw(offer);
    clock.advance(2 * 24 * 3_600_000);
    relay.state.invites.clear();
    expect((await a.withdrawals.all())[0]).toMatchObject({ state: "waiting", hasRunOut: true });
    ana.online = true;
    await atTheNextRound(ana, clock);
    expect(await states(a)).toEqual(["forgotten"]);
  });

  it("D3: is cancelled also by a phone that has no room for the wish", async () => {
    const { clock, relay, device } = stage();
    const ana = device("ana");
    const disk = { isFull: false };
    ana.storage = storageThatMayBeFull(() => disk.isFull, "secrets");
    const a = await ana.start();
    const id = await a.book.create("Knee");
    const inviting = await invitingOf(a, id, kind);
    const offer = await made(inviting);
    await converge([ana], clock);
    disk.isFull = true;
    ana.online = false;
    await inviting.withdraw(offer);
    expect(await states(a)).toEqual(["waiting"]);
    ana.online = true;
    await atTheNextRound(ana, clock);
    expect(await states(a)).toEqual(["cancelled"]);
    expect(relay.state.invites.size).toBe(0);
  });
});

describe("what has come of a cancelled code", () => {
  it("is shown for a day and then let go, but never what still waits", async () => {
    const { clock, ana, a, inviting, offer } = await codeIsOut("an own phone");
    await inviting.withdraw(offer);
    const later = await made(inviting);
    ana.online = false;
    await inviting.withdraw(later);
    expect((await states(a)).sort()).toEqual(["cancelled", "waiting"]);
    clock.advance(25 * 3_600_000);
    expect(await states(a)).toEqual(["waiting"]);
  });

  it("is of one case, or of all for an own phone", async () => {
    const { a, id, inviting, offer } = await codeIsOut("a companion");
    await inviting.withdraw(offer);
    const phoneOffer = await made(a.pairing);
    await a.pairing.withdraw(phoneOffer);
    const logs = (await a.withdrawals.all()).map(({ log }) => log);
    expect(logs).toContain(id);
    expect(logs.filter((log) => log !== id)).toHaveLength(1);
  });
});
