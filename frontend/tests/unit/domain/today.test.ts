import { describe, expect, it } from "vitest";
import { setDecideBy } from "../../../src/domain/decideBy/decideBy";
import { factsOf } from "../../../src/domain/journey/facts";
import { journey, nextSteps, stageOf, stages } from "../../../src/domain/journey/journey";
import { addQuestion } from "../../../src/domain/questions/questions";
import { sayAsking } from "../../../src/domain/reasons/reasons";
import { taskEntries, tickTask } from "../../../src/domain/tasks/tasks";
import { addVisit, setVisit } from "../../../src/domain/visits/visits";
import { answerTimeOf } from "./answerTimes";
import { twoPhones } from "./twoDocs";

const NOW = "2026-11-22T12:00";

function begun() {
  const { ana, byAna } = twoPhones();
  addQuestion(ana, byAna, "What if I wait?");
  return { ana, byAna, steps: (now = NOW) => journey(ana, now, answerTimeOf).steps };
}

describe("what to do today", () => {
  it("is the one next step while no day is known", () => {
    const { ana, byAna, steps } = begun();
    expect(steps()).toEqual(["ask-decide-by"]);
    setDecideBy(ana, byAna, { words: "There is no rush." });
    expect(steps()).toEqual(["say-asking"]);
    sayAsking(ana, byAna, "yes");
    expect(steps()).toEqual(["list-records"]);
  });

  it("is at most three steps, each another one, once a visit, a date or a task has a day", () => {
    const { ana, byAna, steps } = begun();
    sayAsking(ana, byAna, "yes");
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    expect(steps()).toEqual(["list-records", "list-medicines", "look-for-doctors"]);
    const task = taskEntries.add(ana, byAna, { what: "Call the clinic", dueOn: "2026-11-22" });
    expect(steps()).toEqual(["do-task", "list-records", "list-medicines"]);
    tickTask(ana, byAna, task, true);
    expect(steps()).not.toContain("do-task");
  });

  it("names the oldest task whose day has come, and none of a later day", () => {
    const { ana, byAna } = begun();
    taskEntries.add(ana, byAna, { what: "Ask for the report", dueOn: "2026-11-23" });
    expect(factsOf(ana, NOW, answerTimeOf).due).toBeNull();
    taskEntries.add(ana, byAna, { what: "Call the clinic", dueOn: "2026-11-22" });
    const old = taskEntries.add(ana, byAna, { what: "Book the scan", dueOn: "2026-11-20" });
    expect(factsOf(ana, NOW, answerTimeOf).due).toEqual({ id: old, what: "Book the scan", day: "2026-11-20" });
  });

  it("prepares nothing for somebody who does not ask for now", () => {
    const { ana, byAna, steps } = begun();
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    expect(steps().length).toBe(3);
    sayAsking(ana, byAna, "not-now");
    expect(steps()).toEqual(["not-asking"]);
  });

  it.each(nextSteps)("%s belongs to a stage", (step) => {
    expect(stages).toContain(stageOf(step));
  });
});

describe("the visit of the next seven days", () => {
  it("D4: has its card from seven days before until it is marked as over, and the way stands at the visit", () => {
    const { ana, byAna, steps } = begun();
    const visit = addVisit(ana, byAna, { who: "Dr Lindqvist", part: "second", when: "2026-12-03T10:30" });
    const week = (now: string) => factsOf(ana, now, answerTimeOf).thisWeek.map(({ id, isNow }) => [id, isNow]);
    expect(week("2026-11-25T23:59")).toEqual([]);
    expect(week("2026-11-26T00:00")).toEqual([[visit, false]]);
    expect(week("2026-12-03T10:30")).toEqual([[visit, true]]);
    expect(steps("2026-12-03T10:30")).toEqual([]);
    const early = steps("2026-11-25T12:00");
    expect(steps("2026-11-26T12:00")).toEqual(early);
    expect(journey(ana, "2026-12-03T09:00", answerTimeOf)).toMatchObject({ now: "visit", done: { visit: false } });
    setVisit(ana, byAna, visit, { endedAt: "2026-12-03T11:05:00.000Z" });
    expect(week("2026-12-03T11:06")).toEqual([]);
  });

  it("D4: is the next one only, and makes getting ready for it needless as a step", () => {
    const { ana, byAna, steps } = begun();
    setDecideBy(ana, byAna, { words: "There is no rush." });
    for (const when of ["2026-11-26T10:30", "2026-11-28T10:30"]) addVisit(ana, byAna, { part: "second", when });
    expect(factsOf(ana, NOW, answerTimeOf).thisWeek.map(({ when }) => when)).toEqual(["2026-11-26T10:30"]);
    expect(steps()).toEqual(["list-records", "list-medicines", "look-over-questions"]);
    expect(steps("2026-11-17T12:00")).toContain("go-prepared");
  });
});
