// Others write more than anybody would, in changes that are each as an app writes them. However much it is, a start
// merges no more of it than a quota, and says so; nothing of the person's own is ever counted. Nothing here measures
// time: what a start costs is what it merges.
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { notes } from "../../src/domain/journal/notes";
import { MOST_BYTES_OF_AUTHOR } from "../../src/storage/setAside";
import { deletions, heavy } from "../hostile/attacks";
import { HostileDevice } from "../hostile/device";
import { converge, type SimulatedPhone as Phone, type SimulatedDevice, settle } from "./devices";
import {
  giveTo,
  invitationFrom,
  noticesOf,
  offerFrom,
  stage,
  startAsCompanion,
  startJoined,
  texts,
  titles,
  write,
} from "./stage";

/** A row that is nearly as large as allowed. */
const ENTRIES = 1_800;
const ROWS_BELOW = 10;
/** Twelve times as many in one entry are too many for a guest. */
const FIELDS = 7_000;

async function anaWithCases() {
  const { clock, relay, device } = stage();
  const ana = device("ana");
  const a = await ana.start();
  await write(a, await a.book.create("Hip"), "of the hip");
  const id = await a.book.create("Knee");
  await write(a, id, "before");
  return { clock, relay, device, ana, a, id };
}

async function restarted(ana: SimulatedDevice): Promise<Phone> {
  ana.crash();
  return ana.start();
}

async function entries(phone: Phone, id: string): Promise<number> {
  return (await phone.book.open(id)).doc.getMap("notes").size;
}

async function own(phone: Phone, id: string): Promise<string[]> {
  const { doc, writer } = await phone.book.open(id);
  const mine = notes(doc).filter(({ author }) => author === writer.author);
  return mine.map(({ text }) => text).sort();
}

/** This many changes, each of which writes one entry with this many fields. */
function wide(count: number, fields: number, name = ""): Uint8Array[] {
  return Array.from({ length: count }, (_, of) => {
    const doc = new Y.Doc();
    const entry = new Y.Map(Array.from({ length: fields }, (__, n) => [`field ${n}#1`, n] as const));
    doc.getMap("notes").set(`${name}${of}`, entry);
    return Y.encodeStateAsUpdate(doc);
  });
}

/** Writes into the case through the app, as an invited person does. */
async function bring(phone: Phone, id: string, updates: Uint8Array[]): Promise<void> {
  const opened = await phone.book.open(id);
  for (const update of updates) {
    Y.applyUpdate(opened.doc, update);
    await opened.flush();
  }
}

describe("a companion who writes more than anybody would", () => {
  it.each([20, 200])(
    "%i rows: a start merges no more than of a few, and what more there is is said",
    async (count) => {
      const { clock, relay, device, ana, a, id } = await anaWithCases();
      const mallory = await HostileDevice.inCase(relay, await invitationFrom(a, id));
      await a.book.open(id);
      await mallory.send(heavy(ROWS_BELOW, ENTRIES));
      await converge([ana], clock);
      expect(await entries(a, id)).toBe(ROWS_BELOW * ENTRIES + 1);
      expect(noticesOf(a)).not.toContain("too_much");

      await mallory.send(heavy(count, ENTRIES).slice(ROWS_BELOW));
      await converge([ana], clock);
      await write(a, id, "meanwhile");
      await converge([ana], clock);
      expect(noticesOf(a)).toContain("too_much");
      let phone = a;
      for (let starts = 0; starts < 2; starts += 1) {
        phone = await restarted(ana);
        expect(titles(phone)).toEqual(["Hip", "Knee"]);
        expect(await entries(phone, id)).toBe(ROWS_BELOW * ENTRIES + 2);
        expect(await own(phone, id)).toEqual(["before", "meanwhile"]);
      }
      const tablet = device("tablet");
      const t = await startJoined(phone, tablet);
      await converge([ana, tablet], clock);
      expect(await entries(t, id)).toBe(ROWS_BELOW * ENTRIES + 2);
      expect(await texts(t, id)).toEqual(expect.arrayContaining(["before", "meanwhile"]));
    },
    120_000,
  );

  it("200 rows that came while the case was closed: it opens, now and at the next start", async () => {
    const { clock, relay, ana, a, id } = await anaWithCases();
    const mallory = await HostileDevice.inCase(relay, await invitationFrom(a, id));
    let phone = await restarted(ana);
    await mallory.send(heavy(200, ENTRIES));
    await converge([ana], clock);
    for (let starts = 0; starts < 2; starts += 1) {
      expect(await entries(phone, id)).toBe(ROWS_BELOW * ENTRIES + 1);
      expect(await own(phone, id)).toEqual(["before"]);
      phone = await restarted(ana);
    }
    const aside = await (await phone.setAside()).measure();
    expect(aside.bytes).toBeGreaterThan(1_000_000);
    expect(aside.bytes).toBeLessThanOrEqual(MOST_BYTES_OF_AUTHOR);
  }, 120_000);

  it("has more let in, twice as much at each look, until all of it is there and nothing is said", async () => {
    const { clock, relay, ana, a, id } = await anaWithCases();
    const mallory = await HostileDevice.inCase(relay, await invitationFrom(a, id));
    await a.book.open(id);
    await mallory.send(heavy(3 * ROWS_BELOW, ENTRIES));
    await converge([ana], clock);
    const found = [await entries(a, id)];
    let phone = a;
    for (let looks = 0; looks < 2; looks += 1) {
      expect(noticesOf(phone)).toContain("too_much");
      await phone.mergeProgress.retrySetAside(id);
      phone = await restarted(ana);
      found.push(await entries(phone, id));
      await settle([ana]);
    }
    expect(noticesOf(phone)).not.toContain("too_much");
    expect(found.map((count) => Math.floor(count / ENTRIES))).toEqual([ROWS_BELOW, 2 * ROWS_BELOW, 3 * ROWS_BELOW]);
  }, 120_000);

  it("is bounded together with others: three of them bring no more than two may", async () => {
    const { clock, relay, ana, a, id } = await anaWithCases();
    await a.book.open(id);
    for (let one = 0; one < 3; one += 1) {
      const mallory = await HostileDevice.inCase(relay, await invitationFrom(a, id));
      await mallory.send(heavy(ROWS_BELOW, ENTRIES, `${one}/`));
    }
    await converge([ana], clock);
    expect(Math.floor((await entries(a, id)) / ENTRIES)).toBe(2 * ROWS_BELOW);
    expect(noticesOf(a)).toContain("too_much");
  }, 120_000);

  it("makes 4,000 changes wait: what is more than may wait is set aside, and nothing waits in the document", async () => {
    const { clock, relay, ana, a, id } = await anaWithCases();
    const mallory = await HostileDevice.inCase(relay, await invitationFrom(a, id));
    await a.book.open(id);
    await mallory.send(deletions(4_000));
    await converge([ana], clock);
    expect(noticesOf(a)).toContain("too_much");
    const phone = await restarted(ana);
    expect(await texts(phone, id)).toEqual(["before"]);
    const { store } = (await phone.book.open(id)).doc;
    expect([store.pendingStructs, store.pendingDs]).toEqual([null, null]);
  }, 120_000);

  it("writes one row that is longer to look at than a screen may take to answer: it is set aside", async () => {
    const { clock, relay, ana, a, id } = await anaWithCases();
    const mallory = await HostileDevice.inCase(relay, await invitationFrom(a, id));
    await a.book.open(id);
    await mallory.send(heavy(1, 4_500));
    await mallory.send([new Uint8Array(500_000)]);
    await converge([ana], clock);
    expect(await texts(a, id)).toEqual(["before"]);
    const { notices } = a.engine.status.current();
    expect(notices.find(({ code }) => code === "unsound")?.count).toBe(2);
  });
});

