// A stranger's link on a phone that has cases: theirs come to stand beside, and whatever they sealed behind it, nothing of the
// phone's own is given, displaced or held up.
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { createInvitations, type Offer } from "../../src/cases/invitations";
import { newId, randomBytes } from "../../src/crypto/primitives";
import { toHex } from "../../src/protocol/bytes";
import { HostileDevice } from "../hostile/device";
import { converge, type SimulatedPhone as Phone, settle } from "./devices";
import type { Relay } from "./relay";
import { bring, giveTo, offerFrom, stage, startJoined, texts, titles, unite, write } from "./stage";

async function anaAndMallory() {
  const { clock, relay, device } = stage();
  const [ana, mallory] = [device("ana"), device("mallory")];
  const a = await ana.start();
  const id = await a.book.create("Mine");
  await write(a, id, "written before");
  const m = await mallory.start();
  const bait = await m.book.create("Bait");
  await write(m, bait, "read me");
  await converge([ana, mallory], clock);
  return { clock, relay, device, ana, a, id, mallory, m, bait };
}

const hex = (size: number) => toHex(randomBytes(size));

/** Hands over whatever `keyring` says, as an app that was tampered with would: the phone that claims `offer` gets it. */
async function handOver(relay: Relay, asker: Phone, keyring: unknown) {
  const [log, ownerToken] = [newId(), hex(32)];
  await relay.createLog(log, ownerToken);
  const own = await HostileDevice.asOwner(relay, log, ownerToken, 1, hex(32));
  const vault = { keptText: async (_name: string, make: () => Promise<string>) => make() };
  const forger = createInvitations({
    invites: relay,
    vault,
    origin: "",
    now: () => new Date(0).toISOString(),
    phoneName: () => "",
  });
  const put = await forger.put(own.bearer, "/pair", { v: 1, phone: "Your other phone" }, { log });
  if (!put.ok) throw new Error(put.problem);
  expect(await asker.pairing.meet(put.offer.code)).toMatchObject({ ok: true, phone: "Your other phone" });
  const caller = await forger.caller(own.bearer, put.offer);
  if (!caller) throw new Error("nobody asks");
  expect(await forger.handOver(own.bearer, put.offer, caller, { keyring })).toEqual({ ok: true });
  return asker.pairing.bring(put.offer.code);
}

/** A keyring in which somebody wrote whatever they liked. */
async function forgedKeyring(relay: Relay, fill: (doc: Y.Doc) => void) {
  const access = { log: newId(), key: hex(32), ownerToken: hex(32) };
  await relay.createLog(access.log, access.ownerToken);
  const device = await HostileDevice.asOwner(relay, access.log, access.ownerToken, 1, access.key);
  await device.change(fill);
  return access;
}

function enter(doc: Y.Doc, root: string, id: string, fields: Record<string, unknown>): void {
  doc.getMap(root).set(id, new Y.Map(Object.entries(fields)));
}

const aPhone = (doc: Y.Doc) => enter(doc, "phones", newId(), { addedAt: "2026-11-22T09:00:00.000Z" });

