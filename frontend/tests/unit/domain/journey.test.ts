import { describe, expect, it } from "vitest";
import type { CaseDoc } from "../../../src/domain/case/document";
import { deleteEntry, restoreEntry } from "../../../src/domain/case/entries";
import { decisionEntries, NOT_YET } from "../../../src/domain/decide/decisions";
import { setDecideBy } from "../../../src/domain/decideBy/decideBy";
import { doctorEntries } from "../../../src/domain/doctors/doctors";
import { setNoMedicines } from "../../../src/domain/health/medicines";
import { addNote } from "../../../src/domain/journal/notes";
import { factsOf, warningsOf } from "../../../src/domain/journey/facts";
import { journey } from "../../../src/domain/journey/journey";
import { letterEntries } from "../../../src/domain/letters/letterEntries";
import { opinionEntries, opinionRows } from "../../../src/domain/opinions/opinionEntries";
import { setVerdict } from "../../../src/domain/opinions/verdicts";
import { addQuestion } from "../../../src/domain/questions/questions";
import { reasonEntries, sayAsking } from "../../../src/domain/reasons/reasons";
import { addRecord, setRecord } from "../../../src/domain/records/records";
import { taskEntries, tickTask } from "../../../src/domain/tasks/tasks";
import { addVisit, setVisit } from "../../../src/domain/visits/visits";
import { answerTimeOf } from "./answerTimes";
import { twoPhones } from "./twoDocs";

const NOW = "2026-11-22T12:00";
const VISIT = "2026-12-03T10:30";
const AT_VISIT = "2026-12-03T10:45";
const AFTER = "2026-12-04T09:00";

