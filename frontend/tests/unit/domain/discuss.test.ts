import { describe, expect, it } from "vitest";
import { type CaseDoc, newDocument } from "../../../src/domain/case/document";
import { foldDuplicates } from "../../../src/domain/case/duplicates";
import { deleteEntry } from "../../../src/domain/case/entries";
import {
  addPoints,
  askFirstDoctor,
  discussTask,
  ensureDiscussTask,
  foldPoints,
  takePoints,
} from "../../../src/domain/opinions/discuss";
import { opinionEntries } from "../../../src/domain/opinions/opinionEntries";
import { questions } from "../../../src/domain/questions/questionEntries";
import { taskEntries } from "../../../src/domain/tasks/tasks";
import { added, found, words } from "./opinionStage";
import { exchange, twoPhones, writerNamed } from "./twoDocs";

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

    foldDuplicates(ana, byAna);
    foldDuplicates(ben, byBen);
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
    foldDuplicates(ana, byAna);
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
    expect(questions(doc).map(({ text, topic, visit }) => [text, topic.value, visit.value])).toEqual([
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
