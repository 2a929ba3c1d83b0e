import { describe, expect, it } from "vitest";
import { setDecideBy } from "../../../src/domain/decideBy/decideBy";
import { factsOf, warningsOf } from "../../../src/domain/journey/facts";
import { journey } from "../../../src/domain/journey/journey";
import { letterEntries } from "../../../src/domain/letters/letterEntries";
import { reasonEntries } from "../../../src/domain/reasons/reasons";
import { addRecord, setRecord } from "../../../src/domain/records/records";
import { addVisit, setVisit } from "../../../src/domain/visits/visits";
import { answerTimeOf } from "./answerTimes";
import { exchange, twoPhones } from "./twoDocs";

const NOW = "2026-11-22T12:00";
const VISIT = "2026-12-03T10:30";

describe("the deadline check of a case", () => {
  it("F2: goes on to the visit once the doctor has answered in words; while nobody has asked, asking comes first", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const next = () => journey(ana, NOW, answerTimeOf).next;
    reasonEntries.add(ana, byAna, { which: "doubts" });
    addVisit(ana, byAna, { who: "Dr Lindqvist", part: "second", when: VISIT });
    expect([next(), warningsOf(ana, NOW, factsOf(ana, NOW, answerTimeOf))]).toEqual([
      "ask-decide-by",
      [{ code: "no-date" }],
    ]);
    setDecideBy(ana, byAna, { words: "  ", saidBy: "Dr Osei" });
    expect(next()).toBe("ask-decide-by");
    setDecideBy(ana, byAna, { words: "There is no rush." });
    expect(next()).not.toBe("ask-decide-by");
    expect(warningsOf(ana, NOW, factsOf(ana, NOW, answerTimeOf))).toEqual([]);
    // One phone empties the words while the other one writes them: what was written still counts.
    exchange(ana, ben);
    setDecideBy(ana, byAna, { words: "" });
    setDecideBy(ben, byBen, { words: "No hurry at all." });
    exchange(ana, ben);
    expect(factsOf(ana, NOW, answerTimeOf).decideByWords).toBe("No hurry at all.");
    expect(next()).not.toBe("ask-decide-by");
    setDecideBy(ana, byAna, { words: "" });
    expect(next()).toBe("ask-decide-by");
  });

  it("F2: reads visits, letters and records from what is written down", () => {
    const { ana, byAna } = twoPhones();
    const found = () => warningsOf(ana, NOW, factsOf(ana, NOW, answerTimeOf)).map(({ code }) => code);
    expect(found()).toEqual(["no-date"]);
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    expect(found()).toEqual(["no-visit-before"]);
    const visit = addVisit(ana, byAna, { who: "Dr Lindqvist", when: "2026-12-16T10:30" });
    expect(found()).toEqual(["visit-after-date"]);
    setVisit(ana, byAna, visit, { when: VISIT });
    expect(found()).toEqual([]);
    const record = addRecord(ana, byAna, { what: "MRI pictures" });
    expect(found()).toEqual([]);
    const letter = letterEntries.add(ana, byAna, { holder: "City Clinic", country: "US", sentOn: "2026-11-20" });
    letterEntries.mark(ana, byAna, letter, "records", record, true);
    expect(found()).toEqual(["records-late"]);
    letterEntries.set(ana, byAna, letter, { answeredOn: "2026-11-21" });
    setRecord(ana, byAna, record, { status: "have" });
    expect(found()).toEqual([]);
  });

  it("R2: reminds of no letter whose records have all come one by one, nor by a rule of a country it does not name", () => {
    const { ana, byAna } = twoPhones();
    const facts = () => factsOf(ana, NOW, (country) => answerTimeOf(country || "US"));
    const record = addRecord(ana, byAna, { what: "MRI pictures", status: "asked", askedOn: "2026-10-01" });
    const letter = letterEntries.add(ana, byAna, { holder: "City Clinic", country: "US", sentOn: "2026-10-01" });
    letterEntries.mark(ana, byAna, letter, "records", record, true);
    expect(facts().overdue).toEqual({ id: letter, holder: "City Clinic" });
    letterEntries.set(ana, byAna, letter, { country: "" });
    expect(facts()).toMatchObject({ overdue: null, awaited: [{ id: letter, due: null }] });
    letterEntries.set(ana, byAna, letter, { country: "US" });
    setRecord(ana, byAna, record, { status: "have" });
    expect(facts()).toMatchObject({ overdue: null, awaited: [] });
    letterEntries.mark(ana, byAna, letter, "records", record, false);
    expect(facts().overdue?.id).toBe(letter);
    letterEntries.set(ana, byAna, letter, { sentOn: "9999-12-25" });
    expect(facts().overdue).toBeNull();
  });

  it("F2: a physiotherapist's visit neither counts as another opinion nor comes too late", () => {
    const { ana, byAna } = twoPhones();
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    addVisit(ana, byAna, { who: "Physio", part: "other", when: "2026-12-20T10:30" });
    expect(warningsOf(ana, NOW, factsOf(ana, NOW, answerTimeOf)).map(({ code }) => code)).toEqual(["no-visit-before"]);
  });
});
