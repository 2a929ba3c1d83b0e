// How much waits to be sent is counted in entries, as people count: not in changes, rows or internal work.
import { expect, it } from "vitest";
import { addNote, editNote } from "../../src/domain/journal/notes";
import { addQuestion, tickQuestion } from "../../src/domain/questions/questions";
import { converge, type SimulatedDevice, settle } from "./devices";
import { stage, startJoined, write } from "./stage";

async function anaOffline() {
  const { clock, device } = stage();
  const ana = device("ana");
  const phone = await ana.start();
  const id = await phone.book.create("Knee");
  const open = await phone.book.open(id);
  await converge([ana], clock);
  ana.online = false;
  return { clock, device, ana, phone, id, open };
}

async function waiting(device: SimulatedDevice): Promise<number | undefined> {
  device.phone?.engine.wake();
  await settle([device]);
  return device.phone?.engine.status.current().waiting;
}

it("is one for a note that was written in many rests, and the same after a restart", async () => {
  const { ana, phone, id, open } = await anaOffline();
  const note = addNote(open.doc, open.writer, "The");
  for (const text of ["The knee", "The left knee", "The left knee hurts"]) {
    await open.flush();
    editNote(open.doc, open.writer, note, text);
  }
  await open.flush();
  expect(await phone.log.unsent(id)).toBe(4);
  expect(await waiting(ana)).toBe(1);
  ana.crash();
  await ana.start();
  expect(await waiting(ana)).toBe(1);
});

it("counts a note and a ticked question of one burst as two, and none once they are there", async () => {
  const { clock, ana, open } = await anaOffline();
  addNote(open.doc, open.writer, "The knee");
  const question = addQuestion(open.doc, open.writer, "May I drive?");
  tickQuestion(open.doc, open.writer, question, true);
  await open.flush();
  expect(await waiting(ana)).toBe(2);
  ana.online = true;
  await converge([ana], clock);
  expect(await waiting(ana)).toBe(0);
});

it("is never none while anything waits, though it is nobody's entry", async () => {
  const { ana, phone } = await anaOffline();
  await phone.book.create("Heart");
  expect(await waiting(ana)).toBe(1);
});

it("stays true when the device id has to change and all is sealed again", async () => {
  const { clock, device, ana, phone, id } = await anaOffline();
  await write(phone, id, "one", "two", "three");
  await phone.log.patch(id, () => ({ cloned: true }));
  await settle([ana]);
  expect(await waiting(ana)).toBe(3);
  ana.online = true;
  await converge([ana], clock);
  const tablet = device("tablet");
  await startJoined(phone, tablet);
  await converge([ana, tablet], clock);
  expect(await waiting(tablet)).toBe(0);
});

it("is known before anything is called saved", async () => {
  const { phone, open } = await anaOffline();
  addNote(open.doc, open.writer, "The knee");
  const whenSaved: number[] = [];
  const unsubscribe = open.subscribe(() => {
    if (open.saving().state === "saved") whenSaved.push(phone.engine.status.current().waiting);
  });
  await open.flush();
  unsubscribe();
  expect(whenSaved.length).toBeGreaterThan(0);
  expect(whenSaved).not.toContain(0);
});
