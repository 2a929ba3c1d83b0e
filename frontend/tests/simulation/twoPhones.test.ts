// The main story on two phones: they pair, write apart and converge; the server dies; the server lies.
import { beforeEach, describe, expect, it } from "vitest";
import { addNote, editNote, notes } from "../../src/domain/journal/notes";
import { questions } from "../../src/domain/questions/questionEntries";
import { addQuestion, editAnswer, tickQuestion } from "../../src/domain/questions/questions";
import { converge, type SimulatedPhone as Phone, SimulatedClock, SimulatedDevice, settle } from "./devices";
import { Relay } from "./relay";
import { bring, offerFrom, startJoined, unite } from "./stage";

let clock: SimulatedClock;
let relay: Relay;
let ana: SimulatedDevice;
let anasTablet: SimulatedDevice;
let story = 0;

beforeEach(() => {
  story += 1;
  clock = new SimulatedClock();
  relay = new Relay(() => crypto.randomUUID().replaceAll("-", ""), clock.millis);
  ana = new SimulatedDevice(`ana-${story}`, relay, clock, Math.random);
  anasTablet = new SimulatedDevice(`tablet-${story}`, relay, clock, Math.random);
});

async function paired(): Promise<{ a: Phone; b: Phone; id: string }> {
  const a = await ana.start();
  const id = await a.book.create("Mum's left knee");
  const b = await startJoined(a, anasTablet);
  await converge([ana, anasTablet], clock);
  return { a, b, id };
}

async function texts(phone: Phone, id: string): Promise<string[]> {
  return notes((await phone.book.open(id)).doc).map((note) => note.text);
}

