import { describe, expect, it } from "vitest";
import { sayAsking } from "../../../src/domain/asking";
import { concernEntries } from "../../../src/domain/concerns";
import { addConsultation, setConsultation } from "../../../src/domain/consultations";
import { setDecideBy } from "../../../src/domain/decideBy";
import { decisionEntries, NOT_YET } from "../../../src/domain/decisions";
import type { CaseDoc } from "../../../src/domain/document";
import { deleteEntry, restoreEntry } from "../../../src/domain/entries";
import { factsOf, warningsOf } from "../../../src/domain/facts";
import { journey } from "../../../src/domain/journey";
import { setNoMedicines } from "../../../src/domain/medicines";
import { addNote } from "../../../src/domain/notes";
import { opinionEntries, opinionRows } from "../../../src/domain/opinionEntries";
import { addQuestion, editAnswer, editQuestion } from "../../../src/domain/questions";
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
    expect([next(), stage()]).toEqual(["ask-decide-by", "whether"]);
    setDecideBy(ana, byAna, { date: "2026-12-14", words: "Let us know by the 14th." });
    expect([next(), stage()]).toEqual(["say-whether", "whether"]);
    sayAsking(ana, byAna, "yes");
    expect([next(), stage()]).toEqual(["write-questions", "prepare"]);
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
    const sheet = specialistEntries.add(ana, byAna, { name: "Dr Lindqvist" });
    expect([next(), stage()]).toEqual(["plan-consultation", "choose"]);
    specialistEntries.set(ana, byAna, sheet, { chosen: "yes" });
    const visit = addConsultation(ana, byAna, { who: "Dr Lindqvist", part: "second" });
    expect([next(), stage()]).toEqual(["plan-consultation", "consult"]);
    setConsultation(ana, byAna, visit, { when: VISIT });
    expect(next()).toBe("go-prepared");

    expect([next(AT_VISIT), stage(AT_VISIT)]).toEqual([null, "consult"]);
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
    expect(journey(ana, NOW)).toMatchObject({ done: { whether: false } });
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

describe("a visit within a day", () => {
  const near = (doc: CaseDoc, now: string) => factsOf(doc, now, clockOf).near;

  it("D4: comes before all advice from 24 hours before until it is over; what else is to do is said besides it", () => {
    const { ana, byAna } = twoPhones();
    concernEntries.add(ana, byAna, { reason: "doubts" });
    addQuestion(ana, byAna, "What if I wait?");
    const visit = addConsultation(ana, byAna, { who: "Dr Lindqvist", part: "second", when: VISIT });
    const at = (now: string) => [near(ana, now).map(({ isNow }) => isNow), journey(ana, now).next];
    expect(at("2026-12-02T10:29")).toEqual([[], "ask-decide-by"]);
    expect(at("2026-12-02T10:30")).toEqual([[false], "ask-decide-by"]);
    setDecideBy(ana, byAna, { words: "There is no rush." });
    setNoMedicines(ana, byAna, true);
    setRecord(ana, byAna, addRecord(ana, byAna, { what: "MRI" }), { status: "have" });
    expect(at("2026-12-01T10:30")).toEqual([[], "go-prepared"]);
    expect(at("2026-12-03T10:29")).toEqual([[false], null]);
    expect(at("2026-12-03T10:30")).toEqual([[true], null]);
    expect(at("2026-12-03T23:59")[0]).toEqual([true]);
    expect(near(ana, VISIT)).toEqual([{ id: visit, who: "Dr Lindqvist", when: VISIT, isNow: true }]);
    setConsultation(ana, byAna, visit, { endedAt: "2026-12-03T11:05:00.000Z" });
    expect(at("2026-12-03T11:06")).toEqual([[], "write-what-was-said"]);
  });

  it("D4: of two the earlier one is first, one whose time has passed today is now, and one of another day is none", () => {
    const { ana, byAna } = twoPhones();
    const ids = ["2026-12-03T14:00", "2026-12-03T10:30", "2026-12-02T16:00", "2026-12-04T12:31", ""].map((when) =>
      addConsultation(ana, byAna, { who: when, when }),
    );
    expect(near(ana, "2026-12-03T12:30").map(({ id, isNow }) => [id, isNow])).toEqual([
      [ids[1], true],
      [ids[0], false],
    ]);
    expect(near(ana, "2026-12-03T12:31").map(({ id }) => id)).toEqual([ids[1], ids[0], ids[3]]);
  });

  it("D4: with a day and no hour is near on the day before and on the day itself", () => {
    const { ana, byAna } = twoPhones();
    addConsultation(ana, byAna, { when: "2026-12-03" });
    const count = (now: string) => near(ana, now).filter(({ isNow }) => !isNow).length;
    expect(["2026-12-01T23:59", "2026-12-02T00:00", "2026-12-03T23:59", "2026-12-04T00:00"].map(count)).toEqual([
      0, 1, 1, 0,
    ]);
  });

  it("D4: that was over before its hour is past: what was said there is written down next", () => {
    const { ana, byAna } = twoPhones();
    addConsultation(ana, byAna, {
      who: "Dr Lindqvist",
      part: "second",
      when: VISIT,
      endedAt: "2026-12-03T10:10:00.000Z",
    });
    const facts = factsOf(ana, "2026-12-03T10:15", clockOf);
    expect(facts).toMatchObject({ near: [], upcoming: null, wasHeard: true, silent: { when: VISIT } });
    expect(journey(ana, "2026-12-03T10:15").next).toBe("write-what-was-said");
  });

  it("D4: is over, too, once somebody has written down what the doctor said there", () => {
    const { ana, byAna } = twoPhones();
    const visit = addConsultation(ana, byAna, { who: "Dr Lindqvist", part: "second", when: VISIT });
    opinionEntries.add(ana, byAna, { consultation: visit }, { diagnosis: "Worn joint" });
    expect(near(ana, "2026-12-03T10:29")).toHaveLength(1);
    expect(near(ana, AT_VISIT)).toEqual([]);
  });
});

