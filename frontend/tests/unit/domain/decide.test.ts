import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CaseDoc,
  caseField,
  caseText,
  editCaseText,
  newDocument,
  setCaseField,
} from "../../../src/domain/case/document";
import { deleteEntry } from "../../../src/domain/case/entries";
import {
  decisionEntries,
  decisions,
  hasDecided,
  NOT_YET,
  replacementOf,
  standingDecisions,
  wordsOfDecision,
} from "../../../src/domain/decide/decisions";
import {
  addAdvice,
  addPoint,
  adviceToAdd,
  askUnclear,
  optionEntries,
  pointEntries,
  pointsOf,
  shownOption,
  shownOptions,
  unclearLines,
  WAITING,
  type Weight,
  weights,
} from "../../../src/domain/decide/options";
import { opinionEntries } from "../../../src/domain/opinions/opinionEntries";
import { questions } from "../../../src/domain/questions/questionEntries";
import { exchange, twoPhones, writerNamed } from "./twoDocs";

function waiting(doc: CaseDoc) {
  return shownOption(doc, WAITING) ?? expect.fail("waiting is always there");
}

describe("A4: the ways to go", () => {
  it("A4: waiting is always there, once, and cannot be deleted", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    expect(shownOptions(doc)).toEqual([{ id: WAITING, ids: [WAITING], isWaiting: true, entry: null }]);
    addPoint(doc, ana, waiting(doc), "benefit", "No operation");
    deleteEntry(doc, "options", WAITING, ana);
    expect(shownOptions(doc)).toHaveLength(1);
    expect(pointsOf(doc, waiting(doc), "benefit").map(({ words }) => words)).toEqual(["No operation"]);
  });

  it("A4: two phones that both write about waiting show one, with the points of both", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    addPoint(ana, byAna, waiting(ana), "benefit", "No operation");
    addPoint(ben, byBen, waiting(ben), "harm", "More pain");
    exchange(ana, ben);
    for (const doc of [ana, ben]) {
      expect(shownOptions(doc)).toHaveLength(1);
      expect(pointsOf(doc, waiting(doc), "benefit")).toHaveLength(1);
      expect(pointsOf(doc, waiting(doc), "harm")).toHaveLength(1);
    }
  });

  it("A4: an entry that says it is waiting is the same waiting, deleted or not", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const ids = [optionEntries.add(doc, ana, { isWaiting: true }), optionEntries.add(doc, ana, { isWaiting: true })];
    for (const id of ids) pointEntries.add(doc, ana, { option: id, side: "benefit" }, { words: "No operation" });
    deleteEntry(doc, "options", ids[0] ?? "", ana);
    expect(shownOptions(doc)).toHaveLength(1);
    expect(ids.map((id) => shownOption(doc, id)?.id)).toEqual([WAITING, WAITING]);
    expect(pointsOf(doc, waiting(doc), "benefit")).toHaveLength(2);
  });

  it("A4: a doctor's advice becomes an option with what it may bring and may harm, once", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const said = { recommended: "Operate", benefits: "Less pain", harms: "Six weeks on crutches" };
    const id = opinionEntries.add(doc, ana, { who: "Dr Osei" }, said);
    opinionEntries.add(doc, ana, { who: "Dr Silent" });
    const [advice] = adviceToAdd(doc);
    if (!advice) return expect.fail("no advice");
    const option = shownOption(doc, addAdvice(doc, ana, advice, "Operate"));
    if (!option) return expect.fail("no option");
    expect(adviceToAdd(doc)).toEqual([]);
    expect(option.entry?.opinion.value).toBe(id);
    expect(pointsOf(doc, option, "benefit").map(({ words }) => words)).toEqual(["Less pain"]);
    expect(pointsOf(doc, option, "harm").map(({ words }) => words)).toEqual(["Six weeks on crutches"]);
  });

  it("A4: weights never change what stands where", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Weight>("", ...weights), { minLength: 1, maxLength: 8 }), (given) => {
        const doc = newDocument();
        const ana = writerNamed("ana");
        const ids = given.map((_, at) => addPoint(doc, ana, waiting(doc), "benefit", `Point ${at}`));
        for (const [at, matters] of given.entries()) pointEntries.set(doc, ana, ids[at] ?? "", { matters });
        expect(pointsOf(doc, waiting(doc), "benefit").map(({ id }) => id)).toEqual(ids);
      }),
    );
  });

  it("A4: two phones that weigh one point keep both weights", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = addPoint(ana, byAna, waiting(ana), "harm", "More pain");
    exchange(ana, ben);
    pointEntries.set(ana, byAna, id, { matters: "lot" });
    pointEntries.set(ben, byBen, id, { matters: "little" });
    exchange(ana, ben);
    const { matters } = pointEntries.find(ana, id) ?? expect.fail("gone");
    expect([matters.value, ...matters.others].sort()).toEqual(["little", "lot"]);
  });
});

