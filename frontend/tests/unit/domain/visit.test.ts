import { describe, expect, it } from "vitest";
import type { CaseDoc } from "../../../src/domain/case/document";
import { deleteEntry } from "../../../src/domain/case/entries";
import { addMedicine, setMedicine, setNoMedicines } from "../../../src/domain/health/medicines";
import { addNote } from "../../../src/domain/journal/notes";
import { opinionEntries, opinions } from "../../../src/domain/opinions/opinionEntries";
import { questions } from "../../../src/domain/questions/questionEntries";
import { addQuestion, assignQuestion, tickQuestion } from "../../../src/domain/questions/questions";
import { addRecord } from "../../../src/domain/records/records";
import { setSeenNote } from "../../../src/domain/seen/seenNotes";
import { taskEntries } from "../../../src/domain/tasks/tasks";
import { addNextStep, endVisit, nextSteps, openOpinion } from "../../../src/domain/visits/afterVisit";
import { recordsToBring } from "../../../src/domain/visits/bring";
import { isEmptyVisit } from "../../../src/domain/visits/emptyVisit";
import { goingAlong, visitingOf } from "../../../src/domain/visits/goingAlong";
import { checkMedicines, medicinesCheck, uncheckMedicines } from "../../../src/domain/visits/medicinesCheck";
import { addVisit, editSayBack, sayBack, setVisit, type Visit, visits } from "../../../src/domain/visits/visits";
import { linesFor, openingOf } from "../../../src/ui/screens/visits/openingLines";
import { exchange, twoPhones } from "./twoDocs";
import { aVisit } from "./visitStage";

function only(doc: CaseDoc): Visit {
  const [first] = visits(doc);
  if (first === undefined) throw new Error("no visit");
  return first;
}

