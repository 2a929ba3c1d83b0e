import { describe, expect, it } from "vitest";
import { symptomEntries } from "../../../src/domain/health/health";
import { opinionEntries } from "../../../src/domain/opinions/opinionEntries";
import { addQuestion, assignQuestion, comeAlong, tickQuestion } from "../../../src/domain/questions/questions";
import { addRecord, setRecord } from "../../../src/domain/records/records";
import {
  anyDoctor,
  chooseSection,
  isOnPage,
  opinionsFor,
  pastEvents,
  recordsOf,
  sectionChoice,
  sheetSections,
  topQuestions,
} from "../../../src/domain/summary/summary";
import { addVisit } from "../../../src/domain/visits/visits";
import { exchange, twoPhones } from "./twoDocs";

const today = "2026-11-22";

describe("the sections of a summary", () => {
  it("P2: are all on the page until one is left out on purpose, for that doctor alone", () => {
    const { ana, byAna } = twoPhones();
    expect(sheetSections.filter((section) => !isOnPage(ana, "v1", section))).toEqual([]);
    chooseSection(ana, byAna, "v1", "opinions", false);
    expect(sheetSections.filter((section) => !isOnPage(ana, "v1", section))).toEqual(["opinions"]);
    expect(isOnPage(ana, "v2", "opinions")).toBe(true);
    expect(isOnPage(ana, anyDoctor, "opinions")).toBe(true);
    chooseSection(ana, byAna, "v1", "opinions", true);
    expect(isOnPage(ana, "v1", "opinions")).toBe(true);
  });

  it("P2: on which two phones disagree stay on the page, and both answers are shown", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    chooseSection(ana, byAna, "v1", "symptoms", false);
    chooseSection(ben, byBen, "v1", "symptoms", true);
    exchange(ana, ben);
    const { value, others } = sectionChoice(ana, "v1", "symptoms");
    expect([value, ...others].sort()).toEqual([false, true]);
    expect(isOnPage(ana, "v1", "symptoms")).toBe(true);
    expect(isOnPage(ben, "v1", "symptoms")).toBe(true);
  });
});

describe("what stands in a summary", () => {
  it("P2: the top three are the first open questions that go along to this doctor, as in the room", () => {
    const { ana, byAna } = twoPhones();
    const [v1 = "", v2 = ""] = [1, 2].map(() => addVisit(ana, byAna, { when: "2026-12-03T10:30" }));
    const [a, b, c, d, e, f] = ["a", "b", "c", "d", "e", "f"].map((text) => addQuestion(ana, byAna, text));
    addQuestion(ana, byAna, "  ");
    assignQuestion(ana, byAna, b ?? "", v2);
    comeAlong(ana, byAna, c ?? "", v1, false);
    tickQuestion(ana, byAna, a ?? "", true);
    const topOf = (whom: string) => topQuestions(ana, whom, "2026-12-01").map(({ id }) => id);
    expect(topOf(v1)).toEqual([d, e, f]);
    expect(topOf(v2)).toEqual([b, c, d]);
    expect(topOf(anyDoctor)).toEqual([b, c, d]);
    expect(topQuestions(ana, v1, "2026-12-04").map(({ id }) => id)).toEqual([b, d, e]);
  });

  it("P2: the past holds visits, records and earlier symptoms with a day that exists, the latest first", () => {
    const { ana, byAna } = twoPhones();
    const visit = addVisit(ana, byAna, { who: "Dr Osei", when: "2026-10-09T10:30" });
    const here = addVisit(ana, byAna, { who: "Dr Lindqvist", when: "2026-11-01T10:30" });
    addVisit(ana, byAna, { who: "Dr Soon", when: "2026-12-03T10:30" });
    addVisit(ana, byAna, { who: "Dr Somewhen" });
    const record = addRecord(ana, byAna, { what: "MRI", madeOn: "2026-09-20" });
    addRecord(ana, byAna, { what: "No day" });
    addRecord(ana, byAna, { what: "No such day", madeOn: "2026-02-30" });
    addRecord(ana, byAna, { what: "", madeOn: "2026-01-01" });
    const before = symptomEntries.add(ana, byAna, { what: "Pain", on: "2026-05-04" });
    symptomEntries.add(ana, byAna, { what: "Pain", on: "2026-11-10" });
    expect(pastEvents(ana, here, today).map(({ id }) => id)).toEqual([visit, record, before]);
    expect(pastEvents(ana, anyDoctor, today).map(({ id }) => id)).toEqual([here, visit, record, before]);
    expect(pastEvents(ana, here, today)).toEqual(pastEvents(ana, here, today));
  });

  it("P2: a record is here only when no phone says otherwise", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const mri = addRecord(ana, byAna, { what: "MRI", status: "asked" });
    const report = addRecord(ana, byAna, { what: "Report", status: "have" });
    exchange(ana, ben);
    setRecord(ana, byAna, mri, { status: "have" });
    setRecord(ben, byBen, mri, { status: "need" });
    exchange(ana, ben);
    const { here, missing } = recordsOf(ana);
    expect(here.map(({ id }) => id)).toEqual([report]);
    expect(missing.map(({ id }) => id)).toEqual([mri]);
  });

  it("P2: opinions are those from before the visit that hold words", () => {
    const { ana, byAna } = twoPhones();
    const first = opinionEntries.add(ana, byAna, { visit: "v1", who: "Dr Osei" }, { diagnosis: "A tear" });
    opinionEntries.add(ana, byAna, { visit: "v2", who: "Dr Lindqvist" });
    opinionEntries.add(ana, byAna, { visit: "v3" });
    expect(opinionsFor(ana, "v2").map(({ id }) => id)).toEqual([first]);
    expect(opinionsFor(ana, anyDoctor)).toHaveLength(2);
  });
});