describe("somebody with the key of the keyring who writes more than anybody would", () => {
  it.each([20, 200])(
    "%i rows: the cases are there, at every start",
    async (count) => {
      const { clock, relay, ana, a, id } = await anaWithCases();
      const offer = await offerFrom(a);
      const mallory = await HostileDevice.inKeyring(relay, offer.code, () => giveTo(a, offer));
      await mallory.send(heavy(count, ENTRIES));
      await converge([ana], clock);
      const phone = await restarted(ana);
      const later = await phone.book.create("Shoulder");
      await write(phone, later, "a new case");
      const again = await restarted(ana);
      expect(titles(again)).toEqual(["Hip", "Knee", "Shoulder"]);
      expect(await texts(again, id)).toEqual(["before"]);
      await settle([ana]);
      expect(noticesOf(again)).toContain("too_much");
    },
    120_000,
  );
});

describe("what has no ceiling, or a far one", () => {
  it("is what the person wrote on another phone of theirs, in a case that was opened to others", async () => {
    const { clock, device, ana, a, id } = await anaWithCases();
    await invitationFrom(a, id);
    const tablet = device("tablet");
    const t = await startJoined(a, tablet);
    await converge([ana, tablet], clock);
    await bring(t, id, wide(12, FIELDS));
    await bring(t, id, wide(1, 20_000, "one large row "));
    await converge([ana, tablet], clock);
    expect(await entries(a, id)).toBe(14);
    const again = await restarted(ana);
    expect(await entries(again, id)).toBe(14);
    await settle([ana]);
    expect(noticesOf(again)).toEqual([]);
  }, 120_000);

  it("is what the owner of a case wrote, on the phone of a companion", async () => {
    const { clock, device, ana, a, id } = await anaWithCases();
    await bring(a, id, wide(12, FIELDS));
    await bring(a, id, wide(1, 20_000, "one large row "));
    await converge([ana], clock);
    const ben = device("ben");
    const b = await startAsCompanion(a, id, ben);
    await converge([ana, ben], clock);
    expect(await entries(b, id)).toBe(14);
    expect(noticesOf(b)).toEqual([]);
  }, 120_000);

  it("is not what a companion wrote, who writes just that", async () => {
    const { clock, relay, ana, a, id } = await anaWithCases();
    const mallory = await HostileDevice.inCase(relay, await invitationFrom(a, id));
    await a.book.open(id);
    await mallory.send([...wide(12, FIELDS), ...wide(1, 20_000, "one large row ")]);
    await converge([ana], clock);
    expect(await entries(a, id)).toBeLessThan(14);
    expect(noticesOf(a)).toEqual(expect.arrayContaining(["too_much", "unsound"]));
  });
});
