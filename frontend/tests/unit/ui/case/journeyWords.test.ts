import { describe, expect, it } from "vitest";
import { addConsultation } from "../../../../src/domain/consultations";
import { setDecideBy } from "../../../../src/domain/decideBy";
import type { CaseDoc } from "../../../../src/domain/document";
import { journey } from "../../../../src/domain/journey";
import { setNoMedicines } from "../../../../src/domain/medicines";
import { addNote } from "../../../../src/domain/notes";
import { addQuestion } from "../../../../src/domain/questions";
import { addRecord, setRecord } from "../../../../src/domain/records";
import { find } from "../../../../src/ui/routes";
import { stepOf } from "../../../../src/ui/screens/case/nextStep";
import { stageRows } from "../../../../src/ui/screens/case/stageRows";

import { NotHere } from "../../../../src/ui/screens/notHere";
import { twoPhones } from "../../domain/twoDocs";

const NOW = "2026-11-22T12:00";
const AFTER = "2026-12-03T11:30";

/** Every state of a case from empty to talked over, with the time at which it is looked at. */
function* aCaseGrowing(): Generator<[doc: CaseDoc, now: string]> {
  const { ana, byAna } = twoPhones();
  yield [ana, NOW];
  setDecideBy(ana, byAna, { date: "2026-12-14" });
  yield [ana, NOW];
  addQuestion(ana, byAna, "What if I wait?");
  yield [ana, NOW];
  const record = addRecord(ana, byAna, { what: "MRI pictures" });
  yield [ana, NOW];
  setRecord(ana, byAna, record, { status: "have" });
  yield [ana, NOW];
  setNoMedicines(ana, byAna, true);
  yield [ana, NOW];
  const visit = addConsultation(ana, byAna, { who: "Dr Lindqvist", when: "2026-12-03T10:30" });
  yield [ana, NOW];
  yield [ana, AFTER];
  addNote(ana, byAna, "Exercise first.", visit);
  yield [ana, AFTER];
}

async function leadsSomewhere(href: string): Promise<boolean> {
  const { load } = find(href.split("?")[0] ?? "");
  return (await load()) !== NotHere;
}

describe("the next step", () => {
  it("is a sentence and a button that leads to a screen, in every state of a case", async () => {
    const seen = new Set<string>();
    for (const [doc, now] of aCaseGrowing()) {
      const state = journey(doc, now);
      const step = stepOf(state);
      seen.add(state.next);
      expect(step.sentence + step.action).not.toMatch(/[{}]|undefined/);
      expect(await leadsSomewhere(step.href)).toBe(true);
    }
    expect(seen.size).toBe(9);
  });

  it("names the visit that it is about, and opens that one", () => {
    const doc = [...aCaseGrowing()].at(-1)?.[0] ?? expect.fail("no case");
    const ahead = stepOf(journey(doc, NOW));
    expect(ahead.sentence).toContain("Dr Lindqvist");
    expect(ahead.href).toMatch(/^\/case\/consultations\/.+/);
  });

  it("takes an unnamed visit for what it is", () => {
    const { ana, byAna } = twoPhones();
    addConsultation(ana, byAna, { when: "2026-11-20T09:00" });
    const step = stepOf(journey(ana, NOW));
    expect(step.sentence).not.toContain("\u2068");
    expect(step.href).toMatch(/^\/journal\/note\/new\?visit=.+/);
  });
});

describe("the stages", () => {
  it("are six, each with a word on it and a way on that exists", async () => {
    for (const [doc, now] of aCaseGrowing()) {
      const rows = stageRows(journey(doc, now));
      expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5, 6]);
      for (const row of rows) {
        expect(row.detail).not.toBe("");
        expect(row.links.length).toBeGreaterThan(1);
        for (const link of row.links) expect(await leadsSomewhere(link.href)).toBe(true);
      }
    }
  });

  it("say how far the preparing is", () => {
    const { ana, byAna } = twoPhones();
    addQuestion(ana, byAna, "What if I wait?");
    setRecord(ana, byAna, addRecord(ana, byAna, { what: "MRI pictures" }), { status: "have" });
    addRecord(ana, byAna, { what: "X-ray" });
    const prepare = stageRows(journey(ana, NOW)).find((row) => row.stage === "prepare");
    expect(prepare).toMatchObject({ state: "now", detail: "1 of 2 records here · 1 question" });
  });

  it("has exactly one present stage, because deciding stays open", () => {
    for (const [doc, now] of aCaseGrowing()) {
      expect(stageRows(journey(doc, now)).filter((row) => row.state === "now").length).toBe(1);
    }
  });
});
