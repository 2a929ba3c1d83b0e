import { describe, expect, it } from "vitest";
import type { CaseDoc } from "../../../src/domain/case/document";
import { deleteEntry } from "../../../src/domain/case/entries";
import { decisionEntries, NOT_YET } from "../../../src/domain/decide/decisions";
import { doctorEntries } from "../../../src/domain/doctors/doctors";
import { setNoMedicines } from "../../../src/domain/health/medicines";
import { factsOf } from "../../../src/domain/journey/facts";
import { journey } from "../../../src/domain/journey/journey";
import { letterEntries } from "../../../src/domain/letters/letterEntries";
import { opinionEntries } from "../../../src/domain/opinions/opinionEntries";
import { setVerdict } from "../../../src/domain/opinions/verdicts";
import { addQuestion, editAnswer, editQuestion } from "../../../src/domain/questions/questions";
import { reasonEntries, sayAsking } from "../../../src/domain/reasons/reasons";
import { addRecord, setRecord } from "../../../src/domain/records/records";
import { addVisit, setVisit } from "../../../src/domain/visits/visits";
import { answerTimeOf } from "./answerTimes";
import { exchange, twoPhones } from "./twoDocs";

const NOW = "2026-11-22T12:00";
const VISIT = "2026-12-03T10:30";
const AFTER = "2026-12-04T09:00";

describe("a tick on the way", () => {
  const done = (doc: CaseDoc, now = NOW) => journey(doc, now, answerTimeOf).done;

  it("W1: “Decide whether to ask” is done when the person says so, not by a worry, a question, a doctor or a visit", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    reasonEntries.add(ana, byAna, { which: "doubts" });
    addQuestion(ana, byAna, "What if I wait?");
    doctorEntries.add(ana, byAna, { name: "Dr Lindqvist" });
    addVisit(ana, byAna, { who: "Dr Lindqvist", part: "second", when: VISIT });
    expect(done(ana).reasons).toBe(false);
    for (const [answer, isDone] of [
      ["unsure", false],
      ["yes", true],
      ["not-now", true],
    ] as const) {
      sayAsking(ana, byAna, answer);
      expect(done(ana).reasons).toBe(isDone);
    }
    exchange(ana, ben);
    sayAsking(ana, byAna, "yes");
    sayAsking(ben, byBen, "unsure");
    exchange(ana, ben);
    for (const doc of [ana, ben]) expect(done(doc).reasons).toBe(false);
  });

  it("W1: whoever does not ask for now is told so, until a visit is planned", () => {
    const { ana, byAna } = twoPhones();
    sayAsking(ana, byAna, "not-now");
    expect(journey(ana, NOW).next).toBe("not-asking");
    addVisit(ana, byAna, { who: "Dr Lindqvist", part: "second", when: VISIT });
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
    const letter = letterEntries.add(ana, byAna, { holder: "City Clinic", sentOn: "2026-11-20" });
    expect(done(ana).prepare).toBe(false);
    letterEntries.set(ana, byAna, letter, { answeredOn: "2026-11-21" });
    exchange(ana, ben);
    setRecord(ana, byAna, record, { status: "asked" });
    setRecord(ben, byBen, record, { status: "have" });
    exchange(ana, ben);
    for (const doc of [ana, ben]) expect(done(doc).prepare).toBe(false);
  });

  it("C1: “Choose a doctor” is done when one was named as the one to ask, not by a sheet or a planned visit", () => {
    const { ana, byAna } = twoPhones();
    const sheet = doctorEntries.add(ana, byAna, { name: "Dr Lindqvist" });
    const visit = addVisit(ana, byAna, { who: "Dr Amadi", part: "second", doctor: sheet, when: VISIT });
    const chosen = () => [done(ana).choose, factsOf(ana, NOW, answerTimeOf).chosen];
    expect(chosen()).toEqual([false, null]);
    doctorEntries.set(ana, byAna, sheet, { chosen: "yes" });
    expect(chosen()).toEqual([true, "Dr Lindqvist"]);
    deleteEntry(ana, "doctors", sheet, byAna);
    expect(chosen()).toEqual([false, null]);
    setVisit(ana, byAna, visit, { chosen: "yes" });
    expect(chosen()).toEqual([true, "Dr Amadi"]);
    setVisit(ana, byAna, visit, { chosen: "" });
    expect(chosen()).toEqual([false, null]);
  });

  it("D4: “Go to the visit” is done when something shows that it took place, not when its hour has passed", () => {
    const { ana, byAna } = twoPhones();
    const visit = addVisit(ana, byAna, { who: "Dr Lindqvist", part: "second", when: VISIT });
    expect([done(ana, AFTER).visit, done(ana, AFTER).choose]).toEqual([false, false]);
    const question = addQuestion(ana, byAna, "What if I wait?");
    editAnswer(ana, byAna, question, "Nothing bad.", visit);
    expect([done(ana, AFTER).visit, done(ana, AFTER).choose]).toEqual([true, true]);
    expect(done(ana, NOW).visit).toBe(false);
    editAnswer(ana, byAna, question, "");
    expect(done(ana, AFTER).visit).toBe(false);
    setVisit(ana, byAna, visit, { endedAt: "2026-12-03T11:00:00.000Z" });
    expect(done(ana, AFTER).choose).toBe(true);
    addVisit(ana, byAna, { who: "Dr Amadi", part: "further", when: "2026-12-20T10:00" });
    expect(done(ana, AFTER).visit).toBe(false);
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
