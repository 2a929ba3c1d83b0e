// What others removed from a case, found from its changes, and brought back: in real documents that exchange every
// change.
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type CaseDoc, newDocument } from "../../../src/domain/case/document";
import { deleteEntry } from "../../../src/domain/case/entries";
import { enterPerson } from "../../../src/domain/case/people";
import { type Removal, removals, type Told, tellingRemovals } from "../../../src/domain/changes/asItWas";
import { bringBack, isBack } from "../../../src/domain/changes/bringBack";
import { decideBy, setDecideBy } from "../../../src/domain/decideBy/decideBy";
import { addMedicine, medicineEntries, setMedicine } from "../../../src/domain/health/medicines";
import { addNote, editNote, notes } from "../../../src/domain/journal/notes";
import { editSayBack, sayBack } from "../../../src/domain/visits/visits";
import { wipe, writeOverNotes } from "../../hostile/attacks";
import { exchange, twoPhones } from "./twoDocs";

/** Two phones whose changes are rows of one log, each merged at once by the other. */
function shared() {
  const phones = twoPhones();
  const rows: Told[] = [];
  const sends = (from: CaseDoc, to: CaseDoc, device: string) =>
    from.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === "sent") return;
      rows.push({ update, device, isOwn: device === "a", at: "2026-11-22T14:05:00.000Z", needs: undefined });
      Y.applyUpdate(to, update, "sent");
    });
  sends(phones.ana, phones.ben, "a");
  sends(phones.ben, phones.ana, "b");
  return { ...phones, rows };
}

const texts = (doc: CaseDoc) => notes(doc).map(({ text }) => text);
const summed = (found: Removal[]) =>
  found.map(({ name, lost }) => [name, lost.filter(({ isRemoved }) => isRemoved).length, lost.length]);

