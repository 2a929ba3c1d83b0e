// A stranger's link on a phone that has cases: theirs are kept beside its own, and whatever they sealed behind it,
// nothing of the phone's own is given away, displaced or delayed.
import { describe, expect, it } from "vitest";
import type { Offer } from "../../src/cases/sharing/invitations";
import { converge, settle } from "./devices";
import { anaAndMallory } from "./mallory";
import { bring, giveTo, offerFrom, texts, titles, unite, write } from "./stage";

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
    await a.book.setArchived(bait, true);
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
      expect(tab.keyringMerge.secondKeyrings()).toHaveLength(1);
    }
    expect(titles(m)).toEqual(["Bait"]);
  });

  it("can be let go of: its cases leave this phone, and nothing else does", async () => {
    const { clock, ana, a, id, m, mallory, bait } = await anaAndMallory();
    const brought = await bring(m, a);
    await converge([ana, mallory], clock);
    await texts(a, bait);
    await a.keyringMerge.letGo(brought.ok ? brought.log : "");
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
      expect(phone.keyringMerge.secondKeyrings()).toEqual([]);
      expect(phone.book.phones()).toHaveLength(2);
      expect([await texts(phone, id), await texts(phone, bait)]).toEqual([["written before"], ["read me"]]);
    }
  });
});
