// A server that lies: every trick is noticed and reported, nothing false is merged, nothing of the person's is lost.
import { beforeEach, describe, expect, it } from "vitest";
import { addNote, notes } from "../../src/domain/journal/notes";
import type { Pulled } from "../../src/protocol/api";
import { converge, type SimulatedPhone as Phone, SimulatedClock, SimulatedDevice, settle } from "./devices";
import { flipped, LyingServer } from "./lyingServer";
import { startJoined } from "./stage";

let story = 100;
let clock: SimulatedClock;
let relay: LyingServer;
let ana: SimulatedDevice;
let tablet: SimulatedDevice;
let id: string;
let a: Phone;
let b: Phone;

beforeEach(async () => {
  story += 1;
  clock = new SimulatedClock();
  relay = new LyingServer(() => crypto.randomUUID().replaceAll("-", ""), clock.millis);
  ana = new SimulatedDevice(`ana-${story}`, relay, clock, Math.random);
  tablet = new SimulatedDevice(`tablet-${story}`, relay, clock, Math.random);
  a = await ana.start();
  id = await a.book.create("Knee");
  relay.bentLog = id;
  b = await startJoined(a, tablet);
  await write(a, "one");
  await converge([ana, tablet], clock);
});

async function write(phone: Phone, ...written: string[]): Promise<void> {
  const open = await phone.book.open(id);
  for (const text of written) {
    addNote(open.doc, open.writer, text);
    await open.flush();
  }
  await settle([ana, tablet]);
}

async function textsOnB(): Promise<string[]> {
  const { doc } = await b.book.open(id);
  await settle([ana, tablet]);
  return notes(doc)
    .map((note) => note.text)
    .sort();
}

async function wakeAll(): Promise<void> {
  clock.advance(310_000);
  a.engine.wake();
  b.engine.wake();
  await settle([ana, tablet]);
}

function noticesOnB(): string[] {
  return b.engine.status.current().notices.map((notice) => notice.code);
}

async function anaWritesThreeWhileBenSleeps(): Promise<void> {
  tablet.online = false;
  await write(a, "two", "three", "four");
  a.engine.wake();
  await settle([ana, tablet]);
  tablet.online = true;
}

describe("a lying server", () => {
  it.each([
    ["reorders a page", (answer: Pulled) => ({ ...answer, entries: [...answer.entries].reverse() })],
    ["drops from the middle", (answer: Pulled) => ({ ...answer, entries: answer.entries.filter((_, at) => at !== 1) })],
    ["truncates and keeps the head", (answer: Pulled) => ({ ...answer, entries: [] })],
    [
      "flips a bit on the way",
      (answer: Pulled) => ({
        ...answer,
        entries: answer.entries.map((entry, at) =>
          at === 1 ? { ...entry, envelope: flipped(entry.envelope) } : entry,
        ),
      }),
    ],
    [
      "claims a head of its own making",
      (answer: Pulled) => ({ ...answer, head: { ...answer.head, hash: "ab".repeat(32) } }),
    ],
  ])("that %s is refused, said, and forgiven when it answers straight again", async (_name, bend) => {
    await anaWritesThreeWhileBenSleeps();
    relay.bend = (answer) => (answer.entries.length > 1 ? bend(answer) : answer);
    await wakeAll();
    expect(await textsOnB()).toEqual(["one"]);
    expect(noticesOnB()).toContain("broken_chain");
    expect(b.engine.status.current().problem).toBe("broken_chain");
    relay.bend = null;
    await converge([ana, tablet], clock);
    expect(await textsOnB()).toEqual(["four", "one", "three", "two"]);
  });

  it("that rewrites an entry with a fitting chain: the entry is kept out and named", async () => {
    await anaWritesThreeWhileBenSleeps();
    relay.rewrite(id, (all) => all.map((envelope, at) => (at === all.length - 1 ? flipped(envelope) : envelope)));
    tabletOnly();
    await wakeAll();
    expect(await textsOnB()).toEqual(["one", "three", "two"]);
    expect(noticesOnB()).toContain("bad_signature");
  });

  it("that drops an entry with a fitting chain: what follows waits until it comes", async () => {
    await anaWritesThreeWhileBenSleeps();
    const whole = relay.copy();
    relay.rewrite(id, (all) => all.filter((_, at) => at !== all.length - 2));
    tabletOnly();
    await wakeAll();
    expect(await textsOnB()).toEqual(["one", "two"]);
    expect(noticesOnB()).toContain("counter_gap");
    relay.state = whole;
    ana.online = true;
    await converge([ana, tablet], clock);
    expect(await textsOnB()).toEqual(["four", "one", "three", "two"]);
  });

  it("that replays an entry: merged once, said", async () => {
    await anaWritesThreeWhileBenSleeps();
    relay.rewrite(id, (all) => [...all, ...all.slice(-1)]);
    tabletOnly();
    await wakeAll();
    expect(await textsOnB()).toEqual(["four", "one", "three", "two"]);
    expect(noticesOnB()).toContain("replay");
  });

  it("that swaps in an entry of another case: kept out and named", async () => {
    const other = await a.book.create("Heart");
    const open = await a.book.open(other);
    addNote(open.doc, open.writer, "about the heart");
    await converge([ana, tablet], clock);
    const foreign = relay.state.logs.get(other)?.entries[0]?.envelope ?? new Uint8Array();
    relay.rewrite(id, (all) => [...all, foreign]);
    tabletOnly();
    await wakeAll();
    expect(await textsOnB()).toEqual(["one"]);
    expect(noticesOnB()).toContain("malformed");
  });

  it("that shows two phones different histories: the fork is said, and the unverified entry is not merged", async () => {
    await write(b, "from the tablet");
    await converge([ana, tablet], clock);
    const common = relay.copy();
    tablet.online = false;
    await write(a, "only Ana's server has this");
    a.engine.wake();
    await settle([ana, tablet]);
    await write(a, "and she builds on it");
    a.engine.wake();
    await settle([ana, tablet]);
    const anasServer = relay.copy();
    const built = anasServer.logs.get(id)?.entries.at(-1)?.envelope ?? new Uint8Array();
    relay.state = common;
    relay.rewrite(id, (all) => [...all, built]);
    tablet.online = true;
    tabletOnly();
    await wakeAll();
    expect(await textsOnB()).toEqual(["from the tablet", "one"]);
    expect(noticesOnB()).toContain("fork");
  });
});

function tabletOnly(): void {
  ana.online = false;
}