describe("A4: the log of decisions", () => {
  it("A4: changing one's mind keeps the old decision with its reason, newest first", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const old = decisionEntries.add(doc, ana, { option: "o1", on: "2026-12-01" }, { why: "My knee" });
    const next = decisionEntries.add(doc, ana, { option: "o2", on: "2026-12-05", replaces: old }, { why: "My work" });
    expect(decisions(doc).map(({ id }) => id)).toEqual([next, old]);
    expect(standingDecisions(doc).map(({ id }) => id)).toEqual([next]);
    expect(replacementOf(doc, old)?.id).toBe(next);
    expect(decisionEntries.find(doc, old)?.why).toBe("My knee");
    deleteEntry(doc, "decisions", next, ana);
    expect(standingDecisions(doc).map(({ id }) => id)).toEqual([old]);
  });

  it("A4: two phones that change one decision at once leave two that stand", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const old = decisionEntries.add(ana, byAna, { option: "o1", on: "2026-12-01" });
    exchange(ana, ben);
    const anas = decisionEntries.add(ana, byAna, { option: "o2", on: "2026-12-05", replaces: old });
    const bens = decisionEntries.add(ben, byBen, { option: "o3", on: "2026-12-05", replaces: old });
    exchange(ana, ben);
    expect(new Set(standingDecisions(ana).map(({ id }) => id))).toEqual(new Set([anas, bens]));
    expect(decisions(ana)).toHaveLength(3);
    expect(decisions(ben).map(({ id }) => id)).toEqual(decisions(ana).map(({ id }) => id));
  });

  it("A4: a page that a phone closed before a word was written takes no decision’s place", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    const old = decisionEntries.add(doc, ana, { option: WAITING, on: "2026-12-01" });
    const empty = decisionEntries.add(doc, ana, { on: "2026-12-05", replaces: old });
    expect(standingDecisions(doc).map(({ id }) => id)).toEqual([old]);
    expect(replacementOf(doc, old)).toBeNull();
    expect(hasDecided(doc)).toBe(true);
    decisionEntries.write(doc, empty, "why", "My work");
    expect(replacementOf(doc, old)?.id).toBe(empty);
  });

  it("A4: two phones that choose two ways in one decision keep both names apart", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = decisionEntries.add(ana, byAna, { on: "2026-12-01" });
    exchange(ana, ben);
    decisionEntries.set(ana, byAna, id, { option: "o1", called: "Operate" });
    decisionEntries.set(ben, byBen, id, { option: "o2", called: "Exercise" });
    exchange(ana, ben);
    const decision = decisionEntries.find(ana, id) ?? expect.fail("gone");
    expect(wordsOfDecision(decision).split(" · ").sort()).toEqual(["Exercise", "Operate"]);
    expect(decision.what).toBe("");
  });

  it("A4: “not yet, because …” is written down and is no decision", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    expect(hasDecided(doc)).toBe(false);
    const open = decisionEntries.add(doc, ana, { option: NOT_YET }, { why: "I wait for the X-ray" });
    expect(hasDecided(doc)).toBe(false);
    decisionEntries.add(doc, ana, { option: WAITING, replaces: open });
    expect(hasDecided(doc)).toBe(true);
  });

  it("F3: a decision may be for none of what the doctors advised", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    opinionEntries.add(doc, ana, { who: "Dr Osei" }, { recommended: "Operate" });
    decisionEntries.add(doc, ana, { option: "other" }, { what: "I ask my physiotherapist first" });
    expect(hasDecided(doc)).toBe(true);
    expect(optionEntries.list(doc)).toEqual([]);
  });
});

describe("A4: who decides, and what is still unclear", () => {
  it("A4: two phones that say who decides keep both answers", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    setCaseField(ana, byAna, "decidesWith", "me");
    setCaseField(ben, byBen, "decidesWith", "with-family");
    exchange(ana, ben);
    const { value, others } = caseField(ana, "decidesWith", "");
    expect([value, ...others].sort()).toEqual(["me", "with-family"]);
  });

  it("A4: each line of what is unclear becomes a question once, and the text stays", () => {
    const doc = newDocument();
    const ana = writerNamed("ana");
    editCaseText(doc, "unclear", "How long on crutches?\n\n  Can I drive? \nHow long on crutches?");
    expect(unclearLines(doc)).toEqual(["How long on crutches?", "Can I drive?"]);
    expect(askUnclear(doc, ana)).toHaveLength(2);
    expect(askUnclear(doc, ana)).toEqual([]);
    expect(questions(doc).map(({ text }) => text)).toEqual(["How long on crutches?", "Can I drive?"]);
    expect(caseText(doc, "unclear")).toContain("Can I drive?");
  });
});
