import { describe, expect, it } from "vitest";
import { concernEntries } from "../../../src/domain/concerns";
import { addConsultation, setConsultation } from "../../../src/domain/consultations";
import { setDecideBy } from "../../../src/domain/decideBy";
import { decisionEntries, NOT_YET } from "../../../src/domain/decisions";
import { deleteEntry, restoreEntry } from "../../../src/domain/entries";
import { factsOf, warningsOf } from "../../../src/domain/facts";
import { journey } from "../../../src/domain/journey";
import { setNoMedicines } from "../../../src/domain/medicines";
import { addNote } from "../../../src/domain/notes";
import { opinionEntries, opinionRows } from "../../../src/domain/opinionEntries";
import { addQuestion } from "../../../src/domain/questions";
import { addRecord, setRecord } from "../../../src/domain/records";
import { requestEntries } from "../../../src/domain/requestEntries";
import { specialistEntries } from "../../../src/domain/specialists";
import { taskEntries, tickTask } from "../../../src/domain/tasks";
import { setVerdict } from "../../../src/domain/verdicts";
import { clockOf } from "./clocks";
import { exchange, twoPhones } from "./twoDocs";

const NOW = "2026-11-22T12:00";
const VISIT = "2026-12-03T10:30";
const AT_VISIT = "2026-12-03T10:45";
const AFTER = "2026-12-04T09:00";

