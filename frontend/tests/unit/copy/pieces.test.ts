import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { newDocument } from "../../../src/domain/case/document";
import { inspect, WIDE } from "../../../src/domain/changes/inspect";
import { piecesOf } from "../../../src/domain/copy/pieces";
import { addNote } from "../../../src/domain/journal/notes";
import { writerNamed } from "../domain/twoDocs";
import { afterStory, anyStory, everyKindOnce, heldBy } from "./anyCase";

const OF_GUEST = { bytes: 200_000, structs: 8_000, deletions: 2_000 };

function merged(pieces: Uint8Array[]) {
  const doc = newDocument();
  for (const piece of pieces) {
    expect(inspect(doc, piece, WIDE)).toEqual({ is: "fit" });
    Y.applyUpdate(doc, piece);
  }
  return doc;
}

describe("a document in pieces", () => {
  it.each([
    ["any case", anyStory],
    ["a case with every part of every kind", everyKindOnce],
  ])("is whole again when they are merged in their order: %s", (_, stories) => {
    fc.assert(
      fc.property(stories, (story) => {
        const { ana } = afterStory(story);
        const again = merged(piecesOf(ana));
        expect(heldBy(again)).toEqual(heldBy(ana));
        expect(Y.encodeStateAsUpdate(again)).toEqual(Y.encodeStateAsUpdate(ana));
      }),
      { numRuns: 40 },
    );
  });

  it("of one long session has several, each small enough for a guest, with what was deleted", () => {
    const doc = newDocument();
    const writer = writerNamed("ana");
    for (let n = 0; n < 2_000; n += 1) addNote(doc, writer, `Note ${n}: ${"swollen ".repeat(n % 40)}`);
    const text = doc.getText("unclear");
    for (let n = 0; n < 4_000; n += 1) text.insert(text.length, "ab");
    doc.transact(() => {
      for (let at = 0; at < 3_000; at += 1) text.delete(at, 1);
    });
    const pieces = piecesOf(doc);
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) {
      const { structs, ds } = Y.decodeUpdate(piece);
      expect(piece.length).toBeLessThan(OF_GUEST.bytes);
      expect(structs.length).toBeLessThan(OF_GUEST.structs);
      expect([...ds.clients.values()].flat().length).toBeLessThan(OF_GUEST.deletions);
    }
    const again = merged(pieces);
    expect(Y.encodeStateAsUpdate(again)).toEqual(Y.encodeStateAsUpdate(doc));
    expect(again.getText("unclear").toString()).toBe(text.toString());
  });

  it("come in an order in which each needs only those before it, though two phones wrote into each other's texts", () => {
    const [ana, ben] = [newDocument(), newDocument()];
    for (let turn = 0; turn < 800; turn += 1) {
      const [doc, other] = turn % 2 === 0 ? [ana, ben] : [ben, ana];
      const before = Y.encodeStateVector(other);
      doc.getText("unclear").insert(Math.floor(doc.getText("unclear").length / 2), `${turn} ${"long ".repeat(60)}`);
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, before));
    }
    const pieces = piecesOf(ana);
    expect(pieces.length).toBeGreaterThan(1);
    expect(merged(pieces).getText("unclear").toString()).toBe(ben.getText("unclear").toString());
  });
});