describe("a tick on the way", () => {
  const done = (doc: CaseDoc, now = NOW) => journey(doc, now, clockOf).done;

  it("W1: “Decide whether to ask” is done when the person says so, not by a worry, a question, a doctor or a visit", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    concernEntries.add(ana, byAna, { reason: "doubts" });
    addQuestion(ana, byAna, "What if I wait?");
    specialistEntries.add(ana, byAna, { name: "Dr Lindqvist" });
    addConsultation(ana, byAna, { who: "Dr Lindqvist", part: "second", when: VISIT });
    expect(done(ana).whether).toBe(false);
    for (const [answer, isDone] of [
      ["unsure", false],
      ["yes", true],
      ["not-now", true],
    ] as const) {
      sayAsking(ana, byAna, answer);
      expect(done(ana).whether).toBe(isDone);
    }
    exchange(ana, ben);
    sayAsking(ana, byAna, "yes");
    sayAsking(ben, byBen, "unsure");
    exchange(ana, ben);
    for (const doc of [ana, ben]) expect(done(doc).whether).toBe(false);
  });

  it("W1: whoever does not ask for now is told so, until a visit is planned", () => {
    const { ana, byAna } = twoPhones();
    sayAsking(ana, byAna, "not-now");
    expect(journey(ana, NOW).next).toBe("not-asking");
    addConsultation(ana, byAna, { who: "Dr Lindqvist", part: "second", when: VISIT });
    expect(journey(ana, NOW).next).toBe("ask-decide-by");
  });

  it("P1: “Prepare” is done when nothing that is written down is missing, on no phone and in no letter", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const blank = addQuestion(ana, byAna, " ");
    const record = addRecord(ana, byAna, { what: "MRI", status: "have" });
    setNoMedicines(ana, byAna, true);
    expect(done(ana).prepare).toBe(false);
    editQuestion(ana, blank, "What if I wait?");
    expect(done(ana).prepare).toBe(true);
    const letter = requestEntries.add(ana, byAna, { holder: "City Clinic", sentOn: "2026-11-20" });
    expect(done(ana).prepare).toBe(false);
    requestEntries.set(ana, byAna, letter, { answeredOn: "2026-11-21" });
    exchange(ana, ben);
    setRecord(ana, byAna, record, { status: "asked" });
    setRecord(ben, byBen, record, { status: "have" });
    exchange(ana, ben);
    for (const doc of [ana, ben]) expect(done(doc).prepare).toBe(false);
  });

  it("C1: “Choose a doctor” is done when one was named as the one to ask, not by a sheet or a planned visit", () => {
    const { ana, byAna } = twoPhones();
    const sheet = specialistEntries.add(ana, byAna, { name: "Dr Lindqvist" });
    const visit = addConsultation(ana, byAna, { who: "Dr Amadi", part: "second", specialist: sheet, when: VISIT });
    const chosen = () => [done(ana).choose, factsOf(ana, NOW, clockOf).chosen];
    expect(chosen()).toEqual([false, null]);
    specialistEntries.set(ana, byAna, sheet, { chosen: "yes" });
    expect(chosen()).toEqual([true, "Dr Lindqvist"]);
    deleteEntry(ana, "specialists", sheet, byAna);
    expect(chosen()).toEqual([false, null]);
    setConsultation(ana, byAna, visit, { chosen: "yes" });
    expect(chosen()).toEqual([true, "Dr Amadi"]);
    setConsultation(ana, byAna, visit, { chosen: "" });
    expect(chosen()).toEqual([false, null]);
  });

  it("D4: “Go to the visit” is done when something shows that it took place, not when its hour has passed", () => {
    const { ana, byAna } = twoPhones();
    const visit = addConsultation(ana, byAna, { who: "Dr Lindqvist", part: "second", when: VISIT });
    expect([done(ana, AFTER).consult, done(ana, AFTER).choose]).toEqual([false, false]);
    const question = addQuestion(ana, byAna, "What if I wait?");
    editAnswer(ana, byAna, question, "Nothing bad.", visit);
    expect([done(ana, AFTER).consult, done(ana, AFTER).choose]).toEqual([true, true]);
    expect(done(ana, NOW).consult).toBe(false);
    editAnswer(ana, byAna, question, "");
    expect(done(ana, AFTER).consult).toBe(false);
    setConsultation(ana, byAna, visit, { endedAt: "2026-12-03T11:00:00.000Z" });
    expect(done(ana, AFTER).choose).toBe(true);
    addConsultation(ana, byAna, { who: "Dr Amadi", part: "further", when: "2026-12-20T10:00" });
    expect(done(ana, AFTER).consult).toBe(false);
  });

  it("A3: “Compare” is done when every doctor’s words are marked, and not while two phones mark them differently", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const words = { diagnosis: "Torn", recommended: "Operate" };
    const first = opinionEntries.add(ana, byAna, { who: "Dr Osei", on: "2026-10-08", whose: "first" }, words);
    const add = (who: string) => opinionEntries.add(ana, byAna, { who, on: "2026-12-03", whose: "later" }, words);
    const mark = (later: string) => {
      for (const row of ["diagnosis", "recommended"] as const) setVerdict(ana, byAna, first, later, row, "same");
    };
    const second = add("Dr Lindqvist");
    expect(done(ana).compare).toBe(false);
    mark(second);
    expect(done(ana).compare).toBe(true);
    const third = add("Dr Amadi");
    expect(done(ana).compare).toBe(false);
    mark(third);
    exchange(ana, ben);
    setVerdict(ana, byAna, first, third, "diagnosis", "partly");
    setVerdict(ben, byBen, first, third, "diagnosis", "different");
    exchange(ana, ben);
    for (const doc of [ana, ben]) expect(done(doc).compare).toBe(false);
  });

  it("A4: “Decide” is done by the decision that stands last, and not while it is said to be none or two at once", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    decisionEntries.add(ana, byAna, { on: "2026-12-05" }, { what: "Exercise first" });
    expect(done(ana).decide).toBe(true);
    const later = decisionEntries.add(ana, byAna, { on: "2026-12-10", option: NOT_YET });
    expect(done(ana).decide).toBe(false);
    exchange(ana, ben);
    decisionEntries.set(ana, byAna, later, { option: "exercise" });
    decisionEntries.set(ben, byBen, later, { option: "operation" });
    exchange(ana, ben);
    for (const doc of [ana, ben]) expect(done(doc).decide).toBe(false);
    decisionEntries.set(ana, byAna, later, { option: "exercise" });
    expect(done(ana).decide).toBe(true);
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
