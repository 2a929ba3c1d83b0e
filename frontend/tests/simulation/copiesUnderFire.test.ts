// Copies of a case, with a power cut at any write, and from files that somebody made up.
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { withCheck } from "../../src/cases/copy/fileCheck";
import { newDocument } from "../../src/domain/case/document";
import { addNote, notes } from "../../src/domain/journal/notes";
import { toBase64 } from "../../src/protocol/bytes";
import { drawn, seededRandom } from "../hostile/randomUpdates";
import { anaWithKnee, copyOf, none, opened, openOn, rowsOf } from "./copyStage";
import { type SimulatedPhone, settle } from "./devices";
import { texts, titles, write } from "./stage";

describe("a power cut at any write", () => {
  it("loses nothing that was there, and opening the file again completes it", async () => {
    const { clock, phone, knee, device } = await anaWithKnee();
    const { doc, writer, flush } = await phone.book.open(knee);
    for (let n = 0; n < 2; n += 1) addNote(doc, writer, `${n} ${"long ".repeat(14_000)}`);
    await flush();
    const file = await copyOf(phone, knee);
    const wanted = await texts(phone, knee);
    let cuts = 0;
    for (let calls = 0; ; calls += 1) {
      const cem = device(`cem-${calls}`);
      let there = await cem.start();
      const heart = await there.book.create("Heart");
      await write(there, heart, "kept");
      cem.powerLeft = calls;
      const wasCut = await openOn(there, file).then(
        () => false,
        () => true,
      );
      cem.powerLeft = null;
      if (!wasCut && cem.phone) break;
      cuts += 1;
      there = cem.phone ?? (await cem.start());
      expect(await texts(there, heart)).toEqual(["kept"]);
      await expectNothingHalf(there, wanted);
      const id = await opened(there, file);
      clock.advance(10_000);
      await settle([cem]);
      expect(await texts(there, id)).toEqual(wanted);
      expect(titles(there)).toEqual(["Heart", "Knee"]);
      expect(there.book.cases()).toHaveLength(2);
      cem.crash();
      expect(await texts(await cem.start(), id)).toEqual(wanted);
      cem.crash();
    }
    expect(cuts).toBeGreaterThan(10);
  });
});

/** A case that is on the list is whole. */
async function expectNothingHalf(phone: SimulatedPhone, wanted: string[]): Promise<void> {
  const knee = phone.book.cases().find(({ title, archivedAt }) => title.value === "Knee" && archivedAt === null);
  if (knee) expect(await texts(phone, knee.id)).toEqual(wanted);
}

describe("2,000 files that no app wrote, each with a right length and check", () => {
  it("crash nothing, are refused whole or merged whole, and leave the words that were there", async () => {
    const { ana, phone, knee } = await anaWithKnee();
    const { doc } = await phone.book.open(knee);
    const mine = notes(doc).map(({ id }) => id);
    const copies = await phone.copies();
    const lot = seededRandom(2_000);
    const counts = { refused: 0, merged: 0, unreadable: 0 };
    for (let tries = 0; tries < 2_000; tries += 1) {
      const scratch = newDocument();
      Y.applyUpdate(scratch, Y.encodeStateAsUpdate(doc));
      const read = await copies.read(await madeUp(knee, drawn(scratch, 1 + lot(3), lot), lot));
      if (read.is !== "open") {
        counts.unreadable += 1;
        continue;
      }
      const before = await stateOf(phone, knee);
      const done = await copies.open(read.copied, none);
      counts[done.ok ? "merged" : "refused"] += 1;
      if (!done.ok) expect(await stateOf(phone, knee)).toEqual(before);
    }
    expect(counts.refused).toBeGreaterThan(300);
    expect(counts.merged).toBeGreaterThan(50);
    expect(counts.unreadable).toBeGreaterThan(300);
    expect(ana.errors).toEqual([]);
    const held = notes(doc).map(({ id }) => id);
    expect(held).toEqual(expect.arrayContaining(mine));
    await settle([ana]);
    ana.crash();
    const again = await (await ana.start()).book.open(knee);
    expect(notes(again.doc).map(({ id }) => id)).toEqual(held);
  });
});

/** A file as somebody would make it who knows the format; one in four has another shape than any app writes. */
function madeUp(id: string, pieces: Uint8Array[], lot: (below: number) => number): Promise<Uint8Array> {
  const content: Record<string, unknown> = { savedAt: "", case: { id, title: "Knee" }, state: pieces.map(toBase64) };
  const odd = [5, null, "x", {}, [[[]]], "<script>alert(1)</script>", -1, { id: "../../etc", title: 7 }];
  if (lot(4) === 0) content[["case", "state", "savedAt"][lot(3)] ?? ""] = odd[lot(odd.length)];
  return withCheck(JSON.stringify(content).slice(1, -1));
}

/** The rows of the case and what its document holds. */
async function stateOf(phone: SimulatedPhone, id: string): Promise<[number, string]> {
  const { doc } = await phone.book.open(id);
  return [await rowsOf(phone, id), toBase64(Y.encodeStateAsUpdate(doc))];
}
