// A server, or an attacker writing through it, that sends a phone more than it can store: bytes of unknown authors take
// no space, what may still find its place takes little, and the person's own words are stored and sent all the time.
import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { seal } from "../../src/crypto/seal";
import { signerOf } from "../../src/crypto/signing";
import { toHex } from "../../src/protocol/bytes";
import { ZERO_HASH, ZERO_INCARNATION } from "../../src/protocol/envelope";
import { MOST_BYTES_OF_AUTHOR, MOST_BYTES_OF_LOG, MOST_HASHES } from "../../src/storage/setAside";
import { converge, type SimulatedPhone as Phone, settle } from "./devices";
import { type TwoPhones, twoPhonesAndLyingServer } from "./lyingServerStage";
import { noticesOf, texts, write } from "./stage";

const LITTLE = 1_000_000;

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

async function bytesKept(phone: Phone): Promise<number> {
  return (await phone.log.rowsAfter(id, 0)).reduce((sum, { envelope }) => sum + envelope.length, 0);
}

/** Exchanges until the server has sent this much. */
async function takes(given: number): Promise<void> {
  while (relay.given < given) {
    const before = relay.given;
    a.engine.wake();
    await a.engine.settled();
    if (relay.given === before) throw new Error("the phone takes no more");
  }
}

/** Entries of an invented device, sealed with a key that nobody has, under the id of the case's own key or another. */
async function foreign(keyId: string, size: number, count: number, devices = 1): Promise<Uint8Array[]> {
  const made: Uint8Array[] = [];
  for (let of = 0; of < devices; of += 1) {
    const signer = await signerOf(new Uint8Array(randomBytes(32)));
    const key = { epoch: 1, id: keyId, key: new Uint8Array(randomBytes(32)) };
    const head = { incarnation: ZERO_INCARNATION, seq: 0, hash: ZERO_HASH };
    for (let counter = 1; counter <= count; counter += 1) {
      const place = { kind: "update", log: id, epoch: 1, keyId, device: toHex(signer.publicKey), counter } as const;
      const header = { ...place, previous: ZERO_HASH, head, through: null };
      made.push(await seal(new Uint8Array(size), header, key, signer, new Map()));
    }
  }
  return made;
}

async function keyIdOfTheCase(): Promise<string> {
  const envelope = relay.state.logs.get(id)?.entries[0]?.envelope ?? new Uint8Array();
  return Buffer.from(envelope.subarray(22, 38)).toString("hex");
}

describe("a server that gives chained random bytes without an end", () => {
  it.each([
    ["118 MB in large entries", 118_000_000, 900_000],
    ["ten times as much", 1_180_000_000, 900_000],
    ["a hundred thousand tiny entries", 3_000_000, 30],
  ])(
    "%s: none of them is kept, and what is written is stored and sent",
    { timeout: 120_000 },
    async (_name, all, size) => {
      const noise = new Uint8Array(randomBytes(size));
      const view = new DataView(noise.buffer);
      relay.flood = (seq) => {
        view.setUint32(4, seq);
        return new Uint8Array(noise);
      };
      await takes(all);
      expect(await bytesKept(a)).toBeLessThan(LITTLE);
      expect((await a.log.rowsAfter(id, 0)).length).toBeLessThan(MOST_HASHES + 100);
      expect(noticesOf(a)).toContain("passed_over");
      await write(a, id, "two");
      a.engine.wake();
      await a.engine.settled();
      expect(relay.state.logs.get(id)?.entries).toHaveLength(2);
      relay.flood = null;
      await converge([ana, tablet], clock);
      for (const phone of [a, b]) expect(await texts(phone, id)).toEqual(["one", "two"]);
      expect(a.engine.status.current()).toMatchObject({ waiting: 0, isStuck: false, problem: null });
    },
  );

  it("and the same genuine entry over and over does no better", async () => {
    const [first] = relay.state.logs.get(id)?.entries ?? [];
    relay.flood = () => first?.envelope ?? new Uint8Array();
    await takes(200_000);
    expect(await bytesKept(a)).toBeLessThan(LITTLE);
    expect(noticesOf(a)).toEqual(expect.arrayContaining(["replay", "passed_over"]));
    relay.flood = null;
    await converge([ana, tablet], clock);
    expect(await texts(a, id)).toEqual(["one"]);
  });

  it("is asked less and less", async () => {
    tablet.online = false;
    relay.flood = () => new Uint8Array(randomBytes(900_000));
    for (let minutes = 0; minutes < 60; minutes += 1) {
      clock.advance(60_000);
      await a.engine.settled();
    }
    expect(relay.given).toBeGreaterThan(4_000_000);
    expect(relay.given).toBeLessThan(250_000_000);
  });
});

