// "Saved on this phone" is said when the row is on disk, and never before; a phone without space says so and keeps
// trying.
import { beforeEach, describe, expect, it } from "vitest";
import { addNote, notes } from "../../../src/domain/journal/notes";
import { createDatabase } from "../../../src/storage/database";
import { SimulatedClock, SimulatedDevice, settle } from "../../simulation/devices";
import { Relay } from "../../simulation/relay";

let clock: SimulatedClock;
let device: SimulatedDevice;
let full = false;
let story = 0;

beforeEach(() => {
  full = false;
  story += 1;
  clock = new SimulatedClock();
  const relay = new Relay(() => crypto.randomUUID().replaceAll("-", ""), clock.millis);
  device = new SimulatedDevice(`saving-${story}`, relay, clock, () => 0.5);
  device.storage = (name) => {
    const withDatabase = createDatabase(name);
    return (work) => (full ? Promise.reject(new DOMException("full", "QuotaExceededError")) : withDatabase(work));
  };
});

async function opened() {
  const phone = await device.start();
  const id = await phone.book.create("Knee");
  return { phone, id, open: await phone.book.open(id) };
}

describe("saving", () => {
  it("is said after the row is stored, a second after the last key or three after the first", async () => {
    const { phone, id, open } = await opened();
    const rowsBefore = (await phone.log.rowsAfter(id, 0)).length;
    addNote(open.doc, open.writer, "Exercise first.");
    expect(open.saving()).toEqual({ state: "saving" });
    clock.advance(900);
    await settle([]);
    expect(await phone.log.rowsAfter(id, 0)).toHaveLength(rowsBefore);
    clock.advance(200);
    await open.flush();
    expect(open.saving()).toEqual({ state: "saved" });
    expect(await phone.log.rowsAfter(id, 0)).toHaveLength(rowsBefore + 1);
  });

  it("pays one envelope for a burst of typing", async () => {
    const { phone, id, open } = await opened();
    for (const word of ["one", "two", "three", "four"]) {
      addNote(open.doc, open.writer, word);
      clock.advance(500);
    }
    await open.flush();
    expect(await phone.log.rowsAfter(id, 0)).toHaveLength(1);
  });

  it("says that the phone is full, keeps the words, and stores them when there is room", async () => {
    const { id, open } = await opened();
    full = true;
    addNote(open.doc, open.writer, "No room for this.");
    await expect(open.flush()).rejects.toMatchObject({ reason: "full" });
    expect(open.saving()).toEqual({ state: "failed", reason: "full" });
    expect(notes(open.doc)[0]?.text).toBe("No room for this.");
    full = false;
    clock.advance(5_000);
    await open.flush();
    expect(open.saving()).toEqual({ state: "saved" });
    device.crash();
    const again = await (await device.start()).book.open(id);
    expect(notes(again.doc)[0]?.text).toBe("No room for this.");
  });
});
