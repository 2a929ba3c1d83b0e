// Stories with a recovery code, from the making of it to what comes back.
import { expect } from "vitest";
import { anaAndBen } from "./companionStage";
import { converge, type SimulatedDevice, type SimulatedPhone } from "./devices";
import { texts, titles, write } from "./stage";

export async function codeOf(phone: SimulatedPhone): Promise<string> {
  const shown = await (await phone.recoveryCodes()).shown();
  if (!shown) throw new Error("there is no code");
  return shown.text;
}

export async function makeCode(phone: SimulatedPhone): Promise<string> {
  await (await phone.recoveryCodes()).make();
  return codeOf(phone);
}

export async function isReady(phone: SimulatedPhone): Promise<boolean> {
  return (await (await phone.recoveryCodes()).shown())?.isReady ?? false;
}

/** What comes of the code on a new, empty phone. */
export async function recover(device: SimulatedDevice, code: string) {
  const phone = device.phone ?? (await device.start());
  const result = await (await phone.recoveryCodes()).recover(code);
  return { phone, said: result.ok ? result.state : result.problem };
}

/** Ben has a case of his own and is in one of Ana's. He makes a code, goes on writing, and his phone is gone. */
export async function benLosesHisPhone() {
  const { clock, relay, device, ana, ben, a, b, id } = await anaAndBen();
  const back = await b.book.create("Back");
  await write(b, back, "before the code");
  const code = await makeCode(b);
  await converge([ana, ben], clock);
  const later = await b.book.create("After the code");
  await write(b, later, "a later case");
  await write(b, back, "after the code");
  await write(b, id, "from Ben");
  await converge([ana, ben], clock);
  ben.crash();
  return { clock, relay, device, ana, ben, a, id, back, later, code, lost: b.book.thisPhone() };
}

export async function everythingComesBack() {
  const { clock, device, ana, a, id, back, later, code, lost } = await benLosesHisPhone();
  await write(a, id, "while Ben was away");
  const fresh = device("ben's new phone");
  const { phone, said } = await recover(fresh, code);
  expect(said).toBe("joined");
  await converge([ana, fresh], clock);
  expect(titles(phone)).toEqual(["After the code", "Back", "Knee"]);
  expect(await texts(phone, back)).toEqual(["after the code", "before the code"]);
  expect(await texts(phone, later)).toEqual(["a later case"]);
  expect(await texts(phone, id)).toEqual(["before Ben", "from Ben", "while Ben was away"]);
  await write(phone, id, "from Ben's new phone");
  await write(phone, back, "on the new phone");
  await converge([ana, fresh], clock);
  expect(await texts(a, id)).toContain("from Ben's new phone");
  expect(a.companions.guests(id).length).toBe(1);
  expect(phone.engine.status.current().shutOut).toEqual([]);
  expect(phone.ownPhones.all().map(({ state }) => state)).toEqual(["in", "in"]);
  expect(lost !== null && phone.book.isMe(lost)).toBe(true);
  expect(phone.ownPhones.all().find((one) => one.id === lost)?.seenOn).toMatch(/^2026-11-/);
  return { clock, device, ana, a, fresh, phone, id, back, code };
}

/** Ana's only phone makes a code, and another one; the first must open nothing. */
export async function theOldCodeIsUseless() {
  const { clock, relay, device, ana, a } = await anaAndBen();
  const old = await makeCode(a);
  await converge([ana], clock);
  const before = relay.copy();
  expect(before.slots.size).toBe(1);
  const code = await makeCode(a);
  await converge([ana], clock);
  expect(relay.state.slots.size).toBe(1);
  expect((await recover(device("finder"), old)).said).toBe("code_unknown");
  // A server that kept it gives it all the same.
  relay.state.slots = new Map([...before.slots, ...relay.state.slots]);
  expect((await recover(device("another finder"), old)).said).toBe("code_replaced");
  expect((await recover(device("ana's new phone"), code)).said).toBe("joined");
  return { clock, relay, ana, old };
}

/** The server is wiped, and the phone that is there puts the slot back. */
export async function theSlotComesBack() {
  const { clock, relay, device, ana, ben, a, id } = await anaAndBen();
  const code = await makeCode(a);
  await converge([ana, ben], clock);
  relay.state = { logs: new Map(), invites: new Map(), slots: new Map() };
  await converge([ana, ben], clock);
  expect(relay.state.slots.size).toBe(1);
  ana.crash();
  const fresh = device("ana's new phone");
  const { phone, said } = await recover(fresh, code);
  expect(said).toBe("joined");
  await converge([fresh, ben], clock);
  expect(await texts(phone, id)).toEqual(["before Ben"]);
}
