// Entries that nobody signed, slipped in beside genuine ones: they take no one's place and no one's name.
import { beforeEach, describe, expect, it } from "vitest";
import type { SimulatedPhone as Phone } from "./devices";
import { converge, SimulatedClock, SimulatedDevice, settle } from "./devices";
import { flipped, Liar } from "./liar";
import { deviceOf, noticesOf, startJoined, texts, write } from "./stage";

let clock: SimulatedClock;
let relay: Liar;
let ana: SimulatedDevice;
let tablet: SimulatedDevice;
let a: Phone;
let b: Phone;
let id: string;

beforeEach(async () => {
  const name = crypto.randomUUID();
  clock = new SimulatedClock();
  relay = new Liar(() => crypto.randomUUID().replaceAll("-", ""), clock.millis);
  ana = new SimulatedDevice(`ana-${name}`, relay, clock, Math.random);
  tablet = new SimulatedDevice(`tablet-${name}`, relay, clock, Math.random);
  a = await ana.start();
  id = await a.book.create("Knee");
  b = await startJoined(a, tablet);
  await write(a, id, "one");
  await converge([ana, tablet], clock);
});

/** Puts a forgery with the same device and counter before the last entry. */
function forgeRivalOfLast(): void {
  relay.rewrite(id, (all) => [...all.slice(0, -1), ...all.slice(-1).map(flipped), ...all.slice(-1)]);
}

async function exchange(phone: Phone): Promise<void> {
  clock.advance(310_000);
  phone.engine.wake();
  await settle([ana, tablet]);
}

describe("a forged rival that nobody signed", () => {
  it("never displaces the genuine entry, neither at once nor after the server is honest again", async () => {
    tablet.online = false;
    await write(a, id, "genuine");
    await exchange(a);
    const honest = relay.copy();
    forgeRivalOfLast();
    ana.online = false;
    tablet.online = true;
    await exchange(b);
    expect(noticesOf(b)).toContain("bad_signature");
    expect(await texts(b, id)).toEqual(["genuine", "one"]);
    relay.state = honest;
    ana.online = true;
    await write(a, id, "after the lie");
    await converge([ana, tablet], clock);
    tablet.crash();
    expect(await texts(await tablet.start(), id)).toEqual(["after the lie", "genuine", "one"]);
  });

  it("under this phone's own name does not make the phone take a new device id", async () => {
    const own = await deviceOf(a, id);
    relay.rewrite(id, (all) => [...all, ...all.slice(-1).map(flipped)]);
    await exchange(a);
    expect(noticesOf(a)).toContain("bad_signature");
    expect(await deviceOf(a, id)).toBe(own);
    expect((await a.log.record(id))?.cloned).toBe(false);
  });
});