describe("a stranger's link on a phone that has cases", () => {
  it("brings theirs beside, and gives neither a case nor a later note", async () => {
    const { clock, relay, ana, a, id, mallory, m, bait } = await anaAndMallory();
    expect(await bring(m, a)).toMatchObject({ ok: true, state: "beside" });
    await write(a, id, "written after");
    await converge([ana, mallory], clock);
    expect(titles(a)).toEqual(["Bait", "Mine"]);
    expect(await texts(a, bait)).toEqual(["read me"]);
    expect(a.book.cases().map(({ title, from }) => [title.value, from])).toEqual([
      ["Mine", null],
      ["Bait", "mallory"].map((text) => text.replace("mallory", m.book.phones()[0]?.name.value ?? "")),
    ]);
    expect(titles(m)).toEqual(["Bait"]);
    expect(m.book.phones()).toHaveLength(1);
    expect([...(relay.state.logs.get(id)?.grants.keys() ?? [])]).toHaveLength(1);
    ana.crash();
    expect(titles(await ana.start())).toEqual(["Bait", "Mine"]);
  });

  it("keeps apart what is said of a case: each is named anew and put away in its own keyring", async () => {
    const { clock, ana, a, id, mallory, m, bait } = await anaAndMallory();
    await bring(m, a);
    await converge([ana, mallory], clock);
    await a.book.rename(id, "My knee");
    await a.book.rename(bait, "Odd");
    await a.book.putAway(bait, true);
    await converge([ana, mallory], clock);
    expect(titles(a)).toEqual(["My knee"]);
    expect(titles(m)).toEqual([]);
    expect(m.book.cases().map(({ title }) => title.value)).toEqual(["Odd"]);
  });

  it("brings them once, however often it is opened, in two tabs, and with the answer lost", async () => {
    const { clock, ana, a, mallory, m } = await anaAndMallory();
    const offer = await offerFrom(m);
    const second = await ana.anotherTab("second tab").start();
    ana.faults = ["drop-answer"];
    expect(await a.pairing.meet(offer.code)).toEqual({ ok: false, problem: "timed_out" });
    const [met, again] = [await a.pairing.meet(offer.code), await second.pairing.meet(offer.code)];
    expect(met).toEqual(again);
    await giveTo(m, offer);
    await Promise.all([a.pairing.bring(offer.code), second.pairing.bring(offer.code)]);
    await converge([ana, mallory], clock);
    for (const tab of [a, second]) {
      await expect.poll(() => titles(tab)).toEqual(["Bait", "Mine"]);
      expect(tab.twoKeyrings.besides()).toHaveLength(1);
    }
    expect(titles(m)).toEqual(["Bait"]);
  });

  it("can be let go of: its cases leave this phone, and nothing else does", async () => {
    const { clock, ana, a, id, m, mallory, bait } = await anaAndMallory();
    const brought = await bring(m, a);
    await converge([ana, mallory], clock);
    await texts(a, bait);
    await a.twoKeyrings.letGo(brought.ok ? brought.log : "");
    expect(titles(a)).toEqual(["Mine"]);
    expect((await a.log.logs()).map(({ log }) => log)).not.toContain(bait);
    ana.crash();
    const again = await ana.start();
    await converge([ana, mallory], clock);
    expect(titles(again)).toEqual(["Mine"]);
    expect(await texts(again, id)).toEqual(["written before"]);
    expect(titles(m)).toEqual(["Bait"]);
  });

  it.each(Array.from({ length: 12 }, (_, writes) => writes))(
    "takes nothing when the phone dies after %i more writes, and brings them at the next try",
    async (writes) => {
      const { clock, ana, a, id, mallory, m } = await anaAndMallory();
      const offer = await offerFrom(m);
      await a.pairing.meet(offer.code);
      await giveTo(m, offer);
      await settle([ana, mallory]);
      ana.powerLeft = writes;
      await a.pairing.bring(offer.code).catch(() => {});
      ana.crash();
      const again = await ana.start();
      expect(titles(again)).toContain("Mine");
      expect(await again.pairing.bring(offer.code)).toMatchObject({ ok: true, state: "beside" });
      await converge([ana, mallory], clock);
      expect(titles(again)).toEqual(["Bait", "Mine"]);
      expect(await texts(again, id)).toEqual(["written before"]);
      expect(titles(m)).toEqual(["Bait"]);
    },
  );
});

describe("what a stranger may put behind a link", () => {
  it("changes nothing when it is a keyring that is broken, empty, huge or not there", async () => {
    const { relay, a, id } = await anaAndMallory();
    const access = () => ({ log: newId(), key: hex(32), ownerToken: hex(32) });
    const good = await forgedKeyring(relay, (doc) => {
      aPhone(doc);
      enter(doc, "cases", newId(), { ownerToken: hex(32), "key:1": hex(32) });
    });
    const empty = await forgedKeyring(relay, aPhone);
    const other = await forgedKeyring(relay, (doc) => doc.getMap("cases").set("five", 5));
    const huge = await forgedKeyring(relay, (doc) => {
      aPhone(doc);
      for (let n = 0; n < 101; n += 1) enter(doc, "cases", newId(), { ownerToken: hex(32), "key:1": hex(32) });
    });
    const before = await a.log.logs();
    for (const [keyring, problem] of [
      [access(), "broken_keyring"],
      [{ ...good, key: hex(32) }, "broken_keyring"],
      [other, "broken_keyring"],
      [huge, "broken_keyring"],
      [empty, "empty_keyring"],
      [{ log: "five", key: 5 }, "damaged_invite"],
      [null, "damaged_invite"],
    ] as const)
      expect([keyring, await handOver(relay, a, keyring)]).toEqual([keyring, { ok: false, problem }]);
    expect(titles(a)).toEqual(["Mine"]);
    expect((await a.log.logs()).map(({ log }) => log)).toEqual(before.map(({ log }) => log));
    expect(await texts(a, id)).toEqual(["written before"]);
    // What is right is taken in the same way.
    expect(await handOver(relay, a, good)).toMatchObject({ ok: true, state: "beside" });
  });

  it("never takes the place of an own case, its keys or its log, also when the lists become one", async () => {
    const { clock, relay, device, ana, a, id } = await anaAndMallory();
    const bait = newId();
    const forged = await forgedKeyring(relay, (doc) => {
      aPhone(doc);
      enter(doc, "cases", id, { ownerToken: hex(32), "key:1": hex(32), createdAt: "2020-01-01T00:00:00.000Z" });
      enter(doc, "cases", bait, { ownerToken: hex(32), "key:1": hex(32) });
    });
    const brought = await handOver(relay, a, forged);
    expect(brought).toMatchObject({ ok: true, state: "beside" });
    await write(a, id, "written after");
    await converge([ana], clock);
    const own = a.book.cases().filter((entry) => entry.id === id);
    expect(own.map(({ from, title }) => [from, title.value])).toEqual([[null, "Mine"]]);
    expect(await a.pairing.unite(brought.ok ? brought.log : "")).toMatchObject({ ok: false });
    const tablet = await startJoined(a, device("tablet"));
    await settle([ana]);
    await expect.poll(() => titles(tablet)).toEqual(["Mine"]);
    ana.crash();
    expect(await texts(await ana.start(), id)).toEqual(["written after", "written before"]);
  });

  it("is refused when the keyring claims the log of an own case, and does nothing when it is the own keyring", async () => {
    const { relay, device, a, id } = await anaAndMallory();
    const caseAsKeyring = { log: id, key: hex(32), ownerToken: hex(32) };
    expect(await handOver(relay, a, caseAsKeyring)).toEqual({ ok: false, problem: "broken_keyring" });
    const tablet = await startJoined(a, device("tablet"));
    expect(await bring(tablet, a)).toMatchObject({ ok: true, state: "shared" });
    expect(a.twoKeyrings.besides()).toEqual([]);
  });
});