describe("the journey", () => {
  it("walks a case from its first reason to its decision, one next step at a time", () => {
    const { ana, byAna } = twoPhones();
    const next = (now = NOW) => journey(ana, now, answerTimeOf).next;
    const stage = (now = NOW) => journey(ana, now, answerTimeOf).now;

    expect([next(), stage()]).toEqual(["write-reasons", "reasons"]);
    reasonEntries.add(ana, byAna, { which: "doubts" });
    expect([next(), stage()]).toEqual(["ask-decide-by", "reasons"]);
    setDecideBy(ana, byAna, { date: "2026-12-14", words: "Let us know by the 14th." });
    expect([next(), stage()]).toEqual(["say-asking", "reasons"]);
    sayAsking(ana, byAna, "yes");
    expect([next(), stage()]).toEqual(["write-questions", "prepare"]);
    addQuestion(ana, byAna, "What if I wait?");
    expect(next()).toBe("list-records");
    const record = addRecord(ana, byAna, { what: "MRI pictures" });
    expect(next()).toBe("ask-for-records");
    setRecord(ana, byAna, record, { status: "asked" });
    const letter = letterEntries.add(ana, byAna, { holder: "City Clinic", country: "US", sentOn: "2026-10-20" });
    letterEntries.mark(ana, byAna, letter, "records", record, true);
    // Thirty-three days after it was sent, but nobody knows when they got it.
    expect(next()).toBe("list-medicines");
    letterEntries.set(ana, byAna, letter, { arrivedOn: "2026-10-22" });
    expect(next()).toBe("remind-clinic");
    letterEntries.set(ana, byAna, letter, { answeredOn: "2026-11-22" });
    setRecord(ana, byAna, record, { status: "have" });
    expect(next()).toBe("list-medicines");
    setNoMedicines(ana, byAna, true);
    expect([next(), stage()]).toEqual(["look-for-doctors", "choose"]);
    const sheet = doctorEntries.add(ana, byAna, { name: "Dr Lindqvist" });
    expect([next(), stage()]).toEqual(["plan-visit", "choose"]);
    doctorEntries.set(ana, byAna, sheet, { chosen: "yes" });
    const visit = addVisit(ana, byAna, { who: "Dr Lindqvist", part: "second" });
    expect([next(), stage()]).toEqual(["plan-visit", "visit"]);
    setVisit(ana, byAna, visit, { when: VISIT });
    expect(next()).toBe("go-prepared");

    expect([next(AT_VISIT), stage(AT_VISIT)]).toEqual([null, "visit"]);
    expect(next(AFTER)).toBe("write-what-was-said");
    addNote(ana, byAna, "Exercise first.", visit);
    expect([next(AFTER), stage(AFTER)]).toEqual(["write-opinion", "compare"]);
    const second = opinionEntries.add(ana, byAna, { visit: visit, on: "2026-12-03" }, { diagnosis: "Worn joint" });
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
    expect(journey(ana, AFTER, answerTimeOf)).toMatchObject({ next: "decided", facts: { decided: "Exercise first" } });
    expect(warningsOf(ana, AFTER, factsOf(ana, AFTER, answerTimeOf))).toEqual([]);
  });

  it("does not count a worry or a doctor that was begun and never written", () => {
    const { ana, byAna } = twoPhones();
    const counted = () => {
      const { reasons, doctors } = factsOf(ana, NOW, answerTimeOf);
      return [reasons, doctors];
    };
    const worry = reasonEntries.add(ana, byAna);
    reasonEntries.add(ana, byAna, { which: "own" }, { words: "  " });
    const doctor = doctorEntries.add(ana, byAna);
    doctorEntries.set(ana, byAna, doctor, { name: "", academic: "" });
    expect(counted()).toEqual([0, 0]);
    expect(journey(ana, NOW)).toMatchObject({ next: "write-reasons", done: { reasons: false } });
    reasonEntries.write(ana, worry, "words", "It runs in the family.");
    reasonEntries.add(ana, byAna, { which: "doubts" });
    doctorEntries.set(ana, byAna, doctor, { research: "no" });
    expect(counted()).toEqual([2, 1]);
    expect(journey(ana, NOW)).toMatchObject({ done: { reasons: false } });
    deleteEntry(ana, "doctors", doctor, byAna);
    deleteEntry(ana, "reasons", worry, byAna);
    expect(counted()).toEqual([1, 0]);
    restoreEntry(ana, "doctors", doctor);
    expect(counted()).toEqual([1, 1]);
  });

  it("asks whose visit it was when nobody has said, before it goes on", () => {
    const { ana, byAna } = twoPhones();
    const visit = addVisit(ana, byAna, { who: "Dr Osei", when: "2026-10-08T09:15" });
    addNote(ana, byAna, "Operate in January.", visit);
    expect(journey(ana, NOW).next).toBe("name-visit");
    setVisit(ana, byAna, visit, { part: "first" });
    expect(journey(ana, NOW).next).toBe("write-reasons");
  });

  it("compares before it goes to the visit with the first doctor, and goes there before deciding", () => {
    const { ana, byAna } = twoPhones();
    reasonEntries.add(ana, byAna, {});
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    const visit = addVisit(ana, byAna, { who: "Dr Lindqvist", part: "second", when: "2026-11-20T10:00" });
    addVisit(ana, byAna, { who: "Dr Osei", part: "first", when: "2026-12-10T10:00" });
    const words = Object.fromEntries(opinionRows.map((row) => [row, row]));
    const first = opinionEntries.add(ana, byAna, { who: "Dr Osei", on: "2026-10-08" }, words);
    const second = opinionEntries.add(ana, byAna, { visit: visit, on: "2026-11-20" }, words);
    expect(journey(ana, NOW).next).toBe("compare");
    for (const row of ["diagnosis", "recommended"] as const) setVerdict(ana, byAna, first, second, row, "same");
    expect(journey(ana, NOW).next).toBe("go-prepared");
  });

  it("names its stages done by what is written down, in any order", () => {
    const { ana, byAna } = twoPhones();
    decisionEntries.add(ana, byAna, {}, { what: "Wait" });
    expect(journey(ana, NOW)).toMatchObject({
      done: { decide: true, reasons: false },
      now: "reasons",
      next: "decided",
    });
  });
});

