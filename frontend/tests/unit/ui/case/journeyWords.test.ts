import { describe, expect, it } from "vitest";
import { decisionEntries } from "../../../../src/domain/decide/decisions";
import { setDecideBy } from "../../../../src/domain/decideBy/decideBy";
import type { Facts } from "../../../../src/domain/journey/facts";
import { type Journey, journey, nextSteps } from "../../../../src/domain/journey/journey";
import { addQuestion } from "../../../../src/domain/questions/questions";
import { sayAsking } from "../../../../src/domain/reasons/reasons";
import { addRecord, setRecord } from "../../../../src/domain/records/records";
import { addVisit, setVisit } from "../../../../src/domain/visits/visits";
import { stepOf } from "../../../../src/ui/screens/home/nextStep";
import { stageRows } from "../../../../src/ui/screens/home/stageRows";
import { NotHere } from "../../../../src/ui/screens/notHere";
import { find } from "../../../../src/ui/start/routes";
import { twoPhones } from "../../domain/twoDocs";

const NOW = "2026-11-22T12:00";
const visit = { id: "v1", who: "Dr Lindqvist", when: "2026-12-03T10:30" };

function emptyJourney(): Journey {
  return journey(twoPhones().ana, NOW);
}

/** Facts of a case in which everything is there, and of one in which nothing has a name. */
const named: Partial<Facts> = {
  upcoming: visit,
  silent: visit,
  unnamed: visit,
  unwritten: visit,
  overdue: { id: "l1", holder: "City Clinic" },
  doctors: 1,
  toDiscuss: "t1",
  tasksOpen: 2,
  recordsToAskFor: 2,
};
const nobody = { ...visit, who: " " };
const unnamed: Partial<Facts> = {
  upcoming: nobody,
  silent: nobody,
  unnamed: nobody,
  unwritten: nobody,
  overdue: { id: "l1", holder: "" },
  lastOpinion: "o1",
  recordsToAskFor: 1,
};

async function leadsSomewhere(href: string): Promise<boolean> {
  const { load } = find(href.split(/[?#]/)[0] ?? "");
  return (await load()) !== NotHere;
}

describe("the next step", () => {
  it.each(nextSteps)("%s is a sentence and a button that leads to a screen, with and without names", async (next) => {
    const { facts } = emptyJourney();
    for (const known of [named, unnamed]) {
      const step = stepOf(next, { ...facts, ...known });
      expect(step.sentence + step.action).not.toMatch(/[{}]|undefined|\u2068\s*\u2069|case\./);
      expect(step.action).not.toBe("");
      expect(await leadsSomewhere(step.href), step.href).toBe(true);
    }
  });

  it("names the visit that it is about, and opens that one", () => {
    const { facts } = emptyJourney();
    const ahead = stepOf("go-prepared", { ...facts, upcoming: visit });
    expect(ahead.sentence).toContain("Dr Lindqvist");
    expect(ahead.href).toBe("/case/visits/v1/before");
  });

  it("ends calmly: what is left to do, or the decision itself", () => {
    const { facts } = emptyJourney();
    const end = (tasksOpen: number) => stepOf("decided", { ...facts, tasksOpen }).href;
    expect([end(2), end(0)]).toEqual(["/case/tasks", "/case/decide"]);
  });
});

describe("the stages", () => {
  it("are six, each with a word on it and ways on that exist", async () => {
    const { ana, byAna } = twoPhones();
    const empty = stageRows(journey(ana, NOW));
    addQuestion(ana, byAna, "What if I wait?");
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    addVisit(ana, byAna, { ...visit, part: "second" });
    decisionEntries.add(ana, byAna, {}, { what: "Wait" });
    for (const rows of [empty, stageRows(journey(ana, NOW))]) {
      expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5, 6]);
      for (const row of rows) {
        expect(row.detail).not.toBe("");
        expect(row.links.length).toBeGreaterThan(1);
        for (const link of row.links) expect(await leadsSomewhere(link.href), link.href).toBe(true);
      }
    }
  });

  it("hold every tool of the way", () => {
    const tools = stageRows(emptyJourney()).flatMap((row) => row.links.map((link) => link.href));
    for (const name of [
      "reasons",
      "rights",
      "questions",
      "questions/bank",
      "records",
      "health",
      "summary",
      "doctors",
      "visits",
      "companions",
      "seen",
      "opinions",
      "compare",
      "decide",
      "decide-by",
    ]) {
      expect(tools).toContain(`/case/${name}`);
    }
  });

  it("say how far the preparing is, and who was chosen", () => {
    const { ana, byAna } = twoPhones();
    addQuestion(ana, byAna, "What if I wait?");
    setRecord(ana, byAna, addRecord(ana, byAna, { what: "MRI pictures" }), { status: "have" });
    addRecord(ana, byAna, { what: "X-ray" });
    const rows = () => stageRows(journey(ana, NOW));
    expect(rows()[0]).toMatchObject({ state: "now", detail: "Is a second opinion right for me?" });
    sayAsking(ana, byAna, "yes");
    expect(rows()[0]).toMatchObject({ state: "done", detail: "You will ask for a second opinion" });
    expect(rows()[1]).toMatchObject({ state: "now", detail: "1 of 2 records here · 1 question" });
    const visited = addVisit(ana, byAna, { who: "Dr Lindqvist", part: "second" });
    expect(rows()[2]).toMatchObject({ state: "later", detail: "Who to ask, and what to check" });
    setVisit(ana, byAna, visited, { chosen: "yes" });
    expect(rows()[2]).toMatchObject({ state: "done", detail: "\u2068Dr Lindqvist\u2069" });
  });

  it("F2: say that the doctor gave no date where only words were given, and show the date where there is one", () => {
    const { ana, byAna } = twoPhones();
    const ofDeciding = () => stageRows(journey(ana, NOW)).at(-1) ?? expect.fail("no stage of deciding");
    const told = () => [ofDeciding().detail, ofDeciding().links.find(({ href }) => href === "/case/decide-by")?.detail];
    expect(told()).toEqual(["What matters most to you", "No date yet"]);
    setDecideBy(ana, byAna, { words: "There is no rush." });
    expect(told()).toEqual(["Your doctor gave no date", "Your doctor gave no date"]);
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    expect(told().join()).toContain("December 14");
  });

  it("have one present stage while something is ahead", () => {
    expect(stageRows(emptyJourney()).filter((row) => row.state === "now").length).toBe(1);
  });
});
