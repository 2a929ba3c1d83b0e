import { describe, expect, it } from "vitest";
import type { CaseDoc } from "../../../src/domain/case/document";
import { deleteEntry } from "../../../src/domain/case/entries";
import { firstDoctor, visitsThatReport } from "../../../src/domain/doctors/reports";
import { allergyEntries } from "../../../src/domain/health/health";
import { opinionEntries } from "../../../src/domain/opinions/opinionEntries";
import { addRecord, setRecord } from "../../../src/domain/records/records";
import { gapsOf, giveAll, seenGrid } from "../../../src/domain/seen/seenGrid";
import { MEDICINES } from "../../../src/domain/seen/seenItems";
import { fieldsForState, seenNote, setSeenNote } from "../../../src/domain/seen/seenNotes";
import { addVisit, setVisit } from "../../../src/domain/visits/visits";
import { exchange, twoPhones } from "./twoDocs";

const NOW = "2026-11-22T12:00";

function knee() {
  const phones = twoPhones();
  const { ana, byAna } = phones;
  const first = addVisit(ana, byAna, { who: "Dr Osei", when: "2026-10-08T09:00" });
  const again = addVisit(ana, byAna, { who: "Dr Osei", when: "2026-12-20T09:00" });
  const second = addVisit(ana, byAna, { who: "Dr Lindqvist", when: "2026-12-03T10:30" });
  const mri = addRecord(ana, byAna, { what: "MRI", madeOn: "2026-09-20" });
  const xray = addRecord(ana, byAna, { what: "X-ray" });
  return { ...phones, first, again, second, mri, xray };
}

const states = (doc: CaseDoc) => seenGrid(doc, NOW).rows.map(({ cells }) => cells.map(({ state }) => state));
const names = (items: readonly { name: string; kind: string }[]) => items.map(({ name, kind }) => name || kind);

