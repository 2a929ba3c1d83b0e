// An entry counts as sent when it was seen again in the verified chain. A server that acknowledges an entry and
// discards it, or stops returning anything, is never called up to date, is not sent the same again and again, and gets
// everything once it is honest.
import { beforeEach, describe, expect, it } from "vitest";
import type { Pulled, Pushed } from "../../src/protocol/api";
import { converge, settle } from "./devices";
import { type TwoPhones, twoPhonesAndLyingServer } from "./lyingServerStage";
import { texts, write } from "./stage";

const MINUTES_OF_LYING = 60;
// The waits are drawn at random, up to five minutes: about 33 sendings in the hour. One for each poll would be 120.
const MOST_SENDINGS = 60;

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

async function minutes(count: number): Promise<void> {
  for (let seconds = 0; seconds < count * 60; seconds += 5) {
    clock.advance(5_000);
    await a.engine.settled();
  }
}

async function incarnation(): Promise<string | null | undefined> {
  return (await a.log.record(id))?.incarnation;
}

type Swallow = (envelopes: Uint8Array[], truth: Pulled) => Pick<Pushed, "seqs" | "head">;
const nextSeqs: Swallow = (envelopes, { head }) => ({
  seqs: envelopes.map((_, at) => head.seq + 1 + at),
  head: { seq: head.seq + envelopes.length, hash: "ab".repeat(32) },
});
const swallows: [string, Swallow][] = [
  ["a seq that is taken", (envelopes, { head }) => ({ seqs: envelopes.map(() => 1), head })],
  ["the next seq", nextSeqs],
  ["a seq that is years away", (_, { head }) => ({ seqs: [2 ** 52], head: { ...head, seq: 2 ** 52 } })],
  ["a seq after its own head", (envelopes, { head }) => ({ seqs: envelopes.map(() => head.seq + 1), head })],
  ["too few seqs", (_, { head }) => ({ seqs: [], head })],
];

describe("a server that throws an entry away and answers with", () => {
  it.each(swallows)("%s", async (_name, swallow) => {
    const before = await incarnation();
    const synced = a.engine.status.current().syncedAt;
    expect(synced).not.toBeNull();
    relay.swallow = swallow;
    await write(a, id, "two");
    await minutes(2);
    expect(a.engine.status.current()).toMatchObject({ waiting: 1, isStuck: true, syncedAt: synced });
    await minutes(MINUTES_OF_LYING);
    expect(a.engine.status.current()).toMatchObject({ waiting: 1, syncedAt: synced });
    expect(relay.sent).toBeLessThan(MOST_SENDINGS);
    expect(await incarnation()).toBe(before);
    relay.swallow = null;
    await converge([ana, tablet], clock);
    expect(a.engine.status.current()).toMatchObject({ waiting: 0, isStuck: false, problem: null });
    expect(a.engine.status.current().syncedAt).not.toBe(synced);
    expect(await texts(b, id)).toEqual(["one", "two"]);
  });

  it("the next seq, ten entries at once: each of them waits, after a restart too", async () => {
    relay.swallow = nextSeqs;
    const ten = Array.from({ length: 10 }, (_, at) => `word ${at}`);
    await write(a, id, ...ten);
    await minutes(2);
    expect(a.engine.status.current().waiting).toBe(10);
    ana.crash();
    a = await ana.start();
    await minutes(1);
    expect(a.engine.status.current().waiting).toBe(10);
    relay.swallow = null;
    await converge([ana, tablet], clock);
    expect(await texts(b, id)).toEqual(["one", ...ten].sort());
  });

  it("the next seq, which somebody else's entry then has: it is sent again", async () => {
    relay.swallow = nextSeqs;
    await write(a, id, "two");
    await minutes(2);
    expect(a.engine.status.current().waiting).toBe(1);
    relay.swallow = null;
    await write(b, id, "from the tablet");
    await converge([ana, tablet], clock);
    for (const phone of [a, b]) expect(await texts(phone, id)).toEqual(["from the tablet", "one", "two"]);
  });
});

describe("a server that gives nothing back", () => {
  it.each([
    ["a page of somebody else's", "unreadable_answer"],
    ["that a token is missing", "token_required"],
    ["that there is no such log", "not_found"],
    ["that it fails", "server_error"],
  ] as const)("and answers every pull with %s: said after a minute, not before", async (_name, code) => {
    const synced = a.engine.status.current().syncedAt;
    relay.refusal = code;
    a.engine.wake();
    await settle([ana]);
    expect(a.engine.status.current().isStuck).toBe(false);
    await minutes(3);
    expect(a.engine.status.current()).toMatchObject({ isStuck: true, syncedAt: synced });
    relay.refusal = null;
    await converge([ana, tablet], clock);
    expect(a.engine.status.current()).toMatchObject({ isStuck: false, problem: null });
  });

  it.each(["present", "older"])("but its %s head, for ever: what is sent waits, and that is said", async (which) => {
    if (which === "present") relay.shown = relay.copy();
    else {
      const older = relay.copy();
      await write(a, id, "in between");
      await converge([ana, tablet], clock);
      relay.shown = older;
    }
    const synced = a.engine.status.current().syncedAt;
    await write(a, id, "two");
    await minutes(3);
    expect(a.engine.status.current()).toMatchObject({ waiting: 1, isStuck: true, syncedAt: synced });
    await minutes(MINUTES_OF_LYING);
    expect(relay.sent).toBeLessThan(MOST_SENDINGS);
    relay.shown = null;
    await converge([ana, tablet], clock);
    expect(a.engine.status.current()).toMatchObject({ waiting: 0, isStuck: false, problem: null });
    expect(await texts(b, id)).toContain("two");
  });

  it("is not what a phone without a network has met: it waits for a signal", async () => {
    ana.online = false;
    await minutes(5);
    expect(a.engine.status.current()).toMatchObject({ isStuck: false, phase: "offline" });
  });

  it("a round counts when every log has been through it, and not when one of them was", async () => {
    const synced = a.engine.status.current().syncedAt;
    relay.refusal = "server_error";
    await minutes(30);
    expect(a.engine.status.current().syncedAt).toBe(synced);
    expect((await a.log.logs()).some(({ syncedAt }) => syncedAt !== undefined && syncedAt > (synced ?? ""))).toBe(true);
  });
});
