import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseDoc } from "../../../src/domain/case/document";
import { deleteEntry } from "../../../src/domain/case/entries";
import {
  bookVisit,
  comparedFacts,
  type Doctor,
  doctorEntries,
  doctors,
  visitsTo,
} from "../../../src/domain/doctors/doctors";
import { setVisit, visits } from "../../../src/domain/visits/visits";
import { doctorName, factText } from "../../../src/ui/screens/doctors/factText";
import { exchange, twoPhones } from "./twoDocs";

function only(doc: CaseDoc): Doctor {
  const [first] = doctors(doc);
  if (first === undefined) throw new Error("no sheet");
  return first;
}

describe("the sheet of a doctor one may ask", () => {
  it("P4: the chosen one becomes a visit for the second opinion, with name and place", () => {
    const { ana, byAna } = twoPhones();
    doctorEntries.add(ana, byAna, { name: " Dr Lindqvist ", place: "Lake Hospital" });
    const visit = bookVisit(ana, byAna, only(ana));
    const [booked] = visits(ana);
    expect(booked?.id).toBe(visit);
    expect([booked?.who.value, booked?.where.value, booked?.part.value]).toEqual([
      "Dr Lindqvist",
      "Lake Hospital",
      "second",
    ]);
    expect(visitsTo(ana, only(ana).id).map(({ id }) => id)).toEqual([visit]);
  });

  it("P4: two doctors of one name stay two, each with its own visits", () => {
    const { ana, byAna } = twoPhones();
    doctorEntries.add(ana, byAna, { name: "Dr Lee" });
    doctorEntries.add(ana, byAna, { name: "Dr Lee" });
    const [first, second] = doctors(ana);
    if (!first || !second) throw new Error("two sheets are missing");
    bookVisit(ana, byAna, second);
    expect(visitsTo(ana, first.id)).toEqual([]);
    expect(visitsTo(ana, second.id).length).toBe(1);
  });

  it("P4: a visit can be given to another sheet, and a deleted sheet leaves its visit alone", () => {
    const { ana, byAna } = twoPhones();
    const first = doctorEntries.add(ana, byAna, { name: "Dr Lee" });
    const second = doctorEntries.add(ana, byAna, { name: "Dr Mbeki" });
    const visit = bookVisit(ana, byAna, only(ana));
    setVisit(ana, byAna, visit, { doctor: second });
    expect([visitsTo(ana, first).length, visitsTo(ana, second).length]).toEqual([0, 1]);
    deleteEntry(ana, "doctors", second, byAna);
    expect(visits(ana).map(({ who }) => who.value)).toEqual(["Dr Lee"]);
  });

  it("C1: what is known of this illness, and where it was found out, are two facts of the table", () => {
    const { ana, byAna } = twoPhones();
    doctorEntries.add(ana, byAna, { experience: "60 a year", experienceCheckedAt: "front desk" });
    expect(comparedFacts).toContain("experience");
    expect(factText(only(ana), "experience")).toBe("60 a year");
    expect(factText(only(ana), "experienceCheckedAt")).toBe("front desk");
  });

  it("C2: who named the doctor is shown, with the name of that person", () => {
    const { ana, byAna } = twoPhones();
    doctorEntries.add(ana, byAna, { suggestedBy: "own-doctor", suggestedByWhom: "Dr Osei" });
    expect(factText(only(ana), "suggestedBy")).toBe("My own doctor: Dr Osei");
    doctorEntries.set(ana, byAna, only(ana).id, { suggestedBy: "" });
    expect(factText(only(ana), "suggestedBy")).toBe("Dr Osei");
  });

  it("C2: both names are shown when two phones wrote who named the doctor", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = doctorEntries.add(ana, byAna, { suggestedBy: "own-doctor" });
    exchange(ana, ben);
    doctorEntries.set(ana, byAna, id, { suggestedByWhom: "Dr Osei" });
    doctorEntries.set(ben, byBen, id, { suggestedByWhom: "Dr Weiss" });
    exchange(ana, ben);
    expect(factText(only(ana), "suggestedBy")).toMatch(/^My own doctor: (Dr Osei \/ Dr Weiss|Dr Weiss \/ Dr Osei)$/);
  });

  it("C3: papers are yes, no or not known, with where and when; “no” is not the same as “not known”", () => {
    const { ana, byAna } = twoPhones();
    const id = doctorEntries.add(ana, byAna, { name: "Dr Lee" });
    expect(factText(only(ana), "credentials")).toBe("");
    doctorEntries.set(ana, byAna, id, { credentials: "no", credentialsCheckedOn: "2026-11-20" });
    expect(factText(only(ana), "credentials")).toBe("No");
    expect(factText(only(ana), "credentialsCheckedOn")).toContain("2026");
    doctorEntries.set(ana, byAna, id, { credentialsCheckedOn: "0202-11-20" });
    expect(factText(only(ana), "credentialsCheckedOn")).not.toBe("");
  });

  it("C4: two phones that answer differently leave both answers, in the sheet and in the table", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = doctorEntries.add(ana, byAna, { name: "Dr Lee" });
    exchange(ana, ben);
    doctorEntries.set(ana, byAna, id, { academic: "yes" });
    doctorEntries.set(ben, byBen, id, { academic: "no" });
    exchange(ana, ben);
    expect([only(ana).academic.value, ...only(ana).academic.others].sort()).toEqual(["no", "yes"]);
    expect(factText(only(ben), "academic").split(" / ").sort()).toEqual(["No", "Yes"]);
  });

  it("C4: the doctors stand as they were written down, never by what is known of them", () => {
    const academic = fc.constantFrom("yes" as const, "no" as const, "" as const);
    const sheets = fc.array(fc.record({ academic, research: academic, independent: academic, wait: fc.string() }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(sheets, (given) => {
        const { ana, byAna } = twoPhones();
        const ids = given.map((fields) => doctorEntries.add(ana, byAna, { name: "Dr Lee", ...fields }));
        expect(doctors(ana).map(({ id }) => id)).toEqual(ids);
      }),
    );
  });

  it("is empty only while nothing at all was written: one answer or one word is enough to keep it", () => {
    const { ana, byAna } = twoPhones();
    const id = doctorEntries.add(ana, byAna);
    expect(doctorEntries.isBlank(only(ana))).toBe(true);
    doctorEntries.set(ana, byAna, id, { research: "no" });
    expect(doctorEntries.isBlank(only(ana))).toBe(false);
    doctorEntries.set(ana, byAna, id, { research: "" });
    doctorEntries.write(ana, id, "notes", "Speaks Polish");
    expect(doctorEntries.isBlank(only(ana))).toBe(false);
  });

  it("is not empty while one phone emptied what the other wrote at the same time, whichever stands first", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const phones = [
      { doc: ana, writer: byAna },
      { doc: ben, writer: byBen },
    ] as const;
    for (const [clearing, writing] of [phones, phones.toReversed()]) {
      const id = doctorEntries.add(ana, byAna, { name: "Dr L" });
      exchange(ana, ben);
      if (clearing) doctorEntries.set(clearing.doc, clearing.writer, id, { name: "" });
      if (writing) doctorEntries.set(writing.doc, writing.writer, id, { name: "Dr Lee" });
      exchange(ana, ben);
      const sheet = doctorEntries.find(ana, id);
      expect(sheet && doctorEntries.isBlank(sheet)).toBe(false);
      expect(sheet && doctorEntries.wordsOf(sheet)).toEqual(["Dr Lee"]);
    }
  });

  it("is called by name, else by place, else it says that it has none", () => {
    const { ana, byAna } = twoPhones();
    const id = doctorEntries.add(ana, byAna);
    expect(doctorName(only(ana))).toBe("A doctor without a name");
    doctorEntries.set(ana, byAna, id, { place: "Lake Hospital" });
    expect(doctorName(only(ana))).toBe("Lake Hospital");
    doctorEntries.set(ana, byAna, id, { name: "د. الكندي 🩺" });
    expect(doctorName(only(ana))).toBe("د. الكندي 🩺");
  });
});
