// Which changes of others are merged: everything that the app writes, whoever wrote it and in whatever order it was
// stored, and nothing that would stop or slow the document.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type CaseDoc, newDocument, type Writer } from "../../../src/domain/case/document";
import { deleteEntry, restoreEntry } from "../../../src/domain/case/entries";
import { enterPerson } from "../../../src/domain/case/people";
import { dropsWaiting, hasCome, inspect, together } from "../../../src/domain/changes/inspect";
import { wholeOf } from "../../../src/domain/changes/updates";
import { addNote, editNote, notes } from "../../../src/domain/journal/notes";
import { enterCase, enterPhone } from "../../../src/domain/keyring/keyring";
import { questions } from "../../../src/domain/questions/questionEntries";
import { addQuestion, editQuestion, moveQuestion } from "../../../src/domain/questions/questions";
import { crowds, deepAndOverwritten, deletionOf, deletions, waitingFor } from "../../hostile/attacks";
import { writerNamed } from "./twoDocs";

type Act = (doc: CaseDoc, by: Writer, pick: number) => void;
const one = <T extends { id: string }>(all: readonly T[], pick: number) =>
  all[pick % Math.max(all.length, 1)]?.id ?? "";

const acts: Act[] = [
  (doc, by, pick) => void addNote(doc, by, "words ".repeat(pick % 7)),
  (doc, by, pick) => editNote(doc, by, one(notes(doc), pick), `other words ${pick}`),
  (doc, by, pick) => deleteEntry(doc, "notes", one(notes(doc), pick), by),
  (doc, _by, pick) => restoreEntry(doc, "notes", one(notes(doc), pick)),
  (doc, by) => void addQuestion(doc, by, "Why now?"),
  (doc, by, pick) => moveQuestion(doc, by, one(questions(doc), pick), pick % 3),
  (doc, _by, pick) => editQuestion(doc, one(questions(doc), pick), `because ${pick}`),
  (doc, by, pick) => enterPerson(doc, by, `Ben ${pick}`, "01"),
  (doc, by, pick) => enterPhone(doc, by, "ab".repeat(16), `phone ${pick}`),
  (doc, by) =>
    enterCase(
      doc,
      by,
      { id: "cd".repeat(16), ownerToken: null, keys: [{ epoch: 1, key: "ef".repeat(32) }], companion: null },
      "Knee",
    ),
];
type Step = { who: number; act: Act; pick: number; meet: boolean };
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat({ max: 1 }),
  act: fc.constantFrom(...acts),
  pick: fc.nat({ max: 50 }),
  meet: fc.boolean(),
});

