import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deleteEntry, restoreEntry } from "../../../src/domain/case/entries";
import { searchCase } from "../../../src/domain/case/search";
import { decideBy, setDecideBy } from "../../../src/domain/decideBy/decideBy";
import {
  addMedicine,
  medicineEntries,
  medicineList,
  setMedicine,
  setNoMedicines,
} from "../../../src/domain/health/medicines";
import { addNote, editNote, noteEntries, notes } from "../../../src/domain/journal/notes";
import { addQuestion } from "../../../src/domain/questions/questions";
import { addRecord, records, setRecord } from "../../../src/domain/records/records";
import { addVisit, editSayBack, setVisit, visits } from "../../../src/domain/visits/visits";
import * as letters from "../../../src/i18n/folding";
import { exchange, twoPhones } from "./twoDocs";

describe("notes", () => {
  it("take any text exactly as typed, step by step", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "binary", maxLength: 30 }), { minLength: 1, maxLength: 8 }),
        (versions) => {
          const { ana, byAna } = twoPhones();
          const id = addNote(ana, byAna, "");
          for (const version of versions) {
            editNote(ana, byAna, id, version);
            expect(notes(ana)[0]?.text).toBe(version);
          }
        },
      ),
    );
  });

  it("keep both people's words when both write into one at once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), fc.nat(), fc.nat(), (base, at, other) => {
        const { ana, ben, byAna, byBen } = twoPhones();
        const id = addNote(ana, byAna, base);
        exchange(ana, ben);
        const letters = [...base];
        const insert = (where: number, words: string) =>
          letters.toSpliced(where % (letters.length + 1), 0, words).join("");
        editNote(ana, byAna, id, insert(at, "«physio twice a week»"));
        editNote(ben, byBen, id, insert(other, "«look again in March»"));
        exchange(ana, ben);
        const text = notes(ana)[0]?.text ?? "";
        expect(text).toContain("«physio twice a week»");
        expect(text).toContain("«look again in March»");
        expect(notes(ben)[0]?.text).toBe(text);
      }),
    );
  });

  it("come back with what someone else typed after they were deleted", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = addNote(ana, byAna, "Physio.");
    exchange(ana, ben);
    deleteEntry(ana, "notes", id, byAna);
    editNote(ben, byBen, id, "Physio. Twice a week.");
    exchange(ana, ben);
    expect(notes(ben)).toEqual([]);
    expect(noteEntries.deleted(ben)[0]?.text).toBe("Physio. Twice a week.");
    restoreEntry(ben, "notes", id);
    exchange(ana, ben);
    expect(notes(ana)[0]?.text).toBe("Physio. Twice a week.");
  });

  it("are the same array while nothing changed, so that a screen need not draw again", () => {
    const { ana, byAna } = twoPhones();
    const first = addNote(ana, byAna, "one");
    const untouched = addNote(ana, byAna, "two");
    const before = notes(ana);
    expect(notes(ana)).toBe(before);
    editNote(ana, byAna, first, "one more");
    const after = notes(ana);
    expect(after).not.toBe(before);
    expect(after.find((note) => note.id === untouched)).toBe(before.find((note) => note.id === untouched));
  });
});

