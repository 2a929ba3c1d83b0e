import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deleteEntry } from "../../../src/domain/case/entries";
import { reasonEntries, reasons, reasonsByPoint } from "../../../src/domain/reasons/reasons";
import {
  firstTalk,
  guidePoints,
  raisedOf,
  reasonsOf,
  restoreReasons,
  setRaised,
  settlingTasks,
  tickedReasons,
  tickReason,
  untickReason,
} from "../../../src/domain/reasons/ticking";
import { taskEntries, tasks } from "../../../src/domain/tasks/tasks";
import { exchange, twoPhones } from "./twoDocs";

const names = guidePoints.flatMap((point) => [...reasonsByPoint[point]]);
const steps = fc.array(
  fc.record({ reason: fc.constantFrom(...names), on: fc.boolean(), byAna: fc.boolean(), meet: fc.boolean() }),
  { maxLength: 30 },
);

describe("the reasons of the guide", () => {
  it("W1: ticked become reasons of the case, in the order of the guide whatever the order of ticking", () => {
    const { ana, byAna } = twoPhones();
    for (const reason of ["communication", "doubts", "subspecialty"] as const) tickReason(ana, byAna, reason);
    expect(reasons(ana).map(({ which: reason }) => reason.value)).toEqual(["communication", "doubts", "subspecialty"]);
    expect(tickedReasons(reasons(ana))).toEqual(["doubts", "subspecialty", "communication"]);
  });

  it("W1: are sorted into what fits a second opinion and what to raise with the first doctor before, without a number", () => {
    expect(firstTalk).toContain("communication");
    expect(firstTalk).not.toContain("subspecialty");
    expect(firstTalk.every((reason) => names.includes(reason))).toBe(true);
  });

  it("W2: ticked and unticked on two phones in any order are the same on both, each once", () => {
    fc.assert(
      fc.property(steps, (story) => {
        const { ana, ben, byAna, byBen } = twoPhones();
        for (const { reason, on, byAna: isAna, meet } of story) {
          const [doc, writer] = isAna ? [ana, byAna] : [ben, byBen];
          if (on) tickReason(doc, writer, reason);
          else untickReason(doc, writer, reason);
          expect(tickedReasons(reasons(doc)).includes(reason)).toBe(on);
          if (meet) exchange(ana, ben);
        }
        exchange(ana, ben);
        const ticked = tickedReasons(reasons(ana));
        expect(tickedReasons(reasons(ben))).toEqual(ticked);
        expect(new Set(ticked).size).toBe(ticked.length);
      }),
    );
  });

  it("W2: one ticked on two phones at once is one reason with the words of both; unticking hides both, undo brings both back", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    tickReason(ana, byAna, "uncertain");
    tickReason(ben, byBen, "uncertain");
    for (const [doc, words] of [
      [ana, "They named two illnesses."],
      [ben, "Mum was told “maybe”. 🤷"],
    ] as const) {
      reasonEntries.write(doc, reasons(doc)[0]?.id ?? "", "words", words);
    }
    exchange(ana, ben);
    const saidBy = () => reasonsOf(reasons(ana), "uncertain").map(({ words }) => words);
    expect(tickedReasons(reasons(ana))).toEqual(["uncertain"]);
    expect(saidBy().sort()).toEqual(["Mum was told “maybe”. 🤷", "They named two illnesses."]);
    const hidden = untickReason(ana, byAna, "uncertain");
    expect(hidden).toHaveLength(2);
    expect(tickedReasons(reasons(ana))).toEqual([]);
    restoreReasons(ana, hidden);
    expect(saidBy()).toHaveLength(2);
  });

  it("W3: ticked again come back with the words they had; ticking twice changes nothing", () => {
    const { ana, byAna } = twoPhones();
    tickReason(ana, byAna, "options-unclear");
    const [first] = reasons(ana);
    reasonEntries.write(ana, first?.id ?? "", "words", "Nobody said what else there is.");
    untickReason(ana, byAna, "options-unclear");
    tickReason(ana, byAna, "options-unclear");
    tickReason(ana, byAna, "options-unclear");
    expect(reasons(ana).map(({ id, words }) => [id, words])).toEqual([[first?.id, "Nobody said what else there is."]]);
  });

  it("W4: ticked again without words are the same reason, with where raising it stood and the task to raise it", () => {
    const { ana, byAna } = twoPhones();
    const group = () => reasonsOf(reasons(ana), "communication");
    tickReason(ana, byAna, "communication");
    taskEntries.add(ana, byAna, { what: "Raise it", about: "settle", of: group()[0]?.id ?? "" });
    setRaised(ana, byAna, group(), "raised");
    for (let round = 0; round < 3; round += 1) {
      untickReason(ana, byAna, "communication");
      expect(settlingTasks(tasks(ana), group())).toEqual([]);
      tickReason(ana, byAna, "communication");
    }
    expect(raisedOf(group()).value).toBe("raised");
    expect(settlingTasks(tasks(ana), group())).toHaveLength(1);
    expect(reasonEntries.deleted(ana)).toEqual([]);
  });

  it("W3: hold 10,000 letters and right-to-left words as they were typed", () => {
    const { ana, byAna } = twoPhones();
    tickReason(ana, byAna, "complex");
    const id = reasons(ana)[0]?.id ?? "";
    for (const words of ["n".repeat(10_000), "ركبة أمي اليسرى", ""]) {
      reasonEntries.write(ana, id, "words", words);
      expect(reasons(ana)[0]?.words).toBe(words);
    }
  });

  it("W3: are apart from worries of the patient’s own, which no tick hides", () => {
    const { ana, byAna } = twoPhones();
    const id = reasonEntries.add(ana, byAna, { which: "own" }, { words: "It runs in the family." });
    tickReason(ana, byAna, "complex");
    untickReason(ana, byAna, "complex");
    expect(reasons(ana).map((reason) => reason.id)).toEqual([id]);
    expect(tickedReasons(reasons(ana))).toEqual([]);
  });
});

