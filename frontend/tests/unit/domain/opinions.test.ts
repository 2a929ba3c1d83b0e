import { describe, expect, it } from "vitest";
import { openOpinion } from "../../../src/domain/afterVisit";
import { consultationEntries } from "../../../src/domain/consultations";
import {
  addPoints,
  askFirstDoctor,
  discussTask,
  ensureDiscussTask,
  foldPoints,
  takePoints,
} from "../../../src/domain/discuss";
import { type CaseDoc, newDocument, type Writer } from "../../../src/domain/document";
import { deleteEntry } from "../../../src/domain/entries";
import {
  firstOpinion,
  type OpinionFields,
  type OpinionRow,
  opinionEntries,
  opinions,
} from "../../../src/domain/opinionEntries";
import { doctorsHeard, isFirstDoctors, nextVisitWithFirst, visitBehind } from "../../../src/domain/opinions";
import { questions } from "../../../src/domain/questionEntries";
import { taskEntries } from "../../../src/domain/tasks";
import { foldTwins } from "../../../src/domain/twins";
import { exchange, twoPhones, writerNamed } from "./twoDocs";

const words = { what: "Talk it over with Dr Osei", points: "What do you think?", dueOn: "" };

function added(
  doc: CaseDoc,
  writer: Writer,
  fields: Partial<OpinionFields>,
  rows: Partial<Record<OpinionRow, string>> = {},
) {
  return found(doc, opinionEntries.add(doc, writer, fields, rows));
}

function found(doc: CaseDoc, id: string) {
  const opinion = opinionEntries.find(doc, id);
  if (opinion === null) throw new Error("no such opinion");
  return opinion;
}

describe("the first doctor's opinion", () => {
  it("is the one the patient says is the first doctor's, whatever the days", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const later = added(doc, ana, { who: "Dr Lindqvist", on: "2026-10-01", whose: "later" });
    const first = added(doc, ana, { who: "Dr Osei", on: "2026-12-03", whose: "first" });
    expect(firstOpinion(doc)?.id).toBe(first.id);
    expect(isFirstDoctors(doc, later)).toBe(false);
  });

  it("is known from its visit, else it is the earliest", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const early = added(doc, ana, { who: "Dr Lindqvist", on: "2026-10-01" });
    expect(firstOpinion(doc)?.id).toBe(early.id);
    const visit = consultationEntries.add(doc, ana, { who: "Dr Osei", part: "first" });
    const first = added(doc, ana, { who: "Dr Osei", on: "2026-11-01", consultation: visit });
    expect(firstOpinion(doc)?.id).toBe(first.id);
    expect(isFirstDoctors(doc, found(doc, early.id))).toBe(false);
  });

  it("A1: an opinion of a visit that says nothing is another doctor’s only when there is a first doctor’s", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const begun = (who: string, when: string) => {
      const id = consultationEntries.add(doc, ana, { who, when });
      const visit = consultationEntries.find(doc, id) ?? expect.fail("no visit");
      return openOpinion(doc, ana, visit, "2026-12-24");
    };
    const whose = (id: string) => found(doc, id).whose.value;
    const osei = begun("Dr Osei", "2026-10-08T10:00");
    expect(whose(osei)).toBe("");
    expect(isFirstDoctors(doc, found(doc, osei))).toBe(true);
    const again = begun("dr osei", "2026-12-10T10:00");
    expect(whose(again)).toBe("");
    expect(isFirstDoctors(doc, found(doc, again))).toBe(true);
    const other = begun("Dr Lindqvist", "2026-12-03T10:00");
    expect(whose(other)).toBe("later");
    const early = begun("Dr Haddad", "2026-09-01T10:00");
    expect(whose(early)).toBe("");
    expect(firstOpinion(doc)?.id).toBe(early);
  });

  it("A1: what the first doctor said again needs no talking over with that doctor", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    added(doc, ana, { who: "Dr Osei", whose: "first" }, { diagnosis: "Torn" });
    const again = added(doc, ana, { who: "Dr Osei" }, { diagnosis: "Torn and worn" });
    expect(ensureDiscussTask(doc, ana, again, words)).toBeNull();
  });

  it("stays another doctor’s when its visit is deleted", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const visit = consultationEntries.add(doc, ana, { who: "Dr Lindqvist", part: "second" });
    const later = added(doc, ana, { who: "Dr Lindqvist", consultation: visit }, { diagnosis: "Worn" });
    deleteEntry(doc, "consultations", visit, ana);
    expect(isFirstDoctors(doc, later)).toBe(false);
    expect(firstOpinion(doc)).toBeNull();
  });

  it("counts a doctor who was heard twice once, and nobody who has said nothing", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    added(doc, ana, { who: "Dr Osei" }, { diagnosis: "Torn" });
    added(doc, ana, { who: " dr osei" }, { diagnosis: "Torn and worn" });
    added(doc, ana, { who: "" }, { diagnosis: "Worn" });
    added(doc, ana, { who: "Dr Silent" });
    expect(doctorsHeard(opinions(doc))).toBe(2);
  });

  it("finds the next visit with the first doctor by part or by name", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    added(doc, ana, { who: "Dr Osei", whose: "first" }, { diagnosis: "Torn" });
    consultationEntries.add(doc, ana, { who: "Dr Lindqvist", when: "2026-12-01T10:00" });
    consultationEntries.add(doc, ana, { who: "dr osei ", when: "2026-11-01T10:00" });
    const next = consultationEntries.add(doc, ana, { who: "dr osei ", when: "2026-12-03T10:00" });
    expect(nextVisitWithFirst(doc, "2026-11-22T09:00")?.id).toBe(next);
    expect(nextVisitWithFirst(doc, "2026-12-03T10:00")).toBeNull();
  });

  it("is one of today whose hour is not known, until the day is over", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    added(doc, ana, { who: "Dr Osei", whose: "first" });
    const today = consultationEntries.add(doc, ana, { who: "Dr Osei", when: "2026-12-03" });
    expect(nextVisitWithFirst(doc, "2026-12-03T23:59")?.id).toBe(today);
    expect(nextVisitWithFirst(doc, "2026-12-04T00:00")).toBeNull();
  });
});