describe("before a visit", () => {
  it("D1: every line offered for a second opinion is an honest one; a first visit or another errand gets none", () => {
    for (const part of ["second", "further", ""] as const) {
      expect(linesFor(part).length).toBeGreaterThanOrEqual(3);
      for (const line of linesFor(part)) expect(line).toMatch(/second|another doctor/i);
    }
    expect([...linesFor("first"), ...linesFor("other")]).toEqual([]);
    expect(linesFor("second").join()).toContain("you are the second");
    expect(linesFor("further").join()).not.toContain("you are the second");
  });

  it("D1: the room begins with the patient's own words when there are any", () => {
    const { ana, byAna, id } = aVisit();
    expect(openingOf(ana, only(ana))).toBe(linesFor("second")[0]);
    setVisit(ana, byAna, id, { opening: "Please look with fresh eyes." });
    expect(openingOf(ana, only(ana))).toBe("Please look with fresh eyes.");
    setVisit(ana, byAna, id, { opening: "  ", part: "first" });
    expect(openingOf(ana, only(ana))).toBe("");
  });

  it("D2: a checked list is stale after any change to it, and checked again once it is as it was", () => {
    const { ana, byAna, id } = aVisit();
    const state = () => medicinesCheck(ana, only(ana));
    const medicine = addMedicine(ana, byAna, { name: "Amlodipine", dose: "5 mg" });
    expect(state()).toBe("not-checked");
    checkMedicines(ana, byAna, id);
    expect(state()).toBe("checked");
    setMedicine(ana, byAna, medicine, { dose: "10 mg" });
    expect(state()).toBe("stale");
    setMedicine(ana, byAna, medicine, { dose: "5 mg" });
    expect(state()).toBe("checked");
    const second = addMedicine(ana, byAna, {});
    expect(state()).toBe("checked");
    setMedicine(ana, byAna, second, { name: "Paracetamol" });
    expect(state()).toBe("stale");
    checkMedicines(ana, byAna, id);
    deleteEntry(ana, "medicines", second, byAna);
    expect(state()).toBe("stale");
    uncheckMedicines(ana, byAna, id);
    expect(state()).toBe("not-checked");
  });

  it("D2: a dose that came from another phone makes the check stale, whatever its clock says", () => {
    const { ana, ben, byAna, byBen, id } = aVisit();
    const medicine = addMedicine(ana, byAna, { name: "Amlodipine", dose: "5 mg" });
    exchange(ana, ben);
    setMedicine(ben, { ...byBen, now: () => "2020-01-01T00:00:00.000Z" }, medicine, { dose: "2.5 mg" });
    checkMedicines(ana, byAna, id);
    exchange(ana, ben);
    expect([medicinesCheck(ana, only(ana)), medicinesCheck(ben, only(ben))]).toEqual(["stale", "stale"]);
    checkMedicines(ana, byAna, id);
    checkMedicines(ben, byBen, id);
    exchange(ana, ben);
    expect(medicinesCheck(ana, only(ana))).toBe("checked");
  });

  it("D2: “none” and “not recorded” are told apart in the check, too", () => {
    const { ana, byAna, id } = aVisit();
    checkMedicines(ana, byAna, id);
    expect(medicinesCheck(ana, only(ana))).toBe("checked");
    setNoMedicines(ana, byAna, true);
    expect(medicinesCheck(ana, only(ana))).toBe("stale");
  });

  it("D3: who comes along is kept, both names when two phones wrote at once", () => {
    const { ana, ben, byAna, byBen, id } = aVisit();
    setVisit(ana, byAna, id, { companion: "Ben" });
    setVisit(ben, byBen, id, { companion: "Cleo" });
    exchange(ana, ben);
    const { value, others } = only(ana).companion;
    expect([value, ...others].sort()).toEqual(["Ben", "Cleo"]);
    expect(only(ben).companion).toEqual(only(ana).companion);
  });

  it("what to bring is what this doctor has not had, at this visit or an earlier one; what was left out is not asked for", () => {
    const { ana, byAna, id } = aVisit();
    const records = ["MRI", "X-ray", "Letter"].map((what) => addRecord(ana, byAna, { what }));
    const namesOf = (part: "missing" | "leftOut") => recordsToBring(ana, only(ana))[part].map(({ what }) => what.value);
    expect([namesOf("missing"), namesOf("leftOut")]).toEqual([["MRI", "X-ray", "Letter"], []]);
    setSeenNote(ana, byAna, records[0] ?? "", id, { state: "given" });
    setSeenNote(ana, byAna, records[1] ?? "", id, { state: "offered" });
    setSeenNote(ana, byAna, records[2] ?? "", id, { state: "left-out" });
    expect([namesOf("missing"), namesOf("leftOut")]).toEqual([["X-ray"], ["Letter"]]);
  });

  it("F1: what this doctor or their clinic holds need not be brought", () => {
    const { ana, byAna } = aVisit();
    for (const holder of [only(ana).who.value, "City Clinic"]) addRecord(ana, byAna, { what: holder, holder });
    expect(recordsToBring(ana, only(ana)).missing.map(({ what }) => what.value)).toEqual(["City Clinic"]);
    setVisit(ana, byAna, only(ana).id, { where: "City Clinic, room 12" });
    expect(recordsToBring(ana, only(ana)).missing).toEqual([]);
  });
});