describe("raising a worry with the first doctor", () => {
  it("W4: is said for every entry of the reason, and the task to raise it is done by it and open again when taken back", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    tickReason(ana, byAna, "not-heard");
    tickReason(ben, byBen, "not-heard");
    exchange(ana, ben);
    const group = () => reasonsOf(reasons(ana), "not-heard");
    const about = group()[1]?.id ?? "";
    taskEntries.add(ana, byAna, { what: "Raise it", about: "settle", of: about });
    taskEntries.add(ana, byAna, { what: "Something else", about: "own", of: about });
    const task = () => settlingTasks(tasks(ana), group())[0] ?? expect.fail("no task");
    expect(settlingTasks(tasks(ana), group())).toHaveLength(1);
    setRaised(ana, byAna, group(), "raised");
    expect(raisedOf(group())).toEqual({ value: "raised", others: [] });
    const doneAt = task().doneAt.value;
    expect(doneAt).not.toBe("");
    setRaised(ana, byAna, group(), "settled");
    expect(task().doneAt.value).toBe(doneAt);
    setRaised(ana, byAna, group(), "");
    expect(raisedOf(group())).toEqual({ value: "", others: [] });
    expect(task().doneAt.value).toBe("");
    expect(tasks(ana).filter(({ doneAt }) => doneAt.value !== "")).toEqual([]);
  });

  it("W4: keeps what two phones said at once, as two values to choose from", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    tickReason(ana, byAna, "communication");
    exchange(ana, ben);
    setRaised(ana, byAna, reasons(ana), "raised");
    setRaised(ben, byBen, reasons(ben), "settled");
    exchange(ana, ben);
    const { value, others } = raisedOf(reasons(ana));
    expect([value, ...others].sort()).toEqual(["raised", "settled"]);
    setRaised(ben, byBen, reasons(ben), "settled");
    exchange(ana, ben);
    expect(raisedOf(reasons(ana))).toEqual({ value: "settled", others: [] });
  });

  it("W4: shows both values also where two entries of one reason say different things, and none where only one was asked", () => {
    const { ana, byAna } = twoPhones();
    const ids = [1, 2, 3].map(() => reasonEntries.add(ana, byAna, { which: "not-heard" }));
    expect(raisedOf(reasons(ana))).toEqual({ value: "", others: [] });
    reasonEntries.set(ana, byAna, ids[1] ?? "", { raised: "raised" });
    expect(raisedOf(reasons(ana))).toEqual({ value: "raised", others: [] });
    reasonEntries.set(ana, byAna, ids[2] ?? "", { raised: "settled" });
    const { value, others } = raisedOf(reasons(ana));
    expect([value, ...others].sort()).toEqual(["raised", "settled"]);
    deleteEntry(ana, "reasons", ids[2] ?? "", byAna);
    expect(raisedOf(reasons(ana))).toEqual({ value: "raised", others: [] });
    expect(raisedOf([])).toEqual({ value: "", others: [] });
  });
});
