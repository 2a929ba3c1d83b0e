// The sealed state of a log, from which a start goes on: what it stands for, when it is not believed, and that a phone
// which begins with it shows exactly what its rows say.
import fc from "fast-check";
import { openDB } from "idb";
import { afterEach, describe, expect, it, vi } from "vitest";
import { deleteEntry } from "../../src/domain/case/entries";
import { costsByDevice, signerOf } from "../../src/domain/changes/signers";
import { addNote, editNote, notes } from "../../src/domain/journal/notes";
import type { LogRecord, Row, StatePart } from "../../src/storage/schema";
import { converge, type SimulatedDevice, type SimulatedPhone } from "./devices";
import { stage, startAsCompanion, startJoined, texts, write } from "./stage";
import { anaWithTen, rested, TEN } from "./stateStage";

afterEach(() => vi.restoreAllMocks());

describe("the sealed state of a log", () => {
  it("spares a start the rows that it stands for", async () => {
    const { ana, id, clock } = await anaWithTen();
    const before = await startedWith(ana, id);
    await rested(ana, clock);
    const after = await startedWith(ana, id);
    expect(after.texts).toEqual(before.texts);
    expect(before.opened - after.opened).toBeGreaterThanOrEqual(TEN.length - 1);
  });

  it("is followed by the rows that came after it", async () => {
    const { ana, id, clock, phone } = await anaWithTen();
    await rested(ana, clock);
    await write(phone, id, "afterwards");
    // Not the draft, which would bring the words back as well.
    await editStores(ana, async (stores) => stores.drafts.clear());
    const { texts: shown, opened } = await startedWith(ana, id);
    expect(shown).toEqual(["afterwards", ...TEN].sort());
    expect(opened).toBeLessThan(TEN.length);
  });

  it("holds no word that is not a row yet", async () => {
    const { ana, id, clock, phone } = await anaWithTen();
    const open = await phone.book.open(id);
    addNote(open.doc, open.writer, "typed, and then the power went");
    // The state is due before the words are stored: it is made from rows alone.
    const stop = breakRows();
    await rested(ana, clock);
    stop();
    expect(await countStates(ana, id)).toBe(1);
    await editStores(ana, async (stores) => stores.drafts.clear());
    expect((await startedWith(ana, id)).texts).toEqual(TEN);
  });

  it("keeps who signed what, and what it cost", async () => {
    const { device, ana, id, clock, phone } = await anaWithTen();
    const ben = device("ben");
    const b = await startAsCompanion(phone, id, ben);
    await write(b, id, "from Ben", "and again", "and more");
    await converge([ana, ben], clock);
    ana.crash();
    await editStores(ana, async (stores) => stores.states.clear());
    const bare = await everything(await ana.start(), id);
    await rested(ana, clock);
    expect(await countStates(ana, id)).toBe(1);
    ana.crash();
    const again = await ana.start();
    expect(await everything(again, id)).toEqual(bare);
    expect((await signed(again, id)).some((signer) => signer !== null)).toBe(true);
  });

  it.each<[string, (log: string, stores: Stores) => Promise<void>]>([
    ["a row is gone", (log, { rows }) => rows.delete([log, 4])],
    ["its last row is another", (log, { rows }) => change<Row>(rows, [log, 10], { hash: "0".repeat(64) })],
    [
      "a row was kept out of the case",
      (log, { rows }) => change<Row>(rows, [log, 3], { finding: "unsound", aside: "x" }),
    ],
    ["the phone writes with another device", (log, { logs }) => change<LogRecord>(logs, log, { device: null })],
    ["somebody's entries were set aside", (log, { logs }) => change<LogRecord>(logs, log, { setAside: ["x"] })],
    ["a part of it is gone", (log, { states }) => change<StatePart>(states, [log, 0], { parts: 2 })],
    ["it claims to stand for more", (log, { states }) => change<StatePart>(states, [log, 0], { checked: -1 })],
    [
      "its bytes were changed",
      (log, { states }) => change<StatePart>(states, [log, 0], { sealed: new Uint8Array(99) }),
    ],
  ])("is not believed when %s", async (_what, spoil) => {
    const { ana, id, clock } = await anaWithTen();
    await rested(ana, clock);
    const good = await startedWith(ana, id);
    ana.crash();
    await editStores(ana, (stores) => spoil(id, stores));
    const spoilt = await startedWith(ana, id);
    expect(spoilt.opened).toBeGreaterThan(good.opened);
  });

  it("is not believed in the place of another case's", async () => {
    const { ana, id, clock, phone } = await anaWithTen();
    const other = await phone.book.create("Hip");
    await write(phone, other, "a", "b", "c", "d");
    await rested(ana, clock);
    ana.crash();
    await editStores(ana, async ({ states }) => {
      const [part] = (await states.getAll(IDBKeyRange.bound([other, 0], [other, 9]))) as StatePart[];
      const [own] = (await states.getAll(IDBKeyRange.bound([id, 0], [id, 9]))) as StatePart[];
      if (part && own) await states.put({ ...own, sealed: part.sealed });
    });
    expect((await startedWith(ana, id)).texts).toEqual(TEN);
  });

  it("leaves with its case", async () => {
    const { ana, id, clock, phone } = await anaWithTen();
    await rested(ana, clock);
    expect(await countStates(ana, id)).toBe(1);
    await phone.log.forget(id);
    expect(await countStates(ana, id)).toBe(0);
  });

  it("loses nothing when the power goes at any write of it", async () => {
    for (let calls = 0; ; calls += 1) {
      const { ana, id, clock } = await anaWithTen();
      ana.powerLeft = calls;
      await rested(ana, clock);
      const isWritten = ana.powerLeft !== null;
      ana.crash();
      expect((await startedWith(ana, id)).texts).toEqual(TEN);
      if (isWritten) return;
    }
  }, 60_000);

  it("shows what the rows show, whatever was written by whom and when the app ended", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 9 })), { maxLength: 25 }), async (steps) => {
        const { clock, device } = stage();
        const [ana, ben] = [device("ana"), device("ben")];
        const a = await ana.start();
        const id = await a.book.create("Knee");
        await write(a, id, "first");
        const b = await startJoined(a, ben);
        await converge([ana, ben], clock);
        for (const [what, which] of steps) await happen(what, which, { clock, ana, ben, id });
        await rested(ana, clock);
        ana.crash();
        const withState = await everything(await ana.start(), id);
        ana.crash();
        await editStores(ana, async (stores) => stores.states.clear());
        expect(withState).toEqual(await everything(await ana.start(), id));
        b.engine.stop();
      }),
      { numRuns: Number(process.env.SIMULATION_RUNS ?? 25) },
    );
  }, 300_000);
});