describe("the journey", () => {
  it("walks a case from its first concern to its decision, one next step at a time", () => {
    const { ana, byAna } = twoPhones();
    const next = (now = NOW) => journey(ana, now, clockOf).next;
    const stage = (now = NOW) => journey(ana, now, clockOf).now;

    expect([next(), stage()]).toEqual(["write-concerns", "whether"]);
    concernEntries.add(ana, byAna, { reason: "doubts" });
    expect([next(), stage()]).toEqual(["ask-decide-by", "prepare"]);
    setDecideBy(ana, byAna, { date: "2026-12-14", words: "Let us know by the 14th." });
    expect(next()).toBe("write-questions");
    addQuestion(ana, byAna, "What if I wait?");
    expect(next()).toBe("list-records");
    const record = addRecord(ana, byAna, { what: "MRI pictures" });
    expect(next()).toBe("ask-for-records");
    setRecord(ana, byAna, record, { status: "asked" });
    const letter = requestEntries.add(ana, byAna, { holder: "City Clinic", country: "US", sentOn: "2026-10-20" });
    requestEntries.mark(ana, byAna, letter, "records", record, true);
    // Thirty-three days after it was sent, but nobody knows when they got it.
    expect(next()).toBe("list-medicines");
    requestEntries.set(ana, byAna, letter, { arrivedOn: "2026-10-22" });
    expect(next()).toBe("remind-clinic");
    requestEntries.set(ana, byAna, letter, { answeredOn: "2026-11-22" });
    setRecord(ana, byAna, record, { status: "have" });
    expect(next()).toBe("list-medicines");
    setNoMedicines(ana, byAna, true);
    expect([next(), stage()]).toEqual(["look-for-doctors", "choose"]);
    specialistEntries.add(ana, byAna, { name: "Dr Lindqvist" });
    expect(next()).toBe("plan-consultation");
    const visit = addConsultation(ana, byAna, { who: "Dr Lindqvist", part: "second" });
    expect([next(), stage()]).toEqual(["plan-consultation", "consult"]);
    setConsultation(ana, byAna, visit, { when: VISIT });
    expect(next()).toBe("go-prepared");

    expect(next(AT_VISIT)).toBe("be-at-visit");
    expect(next(AFTER)).toBe("write-what-was-said");
    addNote(ana, byAna, "Exercise first.", visit);
    expect([next(AFTER), stage(AFTER)]).toEqual(["write-opinion", "compare"]);
    const second = opinionEntries.add(
      ana,
      byAna,
      { consultation: visit, on: "2026-12-03" },
      { diagnosis: "Worn joint" },
    );
    expect(next(AFTER)).toBe("write-both-opinions");
    const first = opinionEntries.add(ana, byAna, { who: "Dr Osei", on: "2026-10-08" }, { diagnosis: "Torn meniscus" });
    expect(next(AFTER)).toBe("compare");
    setVerdict(ana, byAna, first, second, "diagnosis", "partly");
    expect(next(AFTER)).toBe("compare");
    setVerdict(ana, byAna, first, second, "recommended", "different");
    expect([next(AFTER), stage(AFTER)]).toEqual(["talk-it-over", "decide"]);
    const talk = taskEntries.add(ana, byAna, { about: "discuss", of: second });
    expect(next(AFTER)).toBe("talk-it-over");
    tickTask(ana, byAna, talk, true);
    expect(next(AFTER)).toBe("decide");
    decisionEntries.add(ana, byAna, { option: NOT_YET, on: "2026-12-05" });
    expect(next(AFTER)).toBe("decide");
    decisionEntries.add(ana, byAna, { on: "2026-12-10" }, { what: "Exercise first" });
    expect(journey(ana, AFTER, clockOf)).toMatchObject({ next: "decided", facts: { decided: "Exercise first" } });
    expect(warningsOf(ana, AFTER, factsOf(ana, AFTER, clockOf))).toEqual([]);
  });

  it("does not count a worry or a doctor that was begun and never written", () => {
    const { ana, byAna } = twoPhones();
    const counted = () => {
      const { concerns, specialists } = factsOf(ana, NOW, clockOf);
      return [concerns, specialists];
    };
    const worry = concernEntries.add(ana, byAna);
    concernEntries.add(ana, byAna, { reason: "own" }, { words: "  " });
    const doctor = specialistEntries.add(ana, byAna);
    specialistEntries.set(ana, byAna, doctor, { name: "", academic: "" });
    expect(counted()).toEqual([0, 0]);
    expect(journey(ana, NOW)).toMatchObject({ next: "write-concerns", done: { whether: false } });
    concernEntries.write(ana, worry, "words", "It runs in the family.");
    concernEntries.add(ana, byAna, { reason: "doubts" });
    specialistEntries.set(ana, byAna, doctor, { research: "no" });
    expect(counted()).toEqual([2, 1]);
    deleteEntry(ana, "specialists", doctor, byAna);
    deleteEntry(ana, "concerns", worry, byAna);
    expect(counted()).toEqual([1, 0]);
    restoreEntry(ana, "specialists", doctor);
    expect(counted()).toEqual([1, 1]);
  });

  it("asks whose visit it was when nobody has said, before it goes on", () => {
    const { ana, byAna } = twoPhones();
    const visit = addConsultation(ana, byAna, { who: "Dr Osei", when: "2026-10-08T09:15" });
    addNote(ana, byAna, "Operate in January.", visit);
    expect(journey(ana, NOW).next).toBe("name-visit");
    setConsultation(ana, byAna, visit, { part: "first" });
    expect(journey(ana, NOW).next).toBe("write-concerns");
  });

  it("compares before it goes to the visit with the first doctor, and goes there before deciding", () => {
    const { ana, byAna } = twoPhones();
    concernEntries.add(ana, byAna, {});
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    const visit = addConsultation(ana, byAna, { who: "Dr Lindqvist", part: "second", when: "2026-11-20T10:00" });
    addConsultation(ana, byAna, { who: "Dr Osei", part: "first", when: "2026-12-10T10:00" });
    const words = Object.fromEntries(opinionRows.map((row) => [row, row]));
    const first = opinionEntries.add(ana, byAna, { who: "Dr Osei", on: "2026-10-08" }, words);
    const second = opinionEntries.add(ana, byAna, { consultation: visit, on: "2026-11-20" }, words);
    expect(journey(ana, NOW).next).toBe("compare");
    for (const row of ["diagnosis", "recommended"] as const) setVerdict(ana, byAna, first, second, row, "same");
    expect(journey(ana, NOW).next).toBe("go-prepared");
  });

  it("names its stages done by what is written down, in any order", () => {
    const { ana, byAna } = twoPhones();
    decisionEntries.add(ana, byAna, {}, { what: "Wait" });
    expect(journey(ana, NOW)).toMatchObject({
      done: { decide: true, whether: false },
      now: "whether",
      next: "decided",
    });
  });
});