describe("entries that nobody of the case has written", () => {
  it("signed, under the id of the case's key: only the hash is kept, and what comes after is read", async () => {
    const made = await foreign(await keyIdOfTheCase(), 300_000, 10);
    relay.rewrite(id, (all) => [...all, ...made]);
    await write(b, id, "behind them");
    await converge([ana, tablet], clock);
    expect(await bytesKept(a)).toBeLessThan(LITTLE);
    expect(noticesOf(a)).toContain("bad_seal");
    expect(await texts(a, id)).toEqual(["behind them", "one"]);
  });

  it.each([
    ["one author", 1, MOST_BYTES_OF_AUTHOR],
    ["many authors", 6, MOST_BYTES_OF_LOG],
  ])(
    "under a key that is not here yet, of %s: kept up to a ceiling",
    { timeout: 60_000 },
    async (_name, authors, ceiling) => {
      const made = await foreign("cd".repeat(16), 900_000, 12, authors);
      relay.rewrite(id, (all) => [...all, ...made]);
      await write(b, id, "behind them");
      await converge([ana, tablet], clock);
      const kept = await bytesKept(a);
      expect(kept).toBeGreaterThan(ceiling / 2);
      expect(kept).toBeLessThan(ceiling + LITTLE);
      expect(await texts(a, id)).toEqual(["behind them", "one"]);
      const aside = await a.setAside();
      expect((await aside.measure()).bytes).toBeGreaterThan(ceiling / 2);
      await aside.free();
      expect(await aside.measure()).toEqual({ entries: 0, bytes: 0, logs: [] });
      expect(await bytesKept(a)).toBeLessThan(LITTLE);
      ana.crash();
      a = await ana.start();
      expect(await texts(a, id)).toEqual(["behind them", "one"]);
    },
  );

  it("and the server then loses all: every phone heals, with the foreign ones beside", async () => {
    const made = await foreign(await keyIdOfTheCase(), 1_000, 5);
    relay.rewrite(id, (all) => [...all, ...made]);
    await converge([ana, tablet], clock);
    relay.state.logs.delete(id);
    await write(a, id, "two");
    await converge([ana, tablet], clock);
    for (const phone of [a, b]) expect(await texts(phone, id)).toEqual(["one", "two"]);
  });
});

describe("more from an own phone than may wait behind a gap", () => {
  it("is asked for again once the gap is closed: no word of it is lost", { timeout: 60_000 }, async () => {
    ana.online = false;
    const long = Array.from({ length: 11 }, (_, at) => `${at}`.padEnd(450_000, `${at} äöü`));
    await write(b, id, "first of many", ...long);
    await settle([tablet]);
    b.engine.wake();
    await settle([tablet]);
    const whole = relay.copy();
    relay.rewrite(id, (all) => all.filter((_, at) => at !== 1));
    ana.online = true;
    tablet.online = false;
    a.engine.wake();
    await settle([ana]);
    expect(noticesOf(a)).toContain("counter_gap");
    const kept = await bytesKept(a);
    expect(kept).toBeLessThan(MOST_BYTES_OF_AUTHOR + LITTLE);
    relay.state = whole;
    tablet.online = true;
    await converge([ana, tablet], clock);
    expect(await bytesKept(a)).toBeGreaterThan(kept);
    expect(await texts(a, id)).toEqual(["first of many", "one", ...long].sort());
  });
});

describe("a phone that is nearly full", () => {
  it("stores and sends its owner's own words, and fetches what others wrote once there is room", async () => {
    ana.hasRoomForOthers = false;
    await write(b, id, "from the tablet");
    await converge([tablet], clock);
    await write(a, id, "two");
    clock.advance(310_000);
    a.engine.wake();
    await settle([ana]);
    expect(await texts(a, id)).toEqual(["one", "two"]);
    expect(relay.state.logs.get(id)?.entries).toHaveLength(3);
    expect(noticesOf(a)).toContain("no_space_for_others");
    ana.hasRoomForOthers = true;
    await converge([ana, tablet], clock);
    for (const phone of [a, b]) expect(await texts(phone, id)).toEqual(["from the tablet", "one", "two"]);
  });

  it("sees its own words again though there is no room for anything else", async () => {
    ana.hasRoomForOthers = false;
    await write(a, id, "two");
    clock.advance(60_000);
    await settle([ana]);
    expect(a.engine.status.current()).toMatchObject({ waiting: 0, problem: null });
  });
});