describe("the visit behind an opinion", () => {
  it("is the one it names, else the last one with that doctor by that day", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const early = consultationEntries.add(doc, ana, { who: "Dr  Osei", when: "2026-10-08T10:00" });
    const late = consultationEntries.add(doc, ana, { who: "dr osei", when: "2026-12-03T10:00" });
    const other = consultationEntries.add(doc, ana, { who: "Dr Lindqvist", when: "2026-10-09T10:00" });
    expect(visitBehind(doc, added(doc, ana, { who: "Dr Osei", on: "2026-10-08" }))).toBe(early);
    expect(visitBehind(doc, added(doc, ana, { who: "Dr Osei" }))).toBe(late);
    expect(visitBehind(doc, added(doc, ana, { who: "Dr Osei", consultation: other }))).toBe(other);
    expect(visitBehind(doc, added(doc, ana, { who: "" }))).toBe("");
  });
});

describe("A1: talking it over with the first doctor", () => {
  it("A1: an opinion of another doctor that holds words becomes one task, with its points", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const first = added(doc, ana, { whose: "first" }, { diagnosis: "Torn" });
    const later = added(doc, ana, { whose: "later" });
    expect(ensureDiscussTask(doc, ana, first, words)).toBeNull();
    expect(ensureDiscussTask(doc, ana, later, words)).toBeNull();
    opinionEntries.write(doc, later.id, "recommended", "Exercise");
    expect(ensureDiscussTask(doc, ana, found(doc, later.id), { ...words, dueOn: "2026-12-03" })).not.toBeNull();
    expect(ensureDiscussTask(doc, ana, found(doc, later.id), words)).toBeNull();
    expect(discussTask(doc, later.id)).toMatchObject({ words: words.points, dueOn: { value: "2026-12-03" } });
    expect(taskEntries.list(doc)).toHaveLength(1);
  });

  it("A1: a task that was taken off the list is not made again", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    added(doc, ana, { whose: "first" }, { diagnosis: "Torn" });
    const later = added(doc, ana, { whose: "later" }, { diagnosis: "Worn" });
    deleteEntry(doc, "tasks", ensureDiscussTask(doc, ana, later, words) ?? "", ana);
    expect(ensureDiscussTask(doc, ana, later, words)).toBeNull();
    expect(taskEntries.list(doc)).toEqual([]);
  });

  it("A1: two phones that make it at once show the same one, and keep what either has put into it", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = added(ana, byAna, { whose: "later" }, { diagnosis: "Worn" }).id;
    exchange(ana, ben);
    ensureDiscussTask(ana, byAna, found(ana, id), words);
    const bens = ensureDiscussTask(ben, byBen, found(ben, id), words) ?? "";
    exchange(ana, ben);
    expect(taskEntries.list(ana)).toHaveLength(2);
    expect(discussTask(ana, id)?.id).toBe(discussTask(ben, id)?.id);
    const shown = discussTask(ana, id)?.id;

    foldTwins(ana, byAna);
    foldTwins(ben, byBen);
    exchange(ana, ben);
    expect(taskEntries.list(ana).map((task) => task.id)).toEqual([shown]);
    expect(taskEntries.list(ben).map((task) => task.id)).toEqual([shown]);
    expect([...taskEntries.list(ana), ...taskEntries.deleted(ana)].map((task) => task.id)).toContain(bens);
  });

  it("A1: a second task into which somebody has written stays", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = added(ana, byAna, { whose: "later" }, { diagnosis: "Worn" }).id;
    exchange(ana, ben);
    ensureDiscussTask(ana, byAna, found(ana, id), words);
    ensureDiscussTask(ben, byBen, found(ben, id), { ...words, points: "Ask about the knee brace" });
    exchange(ana, ben);
    foldTwins(ana, byAna);
    expect(taskEntries.list(ana)).toHaveLength(2);
  });

  it("A1: the points become questions for that visit, each once and in the order of the grid", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const points = [
      { opinion: "o", row: "diagnosis", text: "Diagnosis?" },
      { opinion: "o", row: "harms", text: "Risks and side effects?" },
    ] as const;
    expect(askFirstDoctor(doc, ana, points, "visit-1")).toHaveLength(2);
    expect(askFirstDoctor(doc, ana, points, "visit-1")).toEqual([]);
    expect(questions(doc).map(({ text, topic, consultation }) => [text, topic.value, consultation.value])).toEqual([
      ["Diagnosis?", "diagnosis", "visit-1"],
      ["Risks and side effects?", "risks", "visit-1"],
    ]);
  });

  it("A1: points are put under what the task says, once, and nothing of it is lost", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const id = taskEntries.add(doc, ana, { about: "discuss" }, { words: "Mine\nAnd more" });
    const task = () => taskEntries.find(doc, id) ?? expect.fail("gone");
    addPoints(doc, task(), ["One", "And more"]);
    expect(addPoints(doc, task(), ["One", "Two"])).toEqual(["Two"]);
    expect(task().words).toBe("Mine\nAnd more\nOne\nTwo");
    takePoints(doc, id, ["Two", "Three"]);
    expect(task().words).toBe("Mine\nAnd more\nOne");
  });

  it("A1: points that two phones put into the task at once stand there once", () => {
    const { ana, ben, byAna } = twoPhones();
    const id = taskEntries.add(ana, byAna, { about: "discuss" }, { words: "Mine" });
    exchange(ana, ben);
    const task = (doc: CaseDoc) => taskEntries.find(doc, id) ?? expect.fail("gone");
    for (const doc of [ana, ben]) addPoints(doc, task(doc), ["One", "Two"]);
    exchange(ana, ben);
    expect(task(ana).words).not.toBe("Mine\nOne\nTwo");
    for (const doc of [ana, ben]) foldPoints(doc, task(doc), ["One", "Two"]);
    exchange(ana, ben);
    expect(task(ana).words).toBe("Mine\nOne\nTwo");
    expect(task(ben).words).toBe("Mine\nOne\nTwo");
  });
});

describe("two phones with one opinion", () => {
  it("keep both names until someone chooses, and merge what both typed", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = added(ana, byAna, { who: "Dr L" }, { diagnosis: "worn" }).id;
    exchange(ana, ben);
    opinionEntries.set(ana, byAna, id, { who: "Dr Lindqvist" });
    opinionEntries.write(ana, id, "diagnosis", "worn joint");
    opinionEntries.set(ben, byBen, id, { who: "Dr. Lindquist" });
    opinionEntries.write(ben, id, "diagnosis", "badly worn");
    exchange(ana, ben);
    const { who, diagnosis } = found(ana, id);
    expect([who.value, ...who.others].sort()).toEqual(["Dr Lindqvist", "Dr. Lindquist"]);
    expect(diagnosis).toBe("badly worn joint");
    expect(found(ben, id)).toEqual(found(ana, id));
  });
});