describe("a case as it was before", () => {
  it("tells who removed how much, and gives back all of it: entries, fields of the case, words of the patient, people", () => {
    const { ana, ben, byAna, byBen, rows } = shared();
    enterPerson(ben, byBen, "Ben", "b");
    for (const text of ["one", "two", "three"]) addNote(ana, byAna, text);
    addMedicine(ana, byAna, { name: "Amlodipine", dose: "5 mg" });
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    editSayBack(ana, "visit", "He said six weeks.");
    const before = JSON.stringify([texts(ana), medicineEntries.list(ana), decideBy(ana)]);
    expect(removals(rows)).toEqual([]);
    ben.transact(() => wipe(ben));
    expect([texts(ana), sayBack(ana, "visit")]).toEqual([[], ""]);
    const [found, ...others] = removals(rows);
    if (!found) throw new Error("nothing was found");
    expect([found.name, others]).toEqual(["Ben", []]);
    expect(isBack(ana, byAna, found)).toBe(false);
    bringBack(ana, byAna, found);
    expect(JSON.stringify([texts(ana), medicineEntries.list(ana), decideBy(ana)])).toBe(before);
    expect(sayBack(ana, "visit")).toBe("He said six weeks.");
    expect(texts(ben)).toEqual(texts(ana));
    expect(isBack(ana, byAna, found)).toBe(true);
    const after = Y.encodeStateAsUpdate(ana);
    bringBack(ana, byAna, found);
    expect(Y.encodeStateAsUpdate(ana)).toEqual(after);
  });

  it("puts what was written over beside what was written since, and loses neither", () => {
    const { ana, ben, byAna, rows } = shared();
    const note = addNote(ana, byAna, "The knee, since the spring.");
    writeOverNotes(ben);
    editNote(ana, byAna, note, "Nothing. And my own words.");
    const [found] = removals(rows);
    if (!found) throw new Error("nothing was found");
    bringBack(ana, byAna, found);
    expect(texts(ana)).toEqual(["The knee, since the spring.\n\nNothing. And my own words."]);
    bringBack(ana, byAna, found);
    expect(texts(ana)).toEqual(["The knee, since the spring.\n\nNothing. And my own words."]);
  });

  it("gives back an entry in whose place something else was put", () => {
    const { ana, ben, byAna, rows } = shared();
    const note = addNote(ana, byAna, "The knee.");
    ben.getMap("notes").set(note, 5);
    expect(texts(ana)).toEqual([]);
    const [found] = removals(rows);
    if (found) bringBack(ana, byAna, found);
    expect(texts(ana)).toEqual(["The knee."]);
  });

  it("keeps both doses until the person chooses, and shows again what was hidden", () => {
    const { ana, ben, byAna, byBen, rows } = shared();
    const medicine = addMedicine(ana, byAna, { name: "Amlodipine", dose: "5 mg" });
    const note = addNote(ana, byAna, "one");
    setMedicine(ben, byBen, medicine, { dose: "50 mg" });
    deleteEntry(ben, "notes", note, byBen);
    const found = removals(rows);
    expect(summed(found)).toEqual([["", 1, 2]]);
    for (const removal of found) bringBack(ana, byAna, removal);
    const { value, others } = medicineEntries.find(ana, medicine)?.dose ?? { value: "", others: [] };
    expect([value, ...others].sort()).toEqual(["5 mg", "50 mg"]);
    expect(texts(ana)).toEqual(["one"]);
  });

  it("says nothing of what one's own phones removed, and of words that others only added", () => {
    const { ana, ben, byAna, byBen, rows } = shared();
    const [mine, other] = [addNote(ana, byAna, "one"), addNote(ana, byAna, "a long word")];
    deleteEntry(ana, "notes", mine, byAna);
    editNote(ben, byBen, other, "And then: a long word, and more");
    addNote(ben, byBen, "of Ben's");
    expect(removals(rows)).toEqual([]);
  });

  it("is the same when two phones bring the same back at once", () => {
    const { ana, ben, byAna, rows } = shared();
    addNote(ana, byAna, "one");
    wipe(ben);
    const [found] = removals(rows);
    if (!found) throw new Error("nothing was found");
    const tablet = newDocument();
    const phone = newDocument();
    for (const doc of [phone, tablet]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(ana));
    bringBack(phone, byAna, found);
    bringBack(tablet, byAna, found);
    exchange(phone, tablet);
    expect([texts(phone), texts(tablet)]).toEqual([["one"], ["one"]]);
  });

  it("takes no list for a text and no text for a list, whatever somebody put there", () => {
    const { ana, ben, byAna, rows } = shared();
    addNote(ana, byAna, "one");
    const other = newDocument();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(ben));
    other.getText("notes").insert(0, "a text among the notes");
    other.getMap("sayBack/visit").set("a note", new Y.Map([["text", "in the text"]]));
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(other));
    other.getText("notes").delete(0, 22);
    other.getMap("sayBack/visit").delete("a note");
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(other));
    for (const id of [...ben.getMap("notes").keys()]) ben.getMap("notes").delete(id);
    editSayBack(ana, "visit", "six weeks");
    for (const removal of removals(rows)) bringBack(ana, byAna, removal);
    expect([texts(ana), sayBack(ana, "visit")]).toEqual([["one"], "six weeks"]);
  });

  it("is told of 3,000 changes", () => {
    const { ana, ben, byAna, rows } = shared();
    for (let n = 0; n < 3_000; n += 1) addNote(ana, byAna, `note ${n}`);
    wipe(ben);
    const [found] = removals(rows);
    expect(found?.lost.length).toBe(3_000);
    if (found) bringBack(ana, byAna, found);
    expect(texts(ana).length).toBe(3_000);
  }, 60_000);

  it("is told of 1,000 changes of an entry with 1,000 fields, and lets go of the thread after each change", () => {
    const { ana, ben, byAna, rows } = shared();
    addNote(ana, byAna, "one");
    const fields = Array.from({ length: 1_000 }, (_, n) => [`field ${n}#1`, "written by Ben"] as const);
    const wide = ben.getMap("notes").set("wide", new Y.Map(fields));
    for (let n = 0; n < 1_000; n += 1) wide.set("title#1", `${n}`);
    wipe(ben);
    const telling = tellingRemovals(rows);
    let turns = 0;
    let next = telling.next();
    for (; !next.done; next = telling.next()) turns += 1;
    expect(turns).toBe(rows.length);
    expect(summed(next.value)).toEqual([["", 2, 2]]);
    for (const removal of next.value) bringBack(ana, byAna, removal);
    expect(texts(ana)).toContain("one");
  });
});