describe("a visit within a day", () => {
  const near = (doc: CaseDoc, now: string) => factsOf(doc, now, answerTimeOf).near;

  it("D4: comes before all advice from 24 hours before until it is over; what else is to do is said besides it", () => {
    const { ana, byAna } = twoPhones();
    reasonEntries.add(ana, byAna, { which: "doubts" });
    addQuestion(ana, byAna, "What if I wait?");
    const visit = addVisit(ana, byAna, { who: "Dr Lindqvist", part: "second", when: VISIT });
    const at = (now: string) => [near(ana, now).map(({ isNow }) => isNow), journey(ana, now).next];
    expect(at("2026-12-02T10:29")).toEqual([[], "ask-decide-by"]);
    expect(at("2026-12-02T10:30")).toEqual([[false], "ask-decide-by"]);
    setDecideBy(ana, byAna, { words: "There is no rush." });
    setNoMedicines(ana, byAna, true);
    setRecord(ana, byAna, addRecord(ana, byAna, { what: "MRI" }), { status: "have" });
    expect(at("2026-12-01T10:30")).toEqual([[], "look-over-questions"]);
    expect(at("2026-12-03T10:29")).toEqual([[false], "look-over-questions"]);
    expect(at("2026-12-03T10:30")).toEqual([[true], null]);
    expect(at("2026-12-03T23:59")[0]).toEqual([true]);
    expect(near(ana, VISIT)).toEqual([{ id: visit, who: "Dr Lindqvist", when: VISIT, isNow: true }]);
    setVisit(ana, byAna, visit, { endedAt: "2026-12-03T11:05:00.000Z" });
    expect(at("2026-12-03T11:06")).toEqual([[], "write-what-was-said"]);
  });

  it("D4: of two the earlier one is first, one whose time has passed today is now, and one of another day is none", () => {
    const { ana, byAna } = twoPhones();
    const ids = ["2026-12-03T14:00", "2026-12-03T10:30", "2026-12-02T16:00", "2026-12-04T12:31", ""].map((when) =>
      addVisit(ana, byAna, { who: when, when }),
    );
    expect(near(ana, "2026-12-03T12:30").map(({ id, isNow }) => [id, isNow])).toEqual([
      [ids[1], true],
      [ids[0], false],
    ]);
    expect(near(ana, "2026-12-03T12:31").map(({ id }) => id)).toEqual([ids[1], ids[0], ids[3]]);
  });

  it("D4: with a day and no hour is near on the day before and on the day itself", () => {
    const { ana, byAna } = twoPhones();
    addVisit(ana, byAna, { when: "2026-12-03" });
    const count = (now: string) => near(ana, now).filter(({ isNow }) => !isNow).length;
    expect(["2026-12-01T23:59", "2026-12-02T00:00", "2026-12-03T23:59", "2026-12-04T00:00"].map(count)).toEqual([
      0, 1, 1, 0,
    ]);
  });

  it("D4: that was over before its hour is past: what was said there is written down next", () => {
    const { ana, byAna } = twoPhones();
    addVisit(ana, byAna, {
      who: "Dr Lindqvist",
      part: "second",
      when: VISIT,
      endedAt: "2026-12-03T10:10:00.000Z",
    });
    const facts = factsOf(ana, "2026-12-03T10:15", answerTimeOf);
    expect(facts).toMatchObject({ near: [], upcoming: null, wasHeard: true, silent: { when: VISIT } });
    expect(journey(ana, "2026-12-03T10:15").next).toBe("write-what-was-said");
  });

  it("D4: is over, too, once somebody has written down what the doctor said there", () => {
    const { ana, byAna } = twoPhones();
    const visit = addVisit(ana, byAna, { who: "Dr Lindqvist", part: "second", when: VISIT });
    opinionEntries.add(ana, byAna, { visit: visit }, { diagnosis: "Worn joint" });
    expect(near(ana, "2026-12-03T10:29")).toHaveLength(1);
    expect(near(ana, AT_VISIT)).toEqual([]);
  });
});
