// A companion removes everything from the case, as no app does. The app says so, and brings it back from the rows on
// this phone: here, on her other phone, and on the companion's.
import { describe, expect, it } from "vitest";
import { people } from "../../src/domain/case/people";
import { bringBack, isBack } from "../../src/domain/changes/bringBack";
import { addNote } from "../../src/domain/journal/notes";
import { attacks, firstAuthor, wipe, writeAs, writeOverNotes } from "../hostile/attacks";
import { HostileDevice } from "../hostile/device";
import { anaAndBen } from "./companionStage";
import { converge, type SimulatedPhone as Phone } from "./devices";
import { invitationFrom, noticesOf, startJoined, texts, write } from "./stage";

async function removed(phone: Phone, id: string) {
  const opened = await phone.book.open(id);
  return { opened, found: await phone.removals(opened) };
}

async function bringAllBack(phone: Phone, id: string): Promise<void> {
  const { opened, found } = await removed(phone, id);
  for (const removal of found) bringBack(opened.doc, opened.writer, removal);
  await opened.flush();
  expect(found.every((removal) => isBack(opened.doc, opened.writer, removal))).toBe(true);
}

describe("a companion who takes everything out of the case", () => {
  it("is seen, and all of it comes back on every phone, once however often it is asked for", async () => {
    const { clock, relay, device, ana, ben, a, b, id } = await anaAndBen();
    await write(a, id, "Ana 1", "Ana 2");
    await write(b, id, "Ben 1");
    const tablet = device("tablet");
    const t = await startJoined(a, tablet);
    const mallory = await HostileDevice.inCase(relay, await invitationFrom(a, id));
    await converge([ana, ben, tablet], clock);
    const all = ["Ana 1", "Ana 2", "Ben 1", "before Ben"];
    expect(await texts(a, id)).toEqual(all);
    expect((await removed(a, id)).found).toEqual([]);
    await mallory.catchUp();
    await attacks.wipe(mallory);
    await converge([ana, ben, tablet], clock);
    await write(a, id, "written since");
    expect(await texts(a, id)).toEqual(["written since"]);
    expect(noticesOf(a)).toEqual(["removed_by_others"]);
    ana.crash();
    const again = await ana.start();
    const { found } = await removed(again, id);
    expect(found.map(({ at, lost }) => [typeof at, lost.filter(({ root }) => root === "notes").length])).toEqual([
      ["string", 4],
    ]);
    await bringAllBack(again, id);
    await converge([ana, ben, tablet], clock);
    for (const phone of [again, b, t]) expect(await texts(phone, id)).toEqual([...all, "written since"]);
    await bringAllBack(again, id);
    await bringAllBack(t, id);
    await converge([ana, ben, tablet], clock);
    for (const phone of [again, b, t]) expect(await texts(phone, id)).toEqual([...all, "written since"]);
    expect(people((await again.book.open(id)).doc).map(({ name }) => name.value)).toEqual(["Ben"]);
  });

  it("who is an honest companion's phone with other words is named, and what it wrote over comes back", async () => {
    const { clock, ana, ben, a, b, id } = await anaAndBen();
    const { doc } = await b.book.open(id);
    doc.transact(() => writeOverNotes(doc));
    await converge([ana, ben], clock);
    expect(await texts(a, id)).toEqual(["Nothing."]);
    expect((await removed(a, id)).found.map(({ name }) => name)).toEqual(["Ben"]);
    await bringAllBack(a, id);
    expect(await texts(a, id)).toEqual(["before Ben\n\nNothing."]);
    // What she did herself does not count as done by others.
    doc.transact(() => wipe(doc));
    await converge([ana, ben], clock);
    expect((await removed(b, id)).found.every(({ name }) => name !== "Ben")).toBe(true);
  });

  it("is seen in a case of 300 notes, after ten companions each wrote over some of it, and all of it comes back", async () => {
    const { clock, relay, ana, a, id } = await anaAndBen();
    const { doc, writer } = await a.book.open(id);
    doc.transact(() => {
      for (let n = 0; n < 300; n += 1) addNote(doc, writer, `Ana’s words, number ${n}`);
    });
    await converge([ana], clock);
    const all = await texts(a, id);
    for (let who = 0; who < 10; who += 1) {
      const mallory = await HostileDevice.inCase(relay, await invitationFrom(a, id));
      await mallory.catchUp();
      await mallory.change(who === 9 ? wipe : (shown) => writeAs(shown, firstAuthor(shown)));
    }
    await converge([ana], clock);
    expect(await texts(a, id)).toEqual([]);
    ana.crash();
    const again = await ana.start();
    await bringAllBack(again, id);
    expect(await texts(again, id)).toEqual(
      [...all, ...Array.from({ length: 9 }, () => "Mallory wrote this note.")].sort(),
    );
  });
});