describe("after a visit", () => {
  it("D4: what is said back merges when two people write it, and belongs to one visit", () => {
    const { ana, ben, byAna, id } = aVisit();
    editSayBack(ana, id, "Exercise first. ");
    exchange(ana, ben);
    editSayBack(ana, id, "Exercise first. No operation now.");
    editSayBack(ben, id, "Exercise first. Look again in March.");
    exchange(ana, ben);
    expect(sayBack(ana, id)).toContain("No operation now.");
    expect(sayBack(ana, id)).toContain("Look again in March.");
    expect(sayBack(ana, addVisit(ana, byAna, { who: "Dr Osei" }))).toBe("");
  });

  it("D4: what stayed open comes along to the next visit, and is still told at the one that left it open", () => {
    const { ana, byAna, id } = aVisit();
    const asked = addQuestion(ana, byAna, "What is it?");
    addQuestion(ana, byAna, "What if I wait?");
    tickQuestion(ana, byAna, asked, true, id);
    endVisit(ana, byAna, only(ana), "2026-12-03");
    const next = addVisit(ana, byAna, { who: "Dr Osei" });
    for (const visit of visits(ana)) {
      const open = goingAlong(questions(ana), visitingOf(visit, visits(ana), "2026-12-04"));
      expect(open.map(({ text }) => text)).toEqual(["What if I wait?"]);
    }
    expect(next).not.toBe(id);
  });

  it("a next step is a task of this visit; an empty one is told from one with a day or words", () => {
    const { ana, byAna, id } = aVisit();
    const step = addNextStep(ana, byAna, id);
    expect(nextSteps(ana, id).map((task) => task.id)).toEqual([step]);
    expect(nextSteps(ana, "another visit")).toEqual([]);
    const isBlank = () => nextSteps(ana, id).every(taskEntries.isBlank);
    expect(isBlank()).toBe(true);
    taskEntries.set(ana, byAna, step, { dueOn: "2026-12-10" });
    expect(isBlank()).toBe(false);
  });

  it("the opinion of a visit is begun once, with the doctor and the day", () => {
    const { ana, byAna, id } = aVisit();
    const first = openOpinion(ana, byAna, only(ana), "2026-12-04");
    expect(openOpinion(ana, byAna, only(ana), "2026-12-05")).toBe(first);
    expect(opinions(ana).map(({ who, on, visit }) => [who.value, on.value, visit.value])).toEqual([
      ["Dr Lindqvist", "2026-12-03", id],
    ]);
    addVisit(ana, byAna, { who: "Dr Osei" });
    const undated = visits(ana).find(({ when }) => when.value === "");
    if (!undated) throw new Error("no visit without a date");
    openOpinion(ana, byAna, undated, "2026-12-05");
    expect(opinions(ana).map(({ on }) => on.value)).toEqual(["2026-12-03", "2026-12-05"]);
  });

  it("a look at the room before the day of the visit does not end it", () => {
    const { ana, byAna, id } = aVisit();
    setVisit(ana, byAna, id, { startedAt: byAna.now() });
    expect(endVisit(ana, byAna, only(ana), "2026-12-02")).toBeNull();
    expect(only(ana).endedAt.value).toBe("");
    expect(endVisit(ana, byAna, only(ana), "2026-12-03")).not.toBeNull();
    expect(only(ana).endedAt.value > only(ana).startedAt.value).toBe(true);
    setVisit(ana, byAna, id, { when: "", endedAt: "" });
    expect(endVisit(ana, byAna, only(ana), "2026-12-03")).not.toBeNull();
  });
});

describe("an empty visit", () => {
  it("is one that holds nothing: whatever belongs to it keeps it", () => {
    const { ana, byAna } = twoPhones();
    const ids = Array.from({ length: 8 }, () => addVisit(ana, byAna, {}));
    const [bare = "", asked = "", noted = "", said = "", part = "", told = "", agreed = "", shown = ""] = ids;
    assignQuestion(ana, byAna, addQuestion(ana, byAna, "Why?"), asked);
    addNote(ana, byAna, "Late by an hour", noted);
    editSayBack(ana, said, "So");
    setVisit(ana, byAna, part, { part: "second" });
    opinionEntries.add(ana, byAna, { visit: told });
    addNextStep(ana, byAna, agreed);
    setSeenNote(ana, byAna, addRecord(ana, byAna, { what: "MRI" }), shown, { state: "given" });
    expect(ids.filter((id) => isEmptyVisit(ana, id))).toEqual([bare]);
    expect(isEmptyVisit(ana, "not there")).toBe(false);
  });

  it("is none while one phone emptied the name that the other wrote at the same time", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const ids = [1, 2].map(() => addVisit(ana, byAna, { who: "Dr L" }));
    const [first = "", second = ""] = ids;
    exchange(ana, ben);
    for (const [doc, writer, id, who] of [
      [ana, byAna, first, ""],
      [ben, byBen, first, "Dr Lee"],
      [ana, byAna, second, "Dr Lee"],
      [ben, byBen, second, ""],
    ] as const) {
      setVisit(doc, writer, id, { who });
    }
    exchange(ana, ben);
    expect(ids.filter((id) => isEmptyVisit(ana, id))).toEqual([]);
  });
});
