// A byte flips on the server's disk, and nobody pulls that entry any more. A phone that holds the entry compares now
// and then, says what differs and puts it back. A server that only pretends costs the phone little, and gains nothing.
import { beforeEach, describe, expect, it } from "vitest";
import { converge, type SimulatedPhone as Phone, settle } from "./devices";
import { flipped } from "./lyingServer";
import { type LyingServerStage, lyingServerStage } from "./lyingServerStage";
import { sha256 } from "./relayLog";
import { noticesOf, startAsCompanion, startJoined, texts, write } from "./stage";

const HOUR = 3_600_000;
const DAYS = 10;
const MOST_CALLS_A_DAY = 11;

let clock: LyingServerStage["clock"];
let relay: LyingServerStage["relay"];
let ana: LyingServerStage["ana"];
let tablet: LyingServerStage["tablet"];
let a: Phone;
let id: string;

beforeEach(async () => {
  ({ clock, relay, ana, tablet } = lyingServerStage());
  a = await ana.start();
  id = await a.book.create("Knee");
  relay.bentLog = id;
  await write(a, id, ...Array.from({ length: 12 }, (_, at) => `word ${at}`));
  await converge([ana], clock);
  await hours(1);
});

async function hours(count: number): Promise<void> {
  for (let hour = 0; hour < count; hour += 1) {
    clock.advance(HOUR);
    await ana.phone?.engine.settled();
  }
  await settle([ana]);
}

/** In steps of some hours: a comparison only needs time. */
async function days(count: number): Promise<void> {
  for (let step = 0; step < count * 6; step += 1) {
    clock.advance(4 * HOUR);
    await ana.phone?.engine.settled();
  }
  await settle([ana]);
}

function entriesOf(log: string) {
  return relay.state.logs.get(log)?.entries ?? [];
}

/** Flips a bit of the entries at these seqs, as a disk does: hash and chain stay as they were. */
function rot(...seqs: number[]): void {
  for (const seq of seqs) {
    const entry = entriesOf(id)[seq - 1];
    if (!entry) throw new Error("no such entry");
    entry.envelope = flipped(entry.envelope);
  }
}

function bytesOf(log: string): string[] {
  return entriesOf(log).map(({ envelope }) => sha256(envelope));
}

function countOf(code: string): number {
  return a.engine.status.current().notices.find((notice) => notice.code === code)?.count ?? 0;
}

describe("a flipped bit on the server, with a phone that holds the entry", () => {
  it.each([
    ["one", [6]],
    ["two", [3, 9]],
    ["the first and the last", [1, 12]],
    ["half of all", [2, 4, 6, 8, 10, 12]],
  ])("%s: noticed within a day, said, and put back byte for byte, with no new incarnation", async (_name, seqs) => {
    const [before, { incarnation }] = [bytesOf(id), (await a.log.record(id)) ?? {}];
    rot(...seqs);
    expect(bytesOf(id)).not.toEqual(before);
    await hours(24);
    expect(bytesOf(id)).toEqual(before);
    expect(countOf("server_damaged")).toBe(seqs.length);
    expect((await a.log.record(id))?.incarnation).toBe(incarnation);
    const b = await startJoined(a, tablet);
    await converge([ana, tablet], clock);
    expect(await texts(b, id)).toEqual(await texts(a, id));
    expect(noticesOf(b)).not.toContain("rotten");
  });

  it("sixty of a hundred and twenty: put back within a day, too", { timeout: 60_000 }, async () => {
    await write(a, id, ...Array.from({ length: 108 }, (_, at) => `more ${at}`));
    await converge([ana], clock);
    const before = bytesOf(id);
    rot(...Array.from({ length: 60 }, (_, at) => 2 * at + 1));
    await hours(24);
    expect(bytesOf(id)).toEqual(before);
    expect(countOf("server_damaged")).toBe(60);
    expect(relay.lookedAt + relay.putBacks).toBeLessThanOrEqual(2 * MOST_CALLS_A_DAY);
  });

  it("in what a companion wrote who is gone: the owner's phone puts it back", async () => {
    const ben = await startAsCompanion(a, id, tablet);
    await write(ben, id, "Ben's word");
    await converge([ana, tablet], clock);
    tablet.crash();
    const before = bytesOf(id);
    rot(before.length);
    await hours(25);
    expect(bytesOf(id)).toEqual(before);
  });

  it("in the keyring: put back as well", async () => {
    const keyring = (await a.log.logs()).find(({ log }) => log !== id)?.log ?? "";
    const before = bytesOf(keyring);
    const [first] = entriesOf(keyring);
    if (!first) throw new Error("no keyring");
    first.envelope = flipped(first.envelope);
    await hours(25);
    expect(bytesOf(keyring)).toEqual(before);
  });

  it("is not looked for while the app starts", async () => {
    await hours(25);
    const looked = relay.lookedAt;
    ana.crash();
    clock.advance(25 * HOUR);
    a = await ana.start();
    a.engine.wake();
    await settle([ana]);
    a.engine.wake();
    await settle([ana]);
    expect(relay.lookedAt).toBe(looked);
    for (let polls = 0; polls < 4; polls += 1) {
      clock.advance(31_000);
      await settle([ana]);
    }
    expect(relay.lookedAt).toBe(looked + 1);
  });

  it("while there is no signal: put back on the day on which there is one", async () => {
    const before = bytesOf(id);
    ana.online = false;
    rot(6);
    await hours(50);
    ana.online = true;
    await hours(2);
    expect(bytesOf(id)).toEqual(before);
  });
});

describe("a server that is well", () => {
  it("is asked once a day, and nothing is said", async () => {
    const looked = relay.lookedAt;
    await days(DAYS);
    expect(relay.lookedAt - looked).toBeGreaterThanOrEqual(DAYS - 1);
    expect(relay.lookedAt - looked).toBeLessThanOrEqual(DAYS + 2);
    expect(noticesOf(a)).toEqual([]);
  });
});

describe("a server that says every day that entries have rotted", () => {
  it.each([
    ["two", [3, 9]],
    ["all", Array.from({ length: 12 }, (_, at) => at + 1)],
  ])("%s: costs a few calls a day and not one entry, and what is written is sent", async (_name, seqs) => {
    const before = bytesOf(id);
    relay.rottenBySay = seqs;
    await days(DAYS);
    expect(relay.putBacks).toBeGreaterThan(DAYS / 2);
    expect(relay.lookedAt + relay.putBacks).toBeLessThan((DAYS + 2) * MOST_CALLS_A_DAY);
    expect(bytesOf(id)).toEqual(before);
    await write(a, id, "new");
    await converge([ana], clock);
    expect(entriesOf(id)).toHaveLength(before.length + 1);
    expect(a.engine.status.current()).toMatchObject({ waiting: 0, problem: null, isStuck: false });
  });

  it.each([
    ["and does not take them back", "bad_envelope", "server_still_damaged"],
    ["and never answers whoever puts them back", "no_network", null],
  ] as const)("%s: a few calls a day", async (_name, code, said) => {
    relay.rottenBySay = [3];
    relay.refusesBack = code;
    await days(DAYS);
    expect(relay.putBacks).toBeGreaterThan(DAYS / 2);
    expect(relay.lookedAt + relay.putBacks).toBeLessThan((DAYS + 2) * MOST_CALLS_A_DAY);
    expect(noticesOf(a)).toEqual(said ? [said] : []);
    expect(a.engine.status.current()).toMatchObject({ waiting: 0, problem: null, isStuck: false });
  });
});
