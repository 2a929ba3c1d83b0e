// A bit that flips on the server's disk: a new phone passes over the damaged entry, says so and has all the rest; a
// phone that still holds it puts it back once the server has set the damaged row aside.
import { beforeEach, describe, expect, it } from "vitest";
import { converge, type SimulatedPhone as Phone, settle } from "./devices";
import { flipped } from "./lyingServer";
import { type LyingServerStage, lyingServerStage } from "./lyingServerStage";
import { noticesOf, startJoined, texts, write } from "./stage";

let clock: LyingServerStage["clock"];
let relay: LyingServerStage["relay"];
let ana: LyingServerStage["ana"];
let tablet: LyingServerStage["tablet"];
let a: Phone;
let id: string;
let words: string[];

beforeEach(async () => {
  ({ clock, relay, ana, tablet } = lyingServerStage());
  a = await ana.start();
  id = await a.book.create("Knee");
  words = [];
  await writeMore(12);
});

/** Each in its own start of the app: what was written on one day does not need what was written on another. */
async function writeMore(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const word = `word ${String(words.length).padStart(3, "0")}`;
    words.push(word);
    await write(a, id, word);
    await converge([ana], clock);
    ana.crash();
    a = await ana.start();
  }
}

/** Flips a bit of the entries at these seqs, as a disk does: hash and chain stay as they were. */
function rot(...seqs: number[]): void {
  for (const seq of seqs) {
    const entry = relay.state.logs.get(id)?.entries[seq - 1];
    if (!entry) throw new Error("no such entry");
    entry.envelope = flipped(entry.envelope);
  }
}

async function lastSeq(): Promise<number> {
  return relay.state.logs.get(id)?.entries.length ?? 0;
}

/** A phone that asks for so little at once that its pull has many pages. */
async function newPhone(limit: number): Promise<Phone> {
  const pull = relay.pull.bind(relay);
  relay.pull = (log, token, after, most) => pull(log, token, after, Math.min(limit, most));
  const phone = await startJoined(a, tablet);
  await settle([ana, tablet]);
  await converge([ana, tablet], clock);
  return phone;
}

describe("a flipped bit on the server", () => {
  it.each([
    ["in the middle, and all comes in one page", 400, 6],
    ["in the middle, and each comes in a page of its own", 1, 6],
    ["in the first", 3, 1],
    ["in the last", 3, 12],
  ])("%s: a new phone has the rest, says so, and has no incarnation declared", async (_name, limit, seq) => {
    const before = (await a.log.record(id))?.incarnation;
    rot(seq);
    const b = await newPhone(limit);
    const rest = words.filter((_, at) => at !== seq - 1);
    expect(await texts(b, id)).toEqual(rest);
    expect(noticesOf(b)).toContain("rotten");
    expect(b.engine.status.current()).toMatchObject({ problem: null, waiting: 0 });
    expect((await b.log.record(id))?.incarnation).toBe(before);
    await write(b, id, "from the new phone");
    await write(a, id, "from the old one");
    await converge([ana, tablet], clock);
    expect(await texts(b, id)).toEqual(["from the new phone", "from the old one", ...rest]);
    expect(await texts(a, id)).toEqual(["from the new phone", "from the old one", ...words]);
  });

  it("in half of them: the other half is there", async () => {
    rot(2, 4, 6, 8, 10, 12);
    const b = await newPhone(5);
    expect(await texts(b, id)).toEqual(words.filter((_, at) => at % 2 === 0));
    expect(b.engine.status.current().notices).toContainEqual(expect.objectContaining({ code: "rotten", count: 6 }));
  });

  it("in half of four times as many: the other half is there, and the rest comes when it is right again", {
    timeout: 120_000,
  }, async () => {
    await writeMore(36);
    const hit = Array.from({ length: 24 }, (_, at) => 2 * (at + 1));
    rot(...hit);
    const b = await newPhone(20);
    expect(await texts(b, id)).toEqual(words.filter((_, at) => at % 2 === 0));
    expect(b.engine.status.current().notices).toContainEqual(expect.objectContaining({ code: "rotten", count: 24 }));
    rot(...hit);
    for (let rounds = 0; rounds < 200; rounds += 1) {
      clock.advance(61_000);
      await settle([ana, tablet]);
    }
    expect(await texts(b, id)).toEqual(words);
  });

  it("that is put right where it is: what was missing is asked for again, and comes", async () => {
    rot(6);
    const b = await newPhone(400);
    expect(await texts(b, id)).not.toContain("word 005");
    rot(6);
    await converge([ana, tablet], clock);
    for (let rounds = 0; rounds < 16; rounds += 1) {
      clock.advance(31_000);
      await settle([ana, tablet]);
    }
    expect(await texts(b, id)).toEqual(words);
  });

  it("is mended by the phone that wrote it, once the damaged row is set aside in a new life of the log", async () => {
    rot(6);
    const b = await newPhone(400);
    const log = relay.state.logs.get(id);
    if (log) log.incarnation = crypto.randomUUID().replaceAll("-", "");
    relay.rewrite(id, (all) => all.filter((_, at) => at !== 5));
    await converge([ana, tablet], clock);
    for (const phone of [a, b]) expect(await texts(phone, id)).toEqual(words);
    expect(await lastSeq()).toBeGreaterThanOrEqual(12);
  });
});
