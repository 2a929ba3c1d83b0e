import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { editCaseText, newDocument } from "../../../src/domain/case/document";
import { deleteEntry } from "../../../src/domain/case/entries";
import { setOwnerName } from "../../../src/domain/case/people";
import { merged, touchedIn, wholeOf } from "../../../src/domain/changes/updates";
import { addNote, assignNote, editNote, notes } from "../../../src/domain/journal/notes";
import { enterCase } from "../../../src/domain/keyring/keyring";
import { addQuestion, assignQuestion, editAnswer } from "../../../src/domain/questions/questions";
import { addVisit, setVisit } from "../../../src/domain/visits/visits";

let ids = 0;
const writer = {
  author: "ana",
  newId: () => {
    ids += 1;
    return `id-${ids}`;
  },
  now: () => "2026-11-22T10:00:00.000Z",
};

function touchedBy(change: (doc: Y.Doc) => void, doc = newDocument()): string[] {
  const touched: string[] = [];
  doc.on("update", (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, tx: Y.Transaction) => {
    touched.push(...touchedIn(tx));
  });
  change(doc);
  return touched;
}

describe("what a change writes into", () => {
  it("is one entry, whether it is made, written into, assigned or deleted", () => {
    const doc = newDocument();
    const id = addNote(doc, writer, "The knee");
    const touched = touchedBy((same) => {
      editNote(same, writer, id, "The left knee");
      assignNote(same, writer, id, "visit");
      deleteEntry(same, "notes", id, writer);
    }, doc);
    expect(new Set(touched)).toEqual(new Set([id]));
    let made = "";
    expect(
      touchedBy((fresh) => {
        made = addNote(fresh, writer, "new");
      }),
    ).toEqual([made]);
  });

  it("is nothing where the app only keeps the times of a visit, or ties an answer to it", () => {
    const doc = newDocument();
    const visit = addVisit(doc, writer, { who: "Dr Osei" });
    const question = addQuestion(doc, writer, "What if I wait?");
    const along = (same: Y.Doc) => {
      setVisit(same, writer, visit, { startedAt: writer.now(), endedAt: writer.now() });
      assignQuestion(same, writer, question, visit);
    };
    expect(touchedBy(along, doc)).toEqual([]);
    expect(touchedBy((same) => editAnswer(same, writer, question, "Nothing bad.", visit), doc)).toContain(question);
    expect(touchedBy((same) => setVisit(same, writer, visit, { where: "Room 4" }), doc)).toEqual([visit]);
  });

  it("is a field of the case under its name, however often it is written", () => {
    const touched = touchedBy((doc) => {
      setOwnerName(doc, writer, "An");
      setOwnerName(doc, writer, "Ana");
      editCaseText(doc, "why", "The knee");
      editCaseText(doc, "fear", "The heart");
    });
    expect(new Set(touched)).toEqual(new Set(["ownerName", "why", "fear"]));
  });

  it("is no entry of anybody when the keyring enters a case", () => {
    const entry = { id: "knee", ownerToken: "t", keys: [], companion: null };
    expect(touchedBy((doc) => enterCase(doc, writer, entry, "Knee"))).toEqual([]);
  });
});

describe("several changes", () => {
  it("are one, with all that they touch, unless that were too large", () => {
    const doc = newDocument();
    const changes: { update: Uint8Array; touched: string[] }[] = [];
    doc.on("update", (update: Uint8Array, _origin: unknown, _doc: Y.Doc, tx: Y.Transaction) => {
      changes.push({ update, touched: touchedIn(tx) });
    });
    const id = addNote(doc, writer, "one");
    editNote(doc, writer, id, "one two");
    const [one, ...more] = merged(changes, 10_000);
    expect(more).toEqual([]);
    expect(one?.touched).toEqual([id]);
    const copy = newDocument();
    Y.applyUpdate(copy, one?.update ?? new Uint8Array());
    expect(notes(copy).map((note) => note.text)).toEqual(["one two"]);
    expect(merged(changes, 10)).toEqual(changes);
  });
});

describe("a whole document as changes", () => {
  it("is in one when it fits, else in parts that each fit, and says the same either way", () => {
    const doc = newDocument();
    for (let session = 0; session < 8; session += 1) {
      const phone = newDocument();
      Y.applyUpdate(phone, Y.encodeStateAsUpdate(doc));
      const id = addNote(phone, writer, `${session}`.repeat(1_000));
      if (session % 2 === 0) deleteEntry(phone, "notes", id, writer);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(phone));
    }
    expect(wholeOf(doc, 100_000)).toHaveLength(1);
    const parts = wholeOf(doc, 3_000);
    expect(parts.length).toBeGreaterThan(3);
    for (const { update } of parts) expect(update.length).toBeLessThan(3_000);
    const copy = newDocument();
    for (const { update } of parts.reverse()) Y.applyUpdate(copy, update);
    expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(doc));
    expect(notes(copy)).toEqual(notes(doc));
    expect(notes(doc)).toHaveLength(4);
  });
});
