// A server restored from an older copy at the worst moment: between a push and the next pull, or between a pull and the
// push.
import { describe, expect, it } from "vitest";
import { converge, type SimulatedPhone as Phone, type SimulatedDevice, settle } from "./devices";
import { noticesOf, stage, startJoined, texts, write } from "./stage";

/** Two phones that share a case with one note, and a copy of the server at that time. */
async function sharedCase() {
  const { clock, relay, device } = stage();
  const [ana, tablet] = [device("ana"), device("tablet")];
  const a = await ana.start();
  const id = await a.book.create("Knee");
  const b = await startJoined(a, tablet);
  await write(a, id, "one");
  await converge([ana, tablet], clock);
  return { clock, relay, device, ana, tablet, a, b, id, older: relay.copy() };
}

/** The network fails right after the next push was acknowledged. */
function leaveAfterPush(device: SimulatedDevice): void {
  device.afterPush = () => {
    device.online = false;
    device.afterPush = () => {};
  };
}

async function exchange(phone: Phone): Promise<void> {
  phone.engine.wake();
  await phone.engine.settled();
}

describe("a server restored after it acknowledged a push, before the phone pulled", () => {
  it("gets the entry again", async () => {
    const { clock, relay, ana, tablet, a, b, id, older } = await sharedCase();
    tablet.online = false;
    leaveAfterPush(ana);
    await write(a, id, "two");
    await exchange(a);
    // Not sent before it is seen again: so far the server has only said that it has it.
    expect((await a.log.pending(id)).map(({ claimed }) => claimed)).toEqual([2]);
    relay.state = older;
    ana.online = tablet.online = true;
    await converge([ana, tablet], clock);
    expect([await texts(a, id), await texts(b, id)]).toEqual([
      ["one", "two"],
      ["one", "two"],
    ]);
    expect(noticesOf(a)).toEqual([]);
  });

  it("gets the entry again though another phone's entry has taken its place meanwhile", async () => {
    const { clock, relay, ana, tablet, a, b, id, older } = await sharedCase();
    tablet.online = false;
    leaveAfterPush(ana);
    await write(a, id, "two, from A");
    await exchange(a);
    relay.state = older;
    tablet.online = true;
    await write(b, id, "two, from B");
    await converge([tablet], clock);
    ana.online = true;
    await converge([ana, tablet], clock);
    for (const phone of [a, b]) expect(await texts(phone, id)).toEqual(["one", "two, from A", "two, from B"]);
  });
});

describe("an entry pushed on top of a past that the server had just lost", () => {
  it("is not hidden from anyone once the log is healed, nor is what follows it", async () => {
    const { clock, relay, device, ana, tablet, a, b, id } = await sharedCase();
    const cleos = device("cleos");
    const c = await startJoined(a, cleos);
    await converge([ana, tablet, cleos], clock);
    const older = relay.copy();
    cleos.online = false;
    await write(b, id, "two, from B");
    await converge([ana, tablet], clock);
    ana.online = tablet.online = false;
    await write(a, id, "three, on top of two");
    ana.online = true;
    const push = relay.push.bind(relay);
    relay.push = async (...args) => {
      relay.push = push;
      relay.state = older;
      return push(...args);
    };
    leaveAfterPush(ana);
    await exchange(a);
    cleos.online = true;
    await exchange(c);
    expect(await texts(c, id)).toEqual(["one"]);
    expect(noticesOf(c)).toContain("fork");
    ana.online = tablet.online = true;
    await converge([ana, tablet, cleos], clock);
    await write(a, id, "four");
    await converge([ana, tablet, cleos], clock);
    const all = ["four", "one", "three, on top of two", "two, from B"];
    for (const phone of [a, b, c]) expect(await texts(phone, id)).toEqual(all);
    cleos.crash();
    await settle([ana]);
    expect(await texts(await cleos.start(), id)).toEqual(all);
  });
});
