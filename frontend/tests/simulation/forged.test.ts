// Entries that nobody signed, slipped in beside genuine ones: they replace no entry and take nobody's name.
import { beforeEach, describe, expect, it } from "vitest";
import { converge, type SimulatedPhone as Phone, settle } from "./devices";
import { flipped } from "./lyingServer";
import { type TwoPhones, twoPhonesAndLyingServer } from "./lyingServerStage";
import { deviceOf, noticesOf, texts, write } from "./stage";

let clock: TwoPhones["clock"];
let relay: TwoPhones["relay"];
let ana: TwoPhones["ana"];
let tablet: TwoPhones["tablet"];
let a: TwoPhones["a"];
let b: TwoPhones["b"];
let id: string;

beforeEach(async () => {
  ({ clock, relay, ana, tablet, a, b, id } = await twoPhonesAndLyingServer());
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
