// A phone is gone, and the recovery code brings everything back: own cases and those of others, with what was written
// after the code was made. Nothing is called ready that the server does not hold.
import { describe, expect, it } from "vitest";
import { converge, type SimulatedDevice, settle } from "./devices";
import { anaWithTwoCases } from "./lossStage";
import {
  codeOf,
  everythingComesBack,
  isReady,
  makeCode,
  recover,
  theOldCodeIsUseless,
  theSlotComesBack,
} from "./recoveryStage";
import { noticesOf, startJoined, texts, titles, unite, write } from "./stage";

describe("a recovery code", () => {
  it("alone brings back every case, own and joined, and the lost phone is in the list", async () => {
    await everythingComesBack();
  });

  it("opens nothing any more once it is replaced, even if the server kept what it opened", async () => {
    await theOldCodeIsUseless();
  });

  it("works again after the server was wiped, by itself", async () => {
    await theSlotComesBack();
  });

  it("is made without a signal, and is ready only when the server has been seen to hold it", async () => {
    const { clock, relay, device, ana, phone } = await anaWithTwoCases();
    ana.online = false;
    const code = await makeCode(phone);
    await settle([ana]);
    expect([await isReady(phone), relay.state.slots.size]).toEqual([false, 0]);
    ana.crash();
    const again = await ana.start();
    expect(await codeOf(again)).toBe(code);
    expect((await recover(device("new"), code)).said).toBe("code_unknown");
    ana.online = true;
    await converge([ana], clock);
    expect([await isReady(again), relay.state.slots.size]).toEqual([true, 1]);
  });

  it("is shown on every phone of the person, verified on one of them, and put back by whichever is there", async () => {
    const { clock, relay, device, ana, phone, knee } = await anaWithTwoCases();
    const code = await makeCode(phone);
    const tablet = device("tablet");
    const t = await startJoined(phone, tablet);
    await converge([ana, tablet], clock);
    expect(await codeOf(t)).toBe(code);
    const groups = code.split("-");
    const codes = await t.recoveryCodes();
    const typed = (text: string) => [
      { group: 2, text: groups[1]?.toLowerCase() ?? "" },
      { group: 5, text },
    ];
    expect(await codes.verify(typed(groups[5] ?? ""))).toEqual([true, false]);
    expect(phone.book.recoveryCodeState()).toBe("unverified");
    expect(await codes.verify(typed(` ${groups[4]} `))).toEqual([true, true]);
    await converge([ana, tablet], clock);
    expect(phone.book.recoveryCodeState()).toBe("verified");
    ana.crash();
    relay.state = { logs: new Map(), invites: new Map(), slots: new Map() };
    await converge([tablet], clock);
    const fresh = device("new");
    const { phone: n } = await recover(fresh, code);
    await converge([tablet, fresh], clock);
    expect(await texts(n, knee)).toEqual(["swollen"]);
  });

  it("is put back when the server gives an old slot, which is said", async () => {
    const { clock, relay, ana, phone } = await anaWithTwoCases();
    await makeCode(phone);
    await converge([ana], clock);
    const [[slot, first] = []] = relay.copy().slots;
    relay.state.slots.clear();
    await restart(ana, clock);
    expect([...relay.state.slots.values()].map(({ version }) => version)).toEqual([2]);
    if (slot && first) relay.state.slots.set(slot, first);
    const again = await restart(ana, clock);
    expect(noticesOf(again)).toEqual(["server_rolled_back"]);
    expect([...relay.state.slots.values()].map(({ version }) => version)).toEqual([3]);
  });

  it("is not called useless by a network that says yes to everything", async () => {
    const { clock, relay, ana, phone } = await anaWithTwoCases();
    await makeCode(phone);
    await converge([ana], clock);
    ana.liesAbout = ["deleteSlot"];
    await makeCode(phone);
    await converge([ana], clock);
    const shown = async () => (await phone.recoveryCodes()).shown();
    expect([relay.state.slots.size, (await shown())?.isOldOneOpen]).toEqual([2, true]);
    ana.liesAbout = [];
    await converge([ana], clock);
    expect([relay.state.slots.size, (await shown())?.isOldOneOpen]).toEqual([1, false]);
  });

  it("is not lost when both phones make one at the same time: each works", async () => {
    const { clock, device, ana, phone } = await anaWithTwoCases();
    const tablet = device("tablet");
    const t = await startJoined(phone, tablet);
    await converge([ana, tablet], clock);
    for (const one of [ana, tablet]) one.online = false;
    const codes = [await makeCode(phone), await makeCode(t)];
    for (const one of [ana, tablet]) one.online = true;
    await converge([ana, tablet], clock);
    for (const [at, code] of codes.entries()) expect((await recover(device(`new ${at}`), code)).said).toBe("joined");
  });

  it("goes along when the phone's cases become another phone's as well", async () => {
    const { clock, device, ana, phone } = await anaWithTwoCases();
    const code = await makeCode(phone);
    await converge([ana], clock);
    const other = device("other");
    const o = await other.start();
    await o.book.create("Ear");
    await converge([other], clock);
    expect(await unite(o, phone)).toEqual({ ok: true });
    await converge([ana, other], clock);
    for (const one of [ana, other]) one.crash();
    const fresh = device("new");
    const { phone: n, said } = await recover(fresh, code);
    expect(said).toBe("joined");
    await converge([fresh], clock);
    expect(titles(n)).toEqual(["Ear", "Heart", "Knee"]);
  });

  it("leaves the cases of a phone that has some where they are, and brings the others beside them", async () => {
    const { clock, device, ana, phone } = await anaWithTwoCases();
    const code = await makeCode(phone);
    await converge([ana], clock);
    const other = device("other");
    const o = await other.start();
    await o.book.create("Ear");
    const { said } = await recover(other, code);
    expect(said).toBe("beside");
    await converge([other], clock);
    expect(titles(o)).toEqual(["Ear", "Heart", "Knee"]);
    expect(o.book.cases().map(({ from }) => from === null)).toEqual([true, false, false]);
  });

  it("says which is which: mistyped, unknown, damaged, no signal; and nothing has changed", async () => {
    const { clock, relay, device, ana, phone } = await anaWithTwoCases();
    const code = await makeCode(phone);
    await converge([ana], clock);
    const fresh = device("new");
    expect((await recover(fresh, code.slice(1))).said).toBe("bad_code");
    fresh.online = false;
    expect((await recover(fresh, code)).said).toBe("no_network");
    fresh.online = true;
    const [known] = relay.state.slots.values();
    known?.sealed.set([known.sealed[40] === 7 ? 8 : 7], 40);
    expect((await recover(fresh, code)).said).toBe("damaged_slot");
    relay.state.slots.clear();
    expect((await recover(fresh, code)).said).toBe("code_unknown");
    expect(await fresh.phone?.log.logs()).toEqual([]);
  });

  it("shuts out the phone that writes second when the lost one turns up, and keeps its words there", async () => {
    const { clock, device, ana, a, fresh, phone, id, code } = await everythingComesBack();
    const third = device("third");
    const { phone: found } = await recover(third, code);
    await converge([ana, fresh, third], clock);
    await write(phone, id, "first");
    await converge([ana, fresh], clock);
    await write(found, id, "second");
    await converge([ana, fresh, third], clock).catch(() => {});
    expect(await texts(a, id)).toContain("first");
    expect(await texts(found, id)).toContain("second");
  });
});

async function restart(device: SimulatedDevice, clock: Parameters<typeof converge>[1]) {
  device.crash();
  const phone = await device.start();
  await converge([device], clock);
  return phone;
}