describe("the decide-by guard of a case", () => {
  it("F2: goes on to the visit once the doctor has answered in words; while nobody has asked, asking comes first", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const next = () => journey(ana, NOW, clockOf).next;
    concernEntries.add(ana, byAna, { reason: "doubts" });
    addConsultation(ana, byAna, { who: "Dr Lindqvist", part: "second", when: VISIT });
    expect([next(), warningsOf(ana, NOW, factsOf(ana, NOW, clockOf))]).toEqual([
      "ask-decide-by",
      [{ code: "no-date" }],
    ]);
    setDecideBy(ana, byAna, { words: "  ", saidBy: "Dr Osei" });
    expect(next()).toBe("ask-decide-by");
    setDecideBy(ana, byAna, { words: "There is no rush." });
    expect(next()).not.toBe("ask-decide-by");
    expect(warningsOf(ana, NOW, factsOf(ana, NOW, clockOf))).toEqual([]);
    // One phone empties the words while the other one writes them: what was said still counts.
    exchange(ana, ben);
    setDecideBy(ana, byAna, { words: "" });
    setDecideBy(ben, byBen, { words: "No hurry at all." });
    exchange(ana, ben);
    expect(factsOf(ana, NOW, clockOf).decideByWords).toBe("No hurry at all.");
    expect(next()).not.toBe("ask-decide-by");
    setDecideBy(ana, byAna, { words: "" });
    expect(next()).toBe("ask-decide-by");
  });

  it("F2: reads visits, letters and records from what is written down", () => {
    const { ana, byAna } = twoPhones();
    const found = () => warningsOf(ana, NOW, factsOf(ana, NOW, clockOf)).map(({ code }) => code);
    expect(found()).toEqual(["no-date"]);
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    expect(found()).toEqual(["no-visit-before"]);
    const visit = addConsultation(ana, byAna, { who: "Dr Lindqvist", when: "2026-12-16T10:30" });
    expect(found()).toEqual(["visit-after-date"]);
    setConsultation(ana, byAna, visit, { when: VISIT });
    expect(found()).toEqual([]);
    const record = addRecord(ana, byAna, { what: "MRI pictures" });
    expect(found()).toEqual([]);
    const letter = requestEntries.add(ana, byAna, { holder: "City Clinic", country: "US", sentOn: "2026-11-20" });
    requestEntries.mark(ana, byAna, letter, "records", record, true);
    expect(found()).toEqual(["records-late"]);
    requestEntries.set(ana, byAna, letter, { answeredOn: "2026-11-21" });
    setRecord(ana, byAna, record, { status: "have" });
    expect(found()).toEqual([]);
  });

  it("R2: reminds of no letter whose records have all come one by one, nor by a rule of a country it does not name", () => {
    const { ana, byAna } = twoPhones();
    const facts = () => factsOf(ana, NOW, (country) => clockOf(country || "US"));
    const record = addRecord(ana, byAna, { what: "MRI pictures", status: "asked", askedOn: "2026-10-01" });
    const letter = requestEntries.add(ana, byAna, { holder: "City Clinic", country: "US", sentOn: "2026-10-01" });
    requestEntries.mark(ana, byAna, letter, "records", record, true);
    expect(facts().overdue).toEqual({ id: letter, holder: "City Clinic" });
    requestEntries.set(ana, byAna, letter, { country: "" });
    expect(facts()).toMatchObject({ overdue: null, awaited: [{ id: letter, due: null }] });
    requestEntries.set(ana, byAna, letter, { country: "US" });
    setRecord(ana, byAna, record, { status: "have" });
    expect(facts()).toMatchObject({ overdue: null, awaited: [] });
    requestEntries.mark(ana, byAna, letter, "records", record, false);
    expect(facts().overdue?.id).toBe(letter);
    requestEntries.set(ana, byAna, letter, { sentOn: "9999-12-25" });
    expect(facts().overdue).toBeNull();
  });

  it("F2: a physiotherapist's visit neither counts as another opinion nor comes too late", () => {
    const { ana, byAna } = twoPhones();
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    addConsultation(ana, byAna, { who: "Physio", part: "other", when: "2026-12-20T10:30" });
    expect(warningsOf(ana, NOW, factsOf(ana, NOW, clockOf)).map(({ code }) => code)).toEqual(["no-visit-before"]);
  });
});
