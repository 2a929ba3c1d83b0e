// What a stranger may put behind a pairing link: a keyring that is broken, huge, empty, or claims logs that are the
// person's own.
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { Invitations } from "../../src/cases/sharing/invitations";
import { newLogOfOwn } from "../../src/crypto/logId";
import { newId, randomBytes } from "../../src/crypto/primitives";
import { toHex } from "../../src/protocol/bytes";
import { deepAndOverwritten, heavy, waitingFor } from "../hostile/attacks";
import { HostileDevice } from "../hostile/device";
import { converge, type SimulatedPhone as Phone, settle } from "./devices";
import { anaAndMallory } from "./mallory";
import type { Relay } from "./relay";
import { bring, startJoined, texts, titles, write } from "./stage";

const hex = (size: number) => toHex(randomBytes(size));

/** Hands over whatever `keyring` says, as a tampered app would: the phone that claims `offer` gets it. */
async function handOver(relay: Relay, asker: Phone, keyring: unknown) {
  const { log, ownerToken } = await newLogOfOwn();
  await relay.createLog(log, ownerToken);
  const own = await HostileDevice.asOwner(relay, log, ownerToken, 1, hex(32));
  const vault = { keptText: async (_name: string, make: () => Promise<string>) => make() };
  const forger = new Invitations({
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

/** A keyring in which an attacker wrote whatever they liked. */
async function forgedKeyring(relay: Relay, fill: (doc: Y.Doc) => void) {
  return (await forgery(relay, fill)).access;
}

/** The same, with the device that keeps writing there. */
async function forgery(relay: Relay, fill: (doc: Y.Doc) => void) {
  const access = { ...(await newLogOfOwn()), key: hex(32) };
  await relay.createLog(access.log, access.ownerToken);
  const device = await HostileDevice.asOwner(relay, access.log, access.ownerToken, 1, access.key);
  await device.change(fill);
  return { access, device };
}

function enter(doc: Y.Doc, root: string, id: string, fields: Record<string, unknown>): void {
  doc.getMap(root).set(id, new Y.Map(Object.entries(fields)));
}

const aPhone = (doc: Y.Doc) => enter(doc, "phones", newId(), { addedAt: "2026-11-22T09:00:00.000Z" });

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
    // Its id says that it is derived from a token, but not from this one.
    const notItsOwn = await forgedKeyring(relay, (doc) => {
      aPhone(doc);
      enter(doc, "cases", id, { ownerToken: hex(32), "key:1": hex(32) });
    });
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
      [notItsOwn, "broken_keyring"],
      [{ ...good, ownerToken: hex(32) }, "broken_keyring"],
      [empty, "empty_keyring"],
      [{ log: "five", key: 5 }, "damaged_invite"],
      [null, "damaged_invite"],
    ] as const)
      expect([keyring, await handOver(relay, a, keyring)]).toEqual([keyring, { ok: false, problem }]);
    expect(titles(a)).toEqual(["Mine"]);
    expect((await a.log.logs()).map(({ log }) => log)).toEqual(before.map(({ log }) => log));
    expect(await texts(a, id)).toEqual(["written before"]);
    // What is valid is accepted in the same way.
    expect(await handOver(relay, a, good)).toMatchObject({ ok: true, state: "beside" });
  });

  it.each<[string, () => Uint8Array[]]>([
    ["maps nested 6,000 deep and overwritten", () => deepAndOverwritten(6_000)],
    ["200 changes that wait for one which never comes", () => waitingFor(200)],
    ["ten changes that are as large as may be", () => heavy(10, 1_800)],
    ["a hundred changes that are as large as may be", () => heavy(100, 1_800)],
  ])(
    "is read for what is in it beside %s, and stops nothing, now and at the next start",
    async (_name, updates) => {
      const { clock, relay, ana, a, id } = await anaAndMallory();
      const forged = await forgery(relay, (doc) => {
        aPhone(doc);
        enter(doc, "cases", newId(), { ownerToken: hex(32), "key:1": hex(32), "title#1": "Theirs" });
      });
      await forged.device.send(updates());
      expect(await handOver(relay, a, forged.access)).toMatchObject({ ok: true, state: "beside" });
      await write(a, id, "written after");
      await converge([ana], clock);
      ana.crash();
      const again = await ana.start();
      expect(await texts(again, id)).toEqual(["written after", "written before"]);
      expect(titles(again)).toEqual(["Mine", "Theirs"]);
      const beside = again.book.cases().find(({ from }) => from !== null)?.enteredIn?.doc;
      expect(beside?.store.pendingStructs).toBeNull();
      expect(beside?.getMap("notes").size).toBeLessThan(20_000);
    },
    120_000,
  );

  it("never takes the place of an own case, its keys or its log, also when the lists become one", async () => {
    const { clock, relay, device, ana, a, id } = await anaAndMallory();
    const bait = newId();
    const forged = await forgery(relay, (doc) => {
      aPhone(doc);
      enter(doc, "cases", bait, { ownerToken: hex(32), "key:1": hex(32) });
    });
    const brought = await handOver(relay, a, forged.access);
    expect(brought).toMatchObject({ ok: true, state: "beside" });
    await forged.device.change((doc) =>
      enter(doc, "cases", id, { ownerToken: hex(32), "key:1": hex(32), createdAt: "2020-01-01T00:00:00.000Z" }),
    );
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

  it("says nothing of this phone's own when it claims logs that somebody else owns", async () => {
    const { clock, relay, ana, a, id } = await anaAndMallory();
    const taken = newId();
    await relay.createLog(taken, hex(32));
    const forged = await forgedKeyring(relay, (doc) => {
      aPhone(doc);
      enter(doc, "cases", taken, { ownerToken: hex(32), "key:1": hex(32) });
    });
    expect(await handOver(relay, a, forged)).toMatchObject({ ok: true, state: "beside" });
    await write(a, id, "written after");
    await converge([ana], clock);
    expect(await a.log.record(taken)).toMatchObject({ shutOut: true });
    expect(a.engine.status.current()).toMatchObject({ problem: null, phase: "idle", waiting: 0, isStuck: false });
  });

  it("is refused when the keyring claims the log of an own case, and does nothing when it is the own keyring", async () => {
    const { relay, device, a, id } = await anaAndMallory();
    const caseAsKeyring = { log: id, key: hex(32), ownerToken: hex(32) };
    expect(await handOver(relay, a, caseAsKeyring)).toEqual({ ok: false, problem: "broken_keyring" });
    const tablet = await startJoined(a, device("tablet"));
    expect(await bring(tablet, a)).toMatchObject({ ok: true, state: "shared" });
    expect(a.keyringMerge.secondKeyrings()).toEqual([]);
  });
});