describe("short fields", () => {
  it("keep both values when two phones write at once, until someone chooses", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = addMedicine(ana, byAna, { name: "Amlodipine", dose: "5 mg" });
    exchange(ana, ben);
    setMedicine(ana, byAna, id, { dose: "10 mg" });
    setMedicine(ben, byBen, id, { dose: "2.5 mg" });
    exchange(ana, ben);
    for (const doc of [ana, ben]) {
      const list = medicineList(doc);
      const dose = list.state === "listed" ? list.medicines[0]?.dose : undefined;
      expect([dose?.value, ...(dose?.others ?? [])].sort()).toEqual(["10 mg", "2.5 mg"]);
    }
    setMedicine(ben, byBen, id, { dose: "10 mg" });
    exchange(ana, ben);
    const chosen = medicineList(ana);
    expect(chosen.state === "listed" && chosen.medicines[0]?.dose).toEqual({ value: "10 mg", others: [] });
  });

  it("of a medicine say who changed the dose last: nobody at first, and both who did at once", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = addMedicine(ana, byAna, { name: "Amlodipine", dose: "5 mg" });
    const doseBy = () => medicineEntries.find(ana, id)?.doseBy;
    expect(doseBy()).toEqual([]);
    exchange(ana, ben);
    setMedicine(ben, byBen, id, { name: "Amlodipin" });
    exchange(ana, ben);
    expect(doseBy()).toEqual([]);
    setMedicine(ben, byBen, id, { howOften: "twice a day" });
    exchange(ana, ben);
    expect(doseBy()).toEqual(["ben"]);
    setMedicine(ana, byAna, id, { dose: "10 mg" });
    expect(doseBy()).toEqual(["ana"]);
    exchange(ana, ben);
    setMedicine(ana, byAna, id, { dose: "15 mg" });
    setMedicine(ben, byBen, id, { dose: "2.5 mg" });
    exchange(ana, ben);
    expect(doseBy()).toEqual(["ana", "ben"]);
  });

  it("do the same for dates, places and the decide-by words", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const visit = addVisit(ana, byAna, { who: "Dr Lindqvist" });
    const record = addRecord(ana, byAna, { what: "MRI" });
    exchange(ana, ben);
    setVisit(ana, byAna, visit, { when: "2026-12-03T10:30" });
    setVisit(ben, byBen, visit, { when: "2026-12-04T09:00" });
    setRecord(ana, byAna, record, { status: "asked" });
    setRecord(ben, byBen, record, { status: "have" });
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    setDecideBy(ben, byBen, { date: "2026-12-15" });
    exchange(ana, ben);
    for (const field of [visits(ana)[0]?.when, records(ana)[0]?.status, decideBy(ana).date]) {
      expect(field?.others).toHaveLength(1);
    }
  });

  it("say nothing of a conflict when both wrote the same", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    setDecideBy(ben, byBen, { date: "2026-12-14" });
    exchange(ana, ben);
    expect(decideBy(ana).date).toEqual({ value: "2026-12-14", others: [] });
  });
});

describe("medicines", () => {
  it('tell "none" from "not recorded", and a list from both', () => {
    const { ana, byAna } = twoPhones();
    expect(medicineList(ana)).toEqual({ state: "not-recorded" });
    setNoMedicines(ana, byAna, true);
    expect(medicineList(ana).state).toBe("none");
    addMedicine(ana, byAna, { name: "Paracetamol" });
    expect(medicineList(ana).state).toBe("listed");
  });
});

describe("search", () => {
  it("finds a visit by what was said back there, and both values of a field that two phones wrote at once", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const visit = addVisit(ana, byAna, { who: "Dr L" });
    const other = addVisit(ana, byAna, { who: "Dr Osei" });
    editSayBack(ana, visit, "So, in my own words: exercise first.");
    exchange(ana, ben);
    setVisit(ana, byAna, visit, { who: "Dr Lindqvist" });
    setVisit(ben, byBen, visit, { who: "Dr Lindgren" });
    exchange(ana, ben);
    for (const words of ["own words exercise", "lindqvist", "lindgren"]) {
      expect(searchCase(ana, words, letters).map(({ id }) => id)).toEqual([visit]);
    }
    expect(searchCase(ana, "osei", letters).map(({ id }) => id)).toEqual([other]);
  });

  it("finds every kind by all its words, whatever case and accents", () => {
    const { ana, byAna } = twoPhones();
    addNote(ana, byAna, "Ménisque déchiré, exercise first");
    addQuestion(ana, byAna, "Is the meniscus torn?");
    addMedicine(ana, byAna, { name: "Paracetamol", dose: "500 mg" });
    expect(searchCase(ana, "menisque EXERCISE", letters).map((hit) => hit.kind)).toEqual(["notes"]);
    expect(searchCase(ana, "meniscus", letters).map((hit) => hit.kind)).toEqual(["questions"]);
    expect(searchCase(ana, "500", letters).map((hit) => hit.kind)).toEqual(["medicines"]);
    expect(searchCase(ana, "  ", letters)).toEqual([]);
  });

  it.each([
    ["doctor's", "The doctor’s letter"],
    ["doctor’s", "The doctor's letter"],
    ["lodz", "A clinic in Łódź"],
    ["ŁÓDŹ", "a clinic in lodz"],
    ["strasse", "Burgstraße 3"],
    ["soren kjaer", "Søren Kjær"],
    ["MRİ", "mri of the knee"],
    ["mrı", "MRI of the knee"],
    ["follow-up", "follow up in May"],
    ["xray", "X‑ray of the knee"],
    ["“knee”", "the knee"],
    ["what did the MRI say", "They say the MRI is clear"],
    ["what", "What to ask"],
  ])("finds “%s” in “%s”", (query, text) => {
    const { ana, byAna } = twoPhones();
    addNote(ana, byAna, text);
    addNote(ana, byAna, "Nothing of it");
    expect(searchCase(ana, query, letters).map((hit) => hit.text)).toEqual([text]);
  });
});
