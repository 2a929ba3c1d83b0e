import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseDoc, Writer } from "../../../src/domain/case/document";
import { deleteEntry, type EntryKind, entryKinds, restoreEntry } from "../../../src/domain/case/entries";
import { allDeleted, allSpoken } from "../../../src/domain/case/everyKind";
import { contactEntries } from "../../../src/domain/contacts/contacts";
import { decisionEntries } from "../../../src/domain/decide/decisions";
import { optionEntries, pointEntries } from "../../../src/domain/decide/options";
import { doctorEntries } from "../../../src/domain/doctors/doctors";
import { allergyEntries, conditionEntries, symptomEntries } from "../../../src/domain/health/health";
import { addMedicine, medicineEntries } from "../../../src/domain/health/medicines";
import { addNote } from "../../../src/domain/journal/notes";
import { letterEntries } from "../../../src/domain/letters/letterEntries";
import { opinionEntries } from "../../../src/domain/opinions/opinionEntries";
import { addQuestion } from "../../../src/domain/questions/questions";
import { reasonEntries } from "../../../src/domain/reasons/reasons";
import { addRecord } from "../../../src/domain/records/records";
import { taskEntries } from "../../../src/domain/tasks/tasks";
import { visitEntries } from "../../../src/domain/visits/visits";
import { exchange, twoPhones } from "./twoDocs";

type Add = (doc: CaseDoc, writer: Writer, words: string) => string;

const add: Record<EntryKind, Add> = {
  notes: (doc, writer, words) => addNote(doc, writer, words),
  questions: (doc, writer, words) => addQuestion(doc, writer, words),
  records: (doc, writer, what) => addRecord(doc, writer, { what }),
  medicines: (doc, writer, name) => addMedicine(doc, writer, { name }),
  visits: (doc, writer, who) => visitEntries.add(doc, writer, { who }),
  reasons: (doc, writer, words) => reasonEntries.add(doc, writer, {}, { words }),
  conditions: (doc, writer, name) => conditionEntries.add(doc, writer, { name }),
  allergies: (doc, writer, to) => allergyEntries.add(doc, writer, { to }),
  symptoms: (doc, writer, what) => symptomEntries.add(doc, writer, { what }),
  letters: (doc, writer, holder) => letterEntries.add(doc, writer, { holder }),
  doctors: (doc, writer, name) => doctorEntries.add(doc, writer, { name }),
  opinions: (doc, writer, recommended) => opinionEntries.add(doc, writer, {}, { recommended }),
  options: (doc, writer, name) => optionEntries.add(doc, writer, { name }),
  points: (doc, writer, words) => pointEntries.add(doc, writer, {}, { words }),
  decisions: (doc, writer, why) => decisionEntries.add(doc, writer, {}, { why }),
  tasks: (doc, writer, what) => taskEntries.add(doc, writer, { what }),
  contacts: (doc, writer, name) => contactEntries.add(doc, writer, { name }),
};

const anyKind = fc.constantFrom(...entryKinds);
const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== "");
const written = fc.array(fc.record({ kind: anyKind, words, byAna: fc.boolean(), isDeleted: fc.boolean() }), {
  maxLength: 25,
});

function spoken(doc: CaseDoc): string[] {
  return allSpoken(doc).map(({ kind, entry, words: said }) => `${kind} ${entry.id} ${said.join("|")}`);
}

describe("entries of every kind", () => {
  it("are all there on both phones after both wrote at once, whatever they wrote and deleted", () => {
    fc.assert(
      fc.property(written, (entries) => {
        const { ana, ben, byAna, byBen } = twoPhones();
        for (const entry of entries) {
          const [doc, writer] = entry.byAna ? [ana, byAna] : [ben, byBen];
          const id = add[entry.kind](doc, writer, entry.words);
          if (entry.isDeleted) deleteEntry(doc, entry.kind, id, writer);
        }
        exchange(ana, ben);
        expect(allSpoken(ana).length).toBe(entries.filter(({ isDeleted }) => !isDeleted).length);
        expect(allDeleted(ana).length).toBe(entries.filter(({ isDeleted }) => isDeleted).length);
        expect(spoken(ben)).toEqual(spoken(ana));
        const said = [...allSpoken(ana), ...allDeleted(ana)].flatMap((one) => one.words).sort();
        expect(said).toEqual(entries.map((entry) => entry.words).sort());
      }),
    );
  });

  it.each(entryKinds)("come back after they were deleted: %s", (kind) => {
    const { ana, byAna } = twoPhones();
    const id = add[kind](ana, byAna, "Left knee");
    deleteEntry(ana, kind, id, byAna);
    expect(allSpoken(ana)).toEqual([]);
    restoreEntry(ana, kind, id);
    expect(allSpoken(ana).map((one) => one.words)).toEqual([["Left knee"]]);
  });

  it("hold 10,000 letters, emoji and right-to-left names as they were typed", () => {
    const { ana, byAna } = twoPhones();
    for (const text of ["n".repeat(10_000), "👩‍👧‍👦 knee", "ركبة أمي اليسرى"]) {
      const before = allSpoken(ana).length;
      for (const kind of entryKinds) add[kind](ana, byAna, text);
      expect(allSpoken(ana).length).toBe(before + entryKinds.length);
    }
    const texts = new Set(allSpoken(ana).flatMap((one) => one.words));
    expect(texts.size).toBe(3);
  });
});

describe("a short field that two phones write at once", () => {
  it("keeps both doses, until someone chooses", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = addMedicine(ana, byAna, { name: "Amlodipine", dose: "5 mg" });
    exchange(ana, ben);
    medicineEntries.set(ana, byAna, id, { dose: "10 mg" });
    medicineEntries.set(ben, byBen, id, { dose: "2.5 mg" });
    exchange(ana, ben);
    const dose = medicineEntries.find(ana, id)?.dose;
    expect([dose?.value, ...(dose?.others ?? [])].sort()).toEqual(["10 mg", "2.5 mg"]);
    medicineEntries.set(ben, byBen, id, { dose: "5 mg" });
    exchange(ana, ben);
    expect(medicineEntries.find(ana, id)?.dose).toEqual({ value: "5 mg", others: [] });
  });
});

describe("a set of ids", () => {
  it("takes what both phones added, and an addition wins over a removal at the same time", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = letterEntries.add(ana, byAna, { holder: "City Clinic" });
    letterEntries.mark(ana, byAna, id, "records", "mri", true);
    exchange(ana, ben);
    letterEntries.mark(ana, byAna, id, "records", "x-ray", true);
    letterEntries.mark(ben, byBen, id, "records", "slides", true);
    letterEntries.mark(ben, byBen, id, "records", "mri", false);
    exchange(ana, ben);
    expect(letterEntries.find(ana, id)?.records).toEqual(["slides", "x-ray"]);
    letterEntries.mark(ana, byAna, id, "records", "slides", false);
    letterEntries.mark(ben, byBen, id, "records", "slides", true);
    exchange(ana, ben);
    expect(letterEntries.find(ana, id)?.records).toEqual(letterEntries.find(ben, id)?.records);
    expect(letterEntries.find(ana, id)?.records).toContain("x-ray");
  });
});
