// A server that lies about ten cases at once: an eleventh continues normally, no word of the ten is lost, the server is
// not called endlessly, and everything recovers when it is honest again.
import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { converge, type SimulatedPhone as Phone, settle } from "./devices";
import { flipped } from "./lyingServer";
import { type LyingServerStage, lyingServerStage } from "./lyingServerStage";
import { sha256 } from "./relayLog";
import { noticesOf, startJoined, texts, write } from "./stage";

const MANY = 10;
const HOUR = 3_600_000;
const MOST_SENDINGS_OF_ONE = 40;

let clock: LyingServerStage["clock"];
let relay: LyingServerStage["relay"];
let ana: LyingServerStage["ana"];
let tablet: LyingServerStage["tablet"];
let a: Phone;
let b: Phone;
let bent: string[];
let honest: string;

beforeEach(async () => {
  ({ clock, relay, ana, tablet } = lyingServerStage());
  a = await ana.start();
  bent = [];
  for (let n = 0; n < MANY; n += 1) bent.push(await a.book.create(`Case ${n}`));
  honest = await a.book.create("Teeth");
  for (const id of bent) await write(a, id, "before");
  b = await startJoined(a, tablet);
  await converge([ana, tablet], clock);
  relay.bentToo = new Set(bent);
}, 60_000);

async function minutes(count: number): Promise<void> {
  for (let seconds = 0; seconds < count * 60; seconds += 15) {
    clock.advance(15_000);
    await settle([ana, tablet]);
  }
}

/** A word in each of the ten, and in the eleventh. */
async function writeInAll(): Promise<void> {
  for (const id of [...bent, honest]) await write(a, id, "meanwhile");
}

async function comesRight(): Promise<void> {
  await converge([ana, tablet], clock);
  for (const phone of [a, b]) {
    for (const id of bent) expect(await texts(phone, id)).toEqual(["before", "meanwhile"]);
    expect(phone.engine.status.current()).toMatchObject({ waiting: 0, isStuck: false, problem: null });
  }
}

describe("a server that lies about ten logs", () => {
  it("and throws away what they send: it waits, is not sent for ever, and the eleventh arrives", async () => {
    relay.swallow = (envelopes, { head }) => ({
      seqs: envelopes.map((_, at) => head.seq + 1 + at),
      head: { seq: head.seq + envelopes.length, hash: "ab".repeat(32) },
    });
    await writeInAll();
    await minutes(3);
    expect(await texts(b, honest)).toEqual(["meanwhile"]);
    expect(a.engine.status.current()).toMatchObject({ waiting: MANY, isStuck: true });
    await minutes(30);
    expect(relay.sent).toBeLessThan(MANY * MOST_SENDINGS_OF_ONE);
    relay.swallow = null;
    await comesRight();
  });

  it.each(["unreadable_answer", "token_required", "not_found", "server_error"] as const)(
    "and answers each pull of them with %s: said, and the eleventh goes on both ways",
    async (code) => {
      relay.refusal = code;
      await writeInAll();
      await write(b, honest, "from the tablet");
      await minutes(3);
      for (const phone of [a, b]) expect(await texts(phone, honest)).toEqual(["from the tablet", "meanwhile"]);
      expect(a.engine.status.current()).toMatchObject({ waiting: MANY, isStuck: true });
      ana.crash();
      a = await ana.start();
      for (const id of bent) expect(await texts(a, id)).toEqual(["before", "meanwhile"]);
      relay.refusal = null;
      await comesRight();
    },
  );

  it("and floods all of them: they take no room, and what is written everywhere is stored and sent", async () => {
    const noise = new Uint8Array(randomBytes(900_000));
    relay.flood = (seq) => {
      new DataView(noise.buffer).setUint32(4, seq);
      return new Uint8Array(noise);
    };
    await writeInAll();
    while (relay.given < 200_000_000) {
      a.engine.wake();
      await a.engine.settled();
    }
    const kept = await Promise.all(bent.map(async (id) => a.log.rowsAfter(id, 0)));
    expect(kept.flat().reduce((sum, { envelope }) => sum + envelope.length, 0)).toBeLessThan(1_000_000);
    expect(noticesOf(a)).toContain("passed_over");
    for (const id of [...bent, honest]) expect(relay.state.logs.get(id)?.entries.length).toBe(id === honest ? 1 : 2);
    relay.flood = null;
    await comesRight();
  });

  it("and gives nothing of them: what rotted in the eleventh is noticed within a day all the same", async () => {
    await write(a, honest, "rots");
    await converge([ana, tablet], clock);
    const before = relay.state.logs.get(honest)?.entries.map(({ envelope }) => sha256(envelope));
    const [entry] = relay.state.logs.get(honest)?.entries ?? [];
    if (!entry) throw new Error("nothing is there");
    tablet.crash();
    relay.refusal = "unreadable_answer";
    entry.envelope = flipped(entry.envelope);
    for (let hour = 0; hour < 30; hour += 1) {
      clock.advance(HOUR);
      await settle([ana]);
    }
    expect(relay.state.logs.get(honest)?.entries.map(({ envelope }) => sha256(envelope))).toEqual(before);
    expect(noticesOf(a)).toContain("server_damaged");
  });
});