type Stores = Record<"rows" | "logs" | "states" | "drafts", Store>;
type Store = {
  get: (key: IDBValidKey) => Promise<unknown>;
  getAll: (range: IDBKeyRange) => Promise<unknown[]>;
  put: (value: unknown) => Promise<void>;
  delete: (key: IDBValidKey) => Promise<void>;
  clear: () => Promise<void>;
};

/** Starts anew, and counts what had to be decrypted before the case stood there. */
async function startedWith(device: SimulatedDevice, id: string): Promise<{ texts: string[]; opened: number }> {
  device.crash();
  const decrypt = vi.spyOn(crypto.subtle, "decrypt");
  const phone = await device.start();
  await phone.book.open(id);
  const opened = decrypt.mock.calls.length;
  decrypt.mockRestore();
  return { texts: await texts(phone, id), opened };
}

async function everything(phone: SimulatedPhone, id: string): Promise<unknown> {
  const { doc } = await phone.book.open(id);
  const maps = [...doc.share.keys()].sort().map((name) => [name, doc.getMap(name).toJSON()] as const);
  // A map exists once somebody has asked for it.
  const all = maps.filter(([, map]) => Object.keys(map).length > 0);
  return [all, [...costsByDevice(doc)].sort(), await signed(phone, id)];
}

async function signed(phone: SimulatedPhone, id: string): Promise<(string | null)[]> {
  const { doc } = await phone.book.open(id);
  const clocks = [...doc.store.clients.keys()].sort((a, b) => a - b);
  return clocks.map((client) => signerOf(doc, { client, clock: 0 }));
}

type World = { clock: { advance: (ms: number) => void }; ana: SimulatedDevice; ben: SimulatedDevice; id: string };

async function happen(what: number, which: number, { clock, ana, ben, id }: World): Promise<void> {
  const device = which % 2 === 0 ? ana : ben;
  const phone = device.phone ?? (await device.start());
  const open = await phone.book.open(id);
  const known = notes(open.doc);
  const chosen = known[which % Math.max(known.length, 1)];
  if (what === 0) await write(phone, id, `note ${which}`);
  if (what === 1 && chosen) editNote(open.doc, open.writer, chosen.id, `again ${which}`);
  if (what === 2 && chosen) deleteEntry(open.doc, "notes", chosen.id, open.writer);
  if (what === 3) await converge([ana, ben], clock as Parameters<typeof converge>[1]);
  if (what === 4) await rested(device, clock);
  if (what === 5) {
    device.crash();
    await device.start();
  }
}

/** No row can be stored until the returned function is called. */
function breakRows(): () => void {
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value) {
    if (this.name === "rows") throw new DOMException("no room", "QuotaExceededError");
    return original.call(this, value);
  });
  return () => put.mockRestore();
}
const original = IDBObjectStore.prototype.put;

async function editStores(device: SimulatedDevice, work: (stores: Stores) => Promise<void>): Promise<void> {
  const database = await openDB(device.database);
  const tx = database.transaction(["rows", "logs", "states", "drafts"], "readwrite");
  // Opened without the schema, as someone who tampers would: any value may be put anywhere.
  const store = (name: string) => tx.objectStore(name) as unknown as Store;
  await work({ rows: store("rows"), logs: store("logs"), states: store("states"), drafts: store("drafts") });
  await tx.done;
  database.close();
}

async function countStates(device: SimulatedDevice, id: string): Promise<number> {
  const database = await openDB(device.database);
  const count = await database.count("states", IDBKeyRange.bound([id, 0], [id, 99]));
  database.close();
  return count;
}

async function change<T>(store: Store, key: IDBValidKey, to: Partial<T>): Promise<void> {
  await store.put({ ...((await store.get(key)) as T), ...to });
}