describe("a change of somebody else's", () => {
  it("is always merged when the app wrote it, at once and row by row", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const { docs, log } = told(steps);
        const fresh = newDocument();
        for (const update of log) {
          expect(inspect(fresh, update)).toEqual({ is: "fit" });
          Y.applyUpdate(fresh, update);
        }
        for (const doc of [fresh, ...docs])
          expect(inspect(newDocument(), Y.encodeStateAsUpdate(doc))).toEqual({ is: "fit" });
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it("is merged with the others when it is one part of a whole document, and needs them", () => {
    const [ana, ben] = [newDocument(), newDocument()];
    const [byAna, byBen] = [writerNamed("ana"), writerNamed("ben")];
    for (let n = 0; n < 20; n += 1) {
      const id = addNote(ana, byAna, "first ");
      Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana));
      editNote(ben, byBen, id, `first, and Ben's ${n}`);
      Y.applyUpdate(ana, Y.encodeStateAsUpdate(ben));
      editNote(ana, byAna, id, `Ana's, first, and Ben's ${n}`);
    }
    const parts = wholeOf(ana, 1).map(({ update }) => update);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map((part) => inspect(newDocument(), part).is)).toContain("waiting");
    const whole = together(parts);
    expect(whole && inspect(newDocument(), whole).is).toBe("fit");
  });

  it("waits for what it follows, and says for what", () => {
    const [first = new Uint8Array(), second = new Uint8Array()] = recorded((doc) => {
      doc.getText("why").insert(0, "a");
      doc.getText("why").insert(1, "b");
    });
    const doc = newDocument();
    const found = inspect(doc, second);
    if (found.is !== "waiting") throw new Error("it should wait");
    expect(hasCome(doc, found.needs)).toBe(false);
    Y.applyUpdate(doc, first);
    expect(hasCome(doc, found.needs)).toBe(true);
    expect(inspect(doc, second).is).toBe("fit");
  });

  it.each([3_000, 6_000, 60_000])(
    "is refused when it nests %i maps, and what overwrites them then only ends what is there",
    (depth) => {
      const doc = newDocument();
      const found = deepAndOverwritten(depth).map((update) => {
        const { is } = inspect(doc, update);
        if (is === "fit") Y.applyUpdate(doc, update);
        return is;
      });
      expect(found).toEqual(["fit", "refused", "fit"]);
      expect(doc.getMap("notes").get("deep")).toBe(5);
    },
  );

  it("is refused where the nesting comes map by map, and in a document that has some of it already", () => {
    const [doc, updates] = [newDocument(), [] as Uint8Array[]];
    const source = newDocument();
    source.on("update", (update: Uint8Array) => void updates.push(update));
    let map = source.getMap<unknown>("notes");
    for (let n = 0; n < 6; n += 1) {
      const deeper = new Y.Map<unknown>();
      map.set("x", deeper);
      map = deeper;
    }
    const found = updates.map((update) => {
      const { is } = inspect(doc, update);
      if (is === "fit") Y.applyUpdate(doc, update);
      return is;
    });
    expect(found).toEqual(["fit", "fit", "refused", "waiting", "waiting", "waiting"]);
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ["a list", (doc) => doc.getMap("notes").set("x", new Y.Array())],
    ["a tree", (doc) => doc.getMap("notes").set("x", new Y.XmlElement("p"))],
    ["a tree's text", (doc) => doc.getMap("notes").set("x", new Y.XmlText("p"))],
    ["an object", (doc) => doc.getMap("notes").set("x", { deep: { deeper: 1 } })],
    ["bytes", (doc) => doc.getMap("notes").set("x", new Uint8Array(3))],
    ["a document", (doc) => doc.getMap("notes").set("x", new Y.Doc())],
    ["a look of the text", (doc) => doc.getText("why").insert(0, "bold", { bold: true })],
    ["a picture in a text", (doc) => doc.getText("why").insertEmbed(0, { image: "x" })],
  ])("is refused when it holds %s", (_name, write) => {
    const [update = new Uint8Array()] = recorded(write);
    expect(inspect(newDocument(), update)).toEqual({ is: "refused" });
  });

  it("is refused when it is no change at all, or is written in the name of the open session", () => {
    const doc = newDocument();
    const [update = new Uint8Array()] = recorded((other) => other.getText("why").insert(0, "a"), doc.clientID);
    expect(inspect(newDocument(), update).is).toBe("fit");
    expect(inspect(doc, update).is).toBe("refused");
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const fresh = newDocument();
        if (inspect(fresh, bytes).is === "fit") Y.applyUpdate(fresh, bytes);
        expect(dropsWaiting(fresh)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it("waits where it deletes what somebody has yet to write, and takes none of it away", () => {
    const [ana, ben] = [newDocument(), newDocument()];
    addNote(ana, writerNamed("ana"), "written before ");
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ana));
    const fromNowOn = deletionOf(ana.clientID, Y.getState(ana.store, ana.clientID), 2 ** 30);
    for (const doc of [ana, ben]) expect(inspect(doc, fromNowOn).is).toBe("waiting");
    const soFar = deletionOf(ana.clientID, 0, Y.getState(ana.store, ana.clientID));
    expect(inspect(ben, soFar).is).toBe("fit");
  });

  it("waits where it deletes much that is not there, and 30,000 that wait leave nothing in the document", () => {
    const doc = newDocument();
    for (const update of [...deletions(4_000), ...waitingFor(30_000)]) expect(inspect(doc, update).is).toBe("waiting");
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
  });

  it("is refused where thousands would stand at one place", () => {
    const crowd = together(
      Array.from(
        { length: 2_001 },
        (_, at) => recorded((doc) => doc.getText("why").insert(0, "a"), at + 1)[0] ?? new Uint8Array(),
      ),
    );
    expect(crowd && inspect(newDocument(), crowd)).toEqual({ is: "refused" });
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ["at the start of a text", (doc) => doc.getText("why").insert(0, "a")],
    ["under one key", (doc) => doc.getMap("notes").set("key", 1)],
  ])(
    "is refused where thousands would come to stand %s change by change, and not what is written elsewhere",
    (_name, write) => {
      const doc = newDocument();
      const found = crowds(40, 500, write).map((update) => {
        const { is } = inspect(doc, update);
        if (is === "fit") Y.applyUpdate(doc, update);
        return is;
      });
      expect(found.slice(0, 1)).toEqual(["fit"]);
      expect(found.slice(4).every((is) => is === "refused")).toBe(true);
      const note = recorded((other) => void addNote(other, writerNamed("ben"), "words"));
      for (const update of note) expect(inspect(doc, update).is).toBe("fit");
    },
  );

  it("is merged at a crowded place when it was written by somebody who had all of it", () => {
    const doc = newDocument();
    for (const update of crowds(1, 1_900, (other) => other.getText("why").insert(0, "a"))) Y.applyUpdate(doc, update);
    const ben = newDocument();
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(doc));
    const before = Y.encodeStateVector(ben);
    for (const at of [0, 900, ben.getText("why").length]) ben.getText("why").insert(at, "Ben’s words ");
    expect(inspect(doc, Y.encodeStateAsUpdate(ben, before)).is).toBe("fit");
  });
});

function recorded(work: (doc: Y.Doc) => void, session?: number): Uint8Array[] {
  const doc = new Y.Doc();
  if (session !== undefined) doc.clientID = session;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => void updates.push(update));
  work(doc);
  return updates;
}

/** What two phones wrote, change by change, and their documents at the end. */
function told(steps: Step[]): { docs: CaseDoc[]; log: Uint8Array[] } {
  const phones = ["ana", "ben"].map((name) => ({ by: writerNamed(name), doc: newDocument() }));
  const docs = phones.map(({ doc }) => doc);
  const log: Uint8Array[] = [];
  for (const doc of docs)
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "pulled") log.push(update);
    });
  for (const { who, act, pick, meet } of steps) {
    const phone = phones[who];
    if (phone) act(phone.doc, phone.by, pick);
    if (meet) for (const other of docs) pull(other, log);
  }
  return { docs, log };
}

function pull(doc: CaseDoc, log: Uint8Array[]): void {
  for (const update of log) Y.applyUpdate(doc, update, "pulled");
}
