// A page that closes in the middle of a word: reloaded, closed, or ended by the phone. What the person typed is kept,
// sealed, before it is a row, and read again at the next start. While it is not kept yet, the page can say so and ask.
import { describe, expect, it } from "vitest";
import { addNote, editNote, notes } from "../../src/domain/journal/notes";
import { questions } from "../../src/domain/questions/questionEntries";
import { addQuestion, tickQuestion } from "../../src/domain/questions/questions";
import { createDatabase } from "../../src/storage/database";
import { createDraftStore } from "../../src/storage/drafts";
import { converge, type SimulatedDevice, settle } from "./devices";
import { stage, startJoined, texts, write } from "./stage";

async function anaAtHerCase() {
  const { clock, device } = stage();
  const ana = device("ana");
  const phone = await ana.start();
  const id = await phone.book.create("Knee");
  const open = await phone.book.open(id);
  /** The time that a draft waits for the next letter and takes to write, and that the phone's own notes take. */
  const aMoment = async () => {
    const isKept = () => {
      clock.advance(50);
      return phone.book.isKept();
    };
    await expect.poll(isKept).toBe(true);
  };
  return { clock, device, ana, phone, id, open, aMoment };
}

/** The page closes at once: nothing that was under way continues. */
async function reload(phone: SimulatedDevice) {
  phone.crash();
  return phone.start();
}

async function drafts(device: SimulatedDevice, log: string): Promise<number> {
  return (await createDraftStore(createDatabase(device.database)).of(log)).length;
}

describe("a page that goes away", () => {
  it("within a second of typing keeps every word, and stores it at the next start", async () => {
    const { ana, id, open, phone, aMoment } = await anaAtHerCase();
    addNote(open.doc, open.writer, "The knee");
    expect(phone.book.isKept()).toBe(false);
    await aMoment();
    expect(open.saving()).toEqual({ state: "saving" });
    const again = await reload(ana);
    expect(await texts(again, id)).toEqual(["The knee"]);
    await settle([ana]);
    expect(await again.log.rowsAfter(id, 0)).toHaveLength(1);
    expect(await drafts(ana, id)).toBe(0);
  });

  it("while a burst is being sealed keeps what came after it, too", async () => {
    const { ana, id, open, phone, aMoment } = await anaAtHerCase();
    const note = addNote(open.doc, open.writer, "One");
    const append = phone.log.append.bind(phone.log);
    let goesOn = () => {};
    phone.log.append = async (...args) => {
      await new Promise<void>((resolve) => {
        goesOn = resolve;
      });
      return append(...args);
    };
    void open.flush().catch(() => {});
    editNote(open.doc, open.writer, note, "One two");
    await aMoment();
    const again = await reload(ana);
    goesOn();
    expect(await texts(again, id)).toEqual(["One two"]);
  });

  it("keeps a tick, an edit and a word in two cases", async () => {
    const { ana, id, open, phone, aMoment } = await anaAtHerCase();
    const question = addQuestion(open.doc, open.writer, "May I drive?");
    await open.flush();
    const other = await phone.book.create("Heart");
    const heart = await phone.book.open(other);
    tickQuestion(open.doc, open.writer, question, true);
    addNote(heart.doc, heart.writer, "Beats");
    await aMoment();
    const again = await reload(ana);
    expect(questions((await again.book.open(id)).doc)[0]?.answeredAt).not.toBeNull();
    expect(await texts(again, other)).toEqual(["Beats"]);
  });

  it("leaves nothing behind once its words are rows", async () => {
    const { clock, ana, id, open, aMoment } = await anaAtHerCase();
    addNote(open.doc, open.writer, "The knee");
    await aMoment();
    expect(await drafts(ana, id)).toBe(1);
    await open.flush();
    clock.advance(50);
    await expect.poll(() => drafts(ana, id)).toBe(0);
  });

  it("leaves a draft that another tab reads while the first goes on, and no word comes twice", async () => {
    const { clock, device, ana, id, open, phone, aMoment } = await anaAtHerCase();
    const note = addNote(open.doc, open.writer, "The");
    await aMoment();
    const tab = ana.anotherTab("second tab");
    const second = await tab.start();
    expect(await texts(second, id)).toEqual(["The"]);
    editNote(open.doc, open.writer, note, "The knee");
    await open.flush();
    const tablet = device("tablet");
    await startJoined(phone, tablet);
    await converge([ana, tab, tablet], clock);
    for (const { phone: shown } of [ana, tab, tablet]) if (shown) expect(await texts(shown, id)).toEqual(["The knee"]);
  });

  it("leaves a draft that does not open where it is, and opens the case", async () => {
    const { ana, id, open, phone } = await anaAtHerCase();
    const store = createDraftStore(createDatabase(ana.database));
    await store.put({ log: id, id: "damaged", sealed: new Uint8Array(60) }, null);
    await write(phone, id, "stays");
    const again = await reload(ana);
    expect(await texts(again, id)).toEqual(["stays"]);
    expect(await drafts(ana, id)).toBe(1);
    expect(notes(open.doc)).toHaveLength(1);
  });
});

it("a draft holds nothing in clear", async () => {
  const { ana, id, open, aMoment } = await anaAtHerCase();
  addNote(open.doc, open.writer, "Osteoarthritis");
  await aMoment();
  const [draft] = await createDraftStore(createDatabase(ana.database)).of(id);
  const bytes = new TextDecoder("latin1").decode(draft?.sealed);
  expect(bytes.length).toBeGreaterThan(100);
  expect(bytes).not.toContain("Osteoarthritis");
});
