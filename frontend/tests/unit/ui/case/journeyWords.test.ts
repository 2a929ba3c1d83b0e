import { describe, expect, it } from "vitest";
import { setDecideBy } from "../../../../src/domain/decideBy/decideBy";
import { addMedicine } from "../../../../src/domain/health/medicines";
import type { Facts } from "../../../../src/domain/journey/facts";
import { journey, nextSteps, type Stage, stages } from "../../../../src/domain/journey/journey";
import { addQuestion } from "../../../../src/domain/questions/questions";
import { addRecord, setRecord } from "../../../../src/domain/records/records";
import { addVisit } from "../../../../src/domain/visits/visits";
import { namedTools } from "../../../../src/ui/screens/guide/tools";
import { stepOf } from "../../../../src/ui/screens/home/nextStep";
import { places } from "../../../../src/ui/screens/home/way";
import { NotHere } from "../../../../src/ui/screens/notHere";
import { papersOn, toolsOn } from "../../../../src/ui/screens/papers/shelf";
import { find } from "../../../../src/ui/start/routes";
import { twoPhones } from "../../domain/twoDocs";

const TODAY = "2026-11-22";
const NOW = `${TODAY}T12:00`;
const visit = { id: "v1", who: "Dr Lindqvist", when: "2026-12-03T10:30" };

function emptyJourney() {
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
  due: { id: "t2", what: "Call the clinic", day: "2026-11-22" },
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
  it.each(nextSteps)(
    "%s is a sentence with its reason that leads to a screen, with and without names",
    async (next) => {
      const { facts } = emptyJourney();
      for (const known of [named, unnamed]) {
        const step = stepOf(next, { ...facts, ...known }, TODAY);
        expect(step.title + step.why).not.toMatch(/[{}]|undefined|case\./);
        if (known === named) expect(step.title).not.toMatch(/\u2068\s*\u2069/);
        expect(step.why).not.toBe("");
        expect(await leadsSomewhere(step.href), step.href).toBe(true);
      }
    },
  );

  it("names the visit that it is about, and opens that one", () => {
    const { facts } = emptyJourney();
    const ahead = stepOf("go-prepared", { ...facts, upcoming: visit }, TODAY);
    expect(ahead.title).toContain("Dr Lindqvist");
    expect(ahead.href).toBe("/case/visits/v1/before");
  });

  it("ends calmly: what is left to do, or the decision itself", () => {
    const { facts } = emptyJourney();
    const end = (tasksOpen: number) => stepOf("decided", { ...facts, tasksOpen }, TODAY).href;
    expect([end(2), end(0)]).toEqual(["/case/tasks", "/case/decide"]);
  });
});

describe("the way", () => {
  it.each(stages)("%s leads to a screen, and has a word of its own in the guide's order", async (stage: Stage) => {
    expect(await leadsSomewhere(places[stage].href)).toBe(true);
  });

  it("has one present stage while something is ahead", () => {
    const { done, now } = emptyJourney();
    expect(done[now]).toBe(false);
  });
});

describe("the shelf", () => {
  const shelf = (doc = twoPhones().ana) => {
    const { facts } = journey(doc, NOW);
    return [...papersOn(doc, facts), ...toolsOn(facts)];
  };

  it("holds every tool of a case once, and each leads to a screen", async () => {
    const all = shelf().map(({ href }) => href);
    expect(new Set(all).size).toBe(all.length);
    for (const href of all) expect(await leadsSomewhere(href), href).toBe(true);
    const tools = namedTools.map(([, href]) => href).filter((href) => href.startsWith("/case/"));
    expect(tools.filter((href) => href !== "/case/letters/new")).toEqual(
      tools.filter((href) => [...all].includes(href)),
    );
  });

  it("says what is on each paper", () => {
    const { ana, byAna } = twoPhones();
    const on = (name: string) => shelf(ana).find(({ href }) => href === `/case/${name}`)?.detail;
    expect([on("questions"), on("records"), on("medicines"), on("letters")]).toEqual(
      Array.from({ length: 4 }, () => "Nothing yet"),
    );
    addQuestion(ana, byAna, "What if I wait?");
    setRecord(ana, byAna, addRecord(ana, byAna, { what: "MRI pictures" }), { status: "have" });
    addRecord(ana, byAna, { what: "X-ray" });
    addMedicine(ana, byAna, { name: "Amlodipine" });
    addVisit(ana, byAna, { ...visit, part: "second" });
    expect([on("questions"), on("records"), on("medicines"), on("summary")]).toEqual([
      "1, 1 still to ask",
      "1 of 2 here",
      "1 on your list",
      "For \u2068Dr Lindqvist\u2069",
    ]);
  });

  it("F2: says that the doctor gave no date where only words were given, and shows the date where there is one", () => {
    const { ana, byAna } = twoPhones();
    const told = () => shelf(ana).find(({ href }) => href === "/case/decide-by")?.detail;
    expect(told()).toBe("No date yet");
    setDecideBy(ana, byAna, { words: "There is no rush." });
    expect(told()).toBe("Your doctor gave no date");
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    expect(told()).toContain("December 14");
  });
});