describe("two phones", () => {
  it("pairs by a code: every case arrives under its name", async () => {
    const { a, b } = await paired();
    expect(b.book.cases().map((entry) => entry.title.value)).toEqual(["Mum's left knee"]);
    expect(a.book.phones()).toHaveLength(2);
    expect(b.engine.status.current().fetched).toContain(b.book.cases()[0]?.id);
    expect(b.book.phones()).toHaveLength(2);
  });

  it("says that a case has been fetched when its entries have come, not when its name has", async () => {
    const a = await ana.start();
    const id = await a.book.create("Mum's left knee");
    const b = await anasTablet.start();
    const pull = relay.pull.bind(relay);
    relay.pull = async (log, token, after) =>
      log === id ? { ok: false, code: "server_error", retryAfter: null, details: {} } : pull(log, token, after);
    await bring(a, b);
    await settle([ana, anasTablet]);
    clock.advance(60_000);
    await settle([ana, anasTablet]);
    expect(b.book.cases()).toHaveLength(1);
    expect(b.engine.status.current().fetched).not.toContain(id);
    relay.pull = pull;
    await converge([ana, anasTablet], clock);
    expect(b.engine.status.current().fetched).toContain(id);
  });

  it("brings a note written offline to the other phone once there is a network", async () => {
    const { a, b, id } = await paired();
    ana.online = false;
    const open = await a.book.open(id);
    addNote(open.doc, open.writer, "Exercise first, 12 weeks.");
    await open.flush();
    await settle([ana, anasTablet]);
    expect(await texts(b, id)).toEqual([]);
    expect(a.engine.status.current().waiting).toBe(1);
    ana.online = true;
    await converge([ana, anasTablet], clock);
    expect(await texts(b, id)).toEqual(["Exercise first, 12 weeks."]);
    expect(a.engine.status.current().waiting).toBe(0);
  });

  it("keeps both texts when both edit the same note offline", async () => {
    const { a, b, id } = await paired();
    const onA = await a.book.open(id);
    const note = addNote(onA.doc, onA.writer, "Physio.");
    await converge([ana, anasTablet], clock);
    const onB = await b.book.open(id);
    ana.online = false;
    anasTablet.online = false;
    editNote(onA.doc, onA.writer, note, "Physio. Twice a week.");
    editNote(onB.doc, onB.writer, note, "Physio. She said March.");
    await settle([ana, anasTablet]);
    ana.online = true;
    anasTablet.online = true;
    await converge([ana, anasTablet], clock);
    const [text] = await texts(a, id);
    expect(text).toContain("Twice a week.");
    expect(text).toContain("She said March.");
    expect(await texts(b, id)).toEqual([text]);
  });

  it("brings a ticked question and its answer", async () => {
    const { a, b, id } = await paired();
    const onA = await a.book.open(id);
    const question = addQuestion(onA.doc, onA.writer, "What happens if I wait?");
    editAnswer(onA.doc, onA.writer, question, "Probably nothing bad.");
    tickQuestion(onA.doc, onA.writer, question, true);
    await converge([ana, anasTablet], clock);
    const [arrived] = questions((await b.book.open(id)).doc);
    expect(arrived).toMatchObject({ text: "What happens if I wait?", answer: "Probably nothing bad." });
    expect(arrived?.answeredAt).not.toBeNull();
  });

  it("makes one of two phones that were used apart, when both say yes: the cases of both are on both", async () => {
    const a = await ana.start();
    await a.book.create("Knee");
    const b = await anasTablet.start();
    const own = await b.book.create("Heart");
    const open = await b.book.open(own);
    addNote(open.doc, open.writer, "Written before they met.");
    await open.flush();
    expect(await unite(a, b)).toEqual({ ok: true });
    await converge([ana, anasTablet], clock);
    for (const phone of [a, b]) {
      expect(
        phone.book
          .cases()
          .map((entry) => entry.title.value)
          .sort(),
      ).toEqual(["Heart", "Knee"]);
      expect(await texts(phone, own)).toEqual(["Written before they met."]);
      expect(phone.book.isMe(notes((await phone.book.open(own)).doc)[0]?.author ?? "")).toBe(true);
    }
  });

  it("lets an invite be used once, and says so", async () => {
    const a = await ana.start();
    await a.book.create("Knee");
    const offer = await offerFrom(a);
    const b = await anasTablet.start();
    anasTablet.faults = ["drop-answer"];
    expect(await b.pairing.meet(offer.code)).toEqual({ ok: false, problem: "timed_out" });
    expect(await bring(a, b, offer)).toMatchObject({ ok: true, state: "joined" });
    expect(await a.pairing.status(offer)).toBe("claimed");
    const mallory = new SimulatedDevice(`mallory-${story}`, relay, clock, Math.random);
    const m = await mallory.start();
    expect(await m.pairing.meet(offer.code)).toEqual({ ok: false, problem: "invite_used" });
    expect(await m.pairing.meet("0000-0000")).toEqual({ ok: false, problem: "bad_code" });
  });

  it("heals a wiped server: both notice, nothing is lost, both converge", async () => {
    const { a, b, id } = await paired();
    const onA = await a.book.open(id);
    const onB = await b.book.open(id);
    addNote(onA.doc, onA.writer, "from A");
    addNote(onB.doc, onB.writer, "from B");
    await converge([ana, anasTablet], clock);
    relay.state = { logs: new Map(), invites: new Map(), slots: new Map() };
    await converge([ana, anasTablet], clock);
    for (const phone of [a, b]) {
      expect((await texts(phone, id)).sort()).toEqual(["from A", "from B"]);
      expect(phone.engine.status.current().notices.map((notice) => notice.code)).toContain("server_lost_entries");
    }
    expect(relay.state.logs.get(id)?.entries.length).toBeGreaterThanOrEqual(2);
  });

  it("heals a server restored from an older copy, even when only one phone is left", async () => {
    const { a, b, id } = await paired();
    const onA = await a.book.open(id);
    const onB = await b.book.open(id);
    addNote(onA.doc, onA.writer, "first");
    await converge([ana, anasTablet], clock);
    const older = relay.copy();
    addNote(onA.doc, onA.writer, "second, from A");
    addNote(onB.doc, onB.writer, "third, from B");
    await converge([ana, anasTablet], clock);
    relay.state = older;
    anasTablet.crash();
    await converge([ana], clock);
    expect(a.engine.status.current().notices.map((notice) => notice.code)).toContain("server_rolled_back");
    const late = new SimulatedDevice(`late-${story}`, relay, clock, Math.random);
    const l = await startJoined(a, late);
    await converge([ana, late], clock);
    expect((await texts(l, id)).sort()).toEqual(["first", "second, from A", "third, from B"]);
    const again = await anasTablet.start();
    await converge([ana, anasTablet, late], clock);
    expect((await texts(again, id)).sort()).toEqual(["first", "second, from A", "third, from B"]);
  });

  it("keeps what is typed when the server is full, and sends it when there is room", async () => {
    const { a, b, id } = await paired();
    relay.quota = relay.state.logs.get(id)?.entries.length ?? 0;
    const onA = await a.book.open(id);
    addNote(onA.doc, onA.writer, "no room");
    await onA.flush();
    a.engine.wake();
    await settle([ana, anasTablet]);
    expect(a.engine.status.current()).toMatchObject({ problem: "log_full", waiting: 1 });
    relay.quota = Number.POSITIVE_INFINITY;
    await converge([ana, anasTablet], clock);
    expect(await texts(b, id)).toEqual(["no room"]);
  });
});