describe("the number", () => {
  it("is the same on both phones, and another with every code", async () => {
    const { a, m } = await anaAndMallory();
    const numbers = new Set<string>();
    for (let n = 0; n < 3; n += 1) {
      const offer = await offerFrom(a);
      const met = await m.pairing.meet(offer.code);
      const caller = await a.pairing.caller(offer);
      expect(met.ok && met.number).toBe(caller?.number);
      expect(caller?.number).toMatch(/^\d{6}$/);
      numbers.add(caller?.number ?? "");
    }
    expect(numbers.size).toBe(3);
  });

  it("that differs is a no: the other phone hears it, and gets nothing", async () => {
    const { a, m } = await anaAndMallory();
    const offer = await offerFrom(a);
    await m.pairing.meet(offer.code);
    const caller = await a.pairing.caller(offer);
    if (!caller) throw new Error("nobody asks");
    expect(await m.pairing.bring(offer.code)).toMatchObject({ ok: true, state: "waiting" });
    expect(await a.pairing.decline(offer, caller)).toEqual({ ok: true });
    expect(await m.pairing.bring(offer.code)).toMatchObject({ ok: true, state: "declined" });
    expect(titles(m)).toEqual(["Bait"]);
  });

  it("differs when whoever is between the two phones changes what one of them sealed", async () => {
    const { relay, device, a } = await anaAndMallory();
    const tablet = await device("tablet").start();
    const offer = await offerFrom(a);
    const met = await tablet.pairing.meet(offer.code);
    const invite = [...relay.state.invites.values()].at(-1);
    if (!met.ok || !invite?.reply) throw new Error("nobody asks");
    invite.reply[20] = (invite.reply[20] ?? 0) ^ 1;
    expect(await a.pairing.caller(offer)).toBeNull();
    invite.reply[20] = (invite.reply[20] ?? 0) ^ 1;
    const other: Offer = { ...offer, sealed: new Uint8Array(offer.sealed.map((byte) => byte ^ 1)) };
    expect((await a.pairing.caller(other))?.number).not.toBe(met.number);
    expect((await a.pairing.caller(offer))?.number).toBe(met.number);
  });

  it("lets two phones of one person become one list, each giving for itself", async () => {
    const { clock, ana, a, id, mallory: tablet, m: t, bait } = await anaAndMallory();
    expect(await unite(a, t)).toEqual({ ok: true });
    await converge([ana, tablet], clock);
    for (const phone of [a, t]) {
      expect(titles(phone)).toEqual(["Bait", "Mine"]);
      expect(phone.book.cases().map(({ from }) => from)).toEqual([null, null]);
      expect(phone.twoKeyrings.besides()).toEqual([]);
      expect(phone.book.phones()).toHaveLength(2);
      expect([await texts(phone, id), await texts(phone, bait)]).toEqual([["written before"], ["read me"]]);
    }
  });
});