describe("the grid of who has seen what", () => {
  it("F1: has a row for each record and the medicines, a column for each doctor, and the strongest of the visits", () => {
    const { ana, byAna, first, again, mri, xray, second } = knee();
    expect(seenGrid(ana, NOW).doctors.map(({ name }) => name)).toEqual(["Dr Osei", "Dr Lindqvist"]);
    setSeenNote(ana, byAna, mri, first, { state: "offered" });
    setSeenNote(ana, byAna, mri, again, { state: "given", on: "2026-12-20" });
    setSeenNote(ana, byAna, xray, first, { state: "left-out", why: "It is old." });
    setSeenNote(ana, byAna, MEDICINES, second, { state: "offered" });
    expect(states(ana)).toEqual([
      ["given", ""],
      ["left-out", ""],
      ["", "offered"],
    ]);
    const grid = seenGrid(ana, NOW);
    expect(grid.rows[0]?.cells[0]?.visit).toBe(again);
    expect(names(gapsOf(grid, 0).notYet)).toEqual(["medicines"]);
    expect(names(gapsOf(grid, 0).leftOut)).toEqual(["X-ray"]);
    expect(names(gapsOf(grid, 1).notYet)).toEqual(["MRI", "X-ray"]);
    expect(names(gapsOf(grid, 1).offered)).toEqual(["medicines"]);
  });

  it("F1: a doctor has the records that they made, or that their clinic holds, without any tick", () => {
    const { ana, byAna, first, second, mri, xray } = knee();
    setRecord(ana, byAna, mri, { holder: "dr  osei" });
    expect(states(ana).slice(0, 2)).toEqual([
      ["held", ""],
      ["", ""],
    ]);
    setVisit(ana, byAna, second, { where: "Lake Hospital, second floor" });
    setRecord(ana, byAna, xray, { holder: "Lake Hospital" });
    expect(states(ana)[1]).toEqual(["", "held"]);
    expect(names(gapsOf(seenGrid(ana, NOW), 0).notYet)).toEqual(["X-ray", "medicines"]);
    giveAll(ana, byAna, seenGrid(ana, NOW), 0, "2026-11-22");
    expect(states(ana)[0]?.[0]).toBe("held");
    setSeenNote(ana, byAna, mri, first, { state: "left-out" });
    expect(states(ana)[0]?.[0]).toBe("left-out");
  });

  it("F1: two values for who holds a record, or nobody named, make it nobody's", () => {
    const { ana, ben, byAna, byBen, mri } = knee();
    addVisit(ana, byAna, { who: " " });
    expect(states(ana)[0]).toEqual(["", "", ""]);
    exchange(ana, ben);
    setRecord(ana, byAna, mri, { holder: "Dr Osei" });
    setRecord(ben, byBen, mri, { holder: "Dr Lindqvist" });
    exchange(ana, ben);
    for (const doc of [ana, ben]) expect(states(doc)[0]).toEqual(["", "", ""]);
  });

  it("F1: has a row for the rest of the patient's health once something is written down", () => {
    const { ana, byAna } = knee();
    const kinds = () => seenGrid(ana, NOW).rows.map(({ item }) => item.kind);
    const empty = allergyEntries.add(ana, byAna, {});
    expect(kinds()).toEqual(["record", "record", "medicines"]);
    allergyEntries.set(ana, byAna, empty, { to: "Penicillin" });
    expect(kinds()).toEqual(["record", "record", "medicines", "health"]);
  });

  it("F1: keeps what nobody has said yet with the doctor's next visit, else with the last one", () => {
    const { ana, first, again } = knee();
    const visitAt = (now: string) => seenGrid(ana, now).rows[0]?.cells[0]?.visit;
    expect(visitAt("2026-10-01T09:00")).toBe(first);
    expect(visitAt(NOW)).toBe(again);
    expect(visitAt("2027-05-01T09:00")).toBe(again);
  });

  it("F1: gives all at once, except what is left out on purpose, and takes it back", () => {
    const { ana, byAna, second, mri, xray } = knee();
    setSeenNote(ana, byAna, mri, second, { state: "offered", on: "2026-11-01" });
    setSeenNote(ana, byAna, xray, second, { state: "left-out" });
    const before = states(ana);
    const takeBack = giveAll(ana, byAna, seenGrid(ana, NOW), 1, "2026-11-22");
    expect(states(ana).map((row) => row[1])).toEqual(["given", "left-out", "given"]);
    expect(seenNote(ana, MEDICINES, second).on.value).toBe("2026-11-22");
    takeBack();
    expect(states(ana)).toEqual(before);
    expect(seenNote(ana, mri, second).on.value).toBe("2026-11-01");
  });

  it("F1: shows a cell that two phones filled in at once as two values, and leaves it alone until someone chooses", () => {
    const { ana, ben, byAna, byBen, second, mri } = knee();
    exchange(ana, ben);
    setSeenNote(ana, byAna, mri, second, { state: "given" });
    setSeenNote(ben, byBen, mri, second, { state: "left-out" });
    exchange(ana, ben);
    for (const doc of [ana, ben]) {
      const grid = seenGrid(doc, NOW);
      expect(grid.rows[0]?.cells[1]).toMatchObject({ visit: second, isDisputed: true });
      const gaps = gapsOf(grid, 1);
      expect(names(gaps.disputed)).toEqual(["MRI"]);
      expect(names([...gaps.notYet, ...gaps.offered, ...gaps.leftOut])).not.toContain("MRI");
    }
    giveAll(ana, byAna, seenGrid(ana, NOW), 1, "2026-11-22");
    expect(seenNote(ana, mri, second).state.others).toHaveLength(1);
  });

  it("F1: never asks a doctor to see what they said themselves, and shows the report they were asked to send", () => {
    const { ana, byAna, second } = knee();
    opinionEntries.add(ana, byAna, { who: "Dr Lindqvist", visit: second });
    const opinion = () =>
      seenGrid(ana, NOW)
        .rows.at(-1)
        ?.cells.map(({ state }) => state);
    expect(opinion()).toEqual(["", "own"]);
    setVisit(ana, byAna, second, { report: "asked" });
    expect(opinion()).toEqual(["asked", "own"]);
    setVisit(ana, byAna, second, { report: "sent" });
    expect(opinion()).toEqual(["sent", "own"]);
    expect(gapsOf(seenGrid(ana, NOW), 1).notYet.some(({ kind }) => kind === "opinion")).toBe(false);
  });

  it("F1: still knows a doctor's own words by the name when the visit they belong to was deleted", () => {
    const { ana, byAna, second, mri, xray } = knee();
    const further = addVisit(ana, byAna, { who: "Dr Lindqvist", when: "2026-12-09T10:30" });
    opinionEntries.add(ana, byAna, { visit: further }, { diagnosis: "A tear" });
    deleteEntry(ana, "visits", further, byAna);
    deleteEntry(ana, "records", mri, byAna);
    deleteEntry(ana, "records", xray, byAna);
    expect(seenGrid(ana, NOW).doctors.map(({ visits }) => visits.length)).toEqual([2, 1]);
    expect(seenGrid(ana, NOW).rows.at(-1)?.item.name).toBe("Dr Lindqvist");
    expect(states(ana).at(-1)).toEqual(["", "own"]);
    setVisit(ana, byAna, second, { who: "Dr Roe" });
    expect(states(ana).at(-1)).toEqual(["", ""]);
  });

  it("F1: keeps what is said today with today's visit when only its day is known", () => {
    const { ana, byAna } = twoPhones();
    const today = addVisit(ana, byAna, { who: "Dr Osei", when: "2026-11-22" });
    addVisit(ana, byAna, { who: "Dr Osei", when: "2026-12-22" });
    expect(seenGrid(ana, NOW).rows[0]?.cells[0]?.visit).toBe(today);
  });

  it("F1: fills in the day once and never writes over it", () => {
    const { ana, byAna, second, mri } = knee();
    const said = () => seenNote(ana, mri, second);
    expect(fieldsForState(said(), "given", "2026-11-22")).toEqual({ state: "given", on: "2026-11-22" });
    expect(fieldsForState(said(), "left-out", "2026-11-22")).toEqual({ state: "left-out" });
    setSeenNote(ana, byAna, mri, second, { on: "2026-11-01" });
    expect(fieldsForState(said(), "given", "2026-11-22")).toEqual({ state: "given" });
  });

  it("F1: gives 500 records to a doctor in one change, odd names among them", () => {
    const { ana, byAna } = twoPhones();
    for (const who of ["Dr Osei", "د. ليلى", "🩺", "x".repeat(10_000)]) addVisit(ana, byAna, { who });
    for (let n = 0; n < 500; n += 1) addRecord(ana, byAna, { what: n % 2 ? "Blood test" : "تحليل 🩸" });
    let changes = 0;
    ana.on("update", () => {
      changes += 1;
    });
    giveAll(ana, byAna, seenGrid(ana, NOW), 0, "2026-11-22");
    giveAll(ana, byAna, seenGrid(ana, NOW), 3, "2026-11-22");
    const grid = seenGrid(ana, NOW);
    expect(changes).toBe(2);
    expect(grid.rows).toHaveLength(501);
    expect(gapsOf(grid, 0).notYet).toEqual([]);
    expect(gapsOf(grid, 1).notYet).toHaveLength(501);
  });
});

describe("the second doctor's report", () => {
  it("P1: can be asked of every doctor but the first; the patient may say who was first", () => {
    const { ana, byAna, first, again, second } = knee();
    expect(firstDoctor(ana)?.name).toBe("Dr Osei");
    expect(visitsThatReport(ana).map(({ id }) => id)).toEqual([second]);
    setVisit(ana, byAna, second, { part: "first" });
    expect(visitsThatReport(ana).map(({ id }) => id)).toEqual([first, again]);
    setVisit(ana, byAna, again, { part: "other" });
    expect(visitsThatReport(ana).map(({ id }) => id)).toEqual([first]);
  });

  it("P1: a second doctor or a physiotherapist who is seen first is not taken for the first doctor", () => {
    const { ana, byAna } = twoPhones();
    addVisit(ana, byAna, { who: "Physio", part: "other", when: "2026-09-01T09:00" });
    const second = addVisit(ana, byAna, { who: "Dr Lindqvist", part: "second", when: "2026-10-01T09:00" });
    expect(firstDoctor(ana)).toBeNull();
    expect(visitsThatReport(ana).map(({ id }) => id)).toEqual([second]);
    addVisit(ana, byAna, { who: "Dr Osei", when: "2026-11-01T09:00" });
    expect(firstDoctor(ana)?.name).toBe("Dr Osei");
  });

  it("P1: nobody is asked before there is a visit", () => {
    const { ana } = twoPhones();
    expect(firstDoctor(ana)).toBeNull();
    expect(visitsThatReport(ana)).toEqual([]);
  });
});
