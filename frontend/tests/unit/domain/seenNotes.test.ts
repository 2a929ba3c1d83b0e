import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseDoc, Writer } from "../../../src/domain/case/document";
import { deleteEntry, restoreEntry } from "../../../src/domain/case/entries";
import { visitedDoctors } from "../../../src/domain/doctors/visitedDoctors";
import { opinionEntries } from "../../../src/domain/opinions/opinionEntries";
import { addRecord, setRecord } from "../../../src/domain/records/records";
import { MEDICINES } from "../../../src/domain/seen/seenItems";
import {
  inputsDiffer,
  type SeenState,
  seenNote,
  seenNotes,
  seenStates,
  setSeenNote,
} from "../../../src/domain/seen/seenNotes";
import { addVisit, type VisitFields, visits } from "../../../src/domain/visits/visits";
import { exchange, twoPhones } from "./twoDocs";

function visit(doc: CaseDoc, writer: Writer, who: string, when = "", more: Partial<VisitFields> = {}): string {
  return addVisit(doc, writer, { who, when, ...more });
}

describe("the doctors of a case", () => {
  const named = (doc: CaseDoc) => visitedDoctors(visits(doc)).map(({ name, visits }) => [name, visits.length]);

  it("F1: are visits taken together by name, however it was spaced", () => {
    const { ana, byAna } = twoPhones();
    for (const who of ["Dr Osei", " dr  osei ", "د. ليلى", "Dr Lindqvist", "د. ليلى"]) visit(ana, byAna, who);
    expect(named(ana)).toEqual([
      ["Dr Osei", 2],
      ["د. ليلى", 2],
      ["Dr Lindqvist", 1],
    ]);
  });

  it("F1: with one name and two sheets are two doctors; a visit without a sheet joins the first", () => {
    const { ana, byAna } = twoPhones();
    visit(ana, byAna, "Dr Smith", "2026-10-01T10:00", { doctor: "knees" });
    visit(ana, byAna, "Dr Smith", "2026-10-02T10:00", { doctor: "hips" });
    visit(ana, byAna, "Dr Smith", "2026-10-03T10:00");
    expect(named(ana)).toEqual([
      ["Dr Smith", 2],
      ["Dr Smith", 1],
    ]);
  });

  it("F1: stand alone while nobody has written a name", () => {
    const { ana, byAna } = twoPhones();
    visit(ana, byAna, "", "", { where: "City Clinic" });
    visit(ana, byAna, "", "", { where: "City Clinic" });
    expect(named(ana)).toEqual([
      ["City Clinic", 1],
      ["City Clinic", 1],
    ]);
  });
});

describe("what two doctors started from", () => {
  function knee() {
    const { ana, byAna } = twoPhones();
    const osei = visit(ana, byAna, "Dr Osei", "2026-10-08T09:00");
    const lindqvist = visit(ana, byAna, "Dr Lindqvist", "2026-12-03T10:30");
    const mri = addRecord(ana, byAna, { what: "MRI pictures" });
    const xray = addRecord(ana, byAna, { what: "X-ray" });
    const give = (item: string, to: string, state: SeenState = "given") => setSeenNote(ana, byAna, item, to, { state });
    const differs = () => {
      const { onlyFirst, onlySecond } = inputsDiffer(ana, osei, lindqvist);
      return [onlyFirst.map(({ name }) => name), onlySecond.map(({ name }) => name)];
    };
    return { ana, byAna, osei, lindqvist, mri, xray, give, differs };
  }

  it("F1: differed by the record that only one of them was given; offered or left out is not seen", () => {
    const { osei, lindqvist, mri, xray, give, differs } = knee();
    expect(differs()).toEqual([[], []]);
    give(mri, osei);
    give(mri, lindqvist);
    give(xray, osei);
    expect(differs()).toEqual([["X-ray"], []]);
    for (const state of ["offered", "left-out"] as const) {
      give(xray, lindqvist, state);
      expect(differs()).toEqual([["X-ray"], []]);
    }
    give(xray, lindqvist);
    expect(differs()).toEqual([[], []]);
  });

  it("F1: the maker of a record had it, so only the other doctor can lack it", () => {
    const { ana, byAna, osei, lindqvist, mri, give, differs } = knee();
    setRecord(ana, byAna, mri, { holder: "Dr Osei" });
    give(mri, lindqvist);
    expect(differs()).toEqual([[], []]);
    give(mri, lindqvist, "left-out");
    expect(differs()).toEqual([["MRI pictures"], []]);
    give(mri, lindqvist);
    give(mri, osei, "left-out");
    expect(differs()).toEqual([[], ["MRI pictures"]]);
  });

  it("F1: what one doctor holds and nobody ticked for anyone is no difference that anybody noted", () => {
    const { ana, byAna, mri, differs } = knee();
    setRecord(ana, byAna, mri, { holder: "Dr Osei" });
    expect(differs()).toEqual([[], []]);
  });

  it("F1: whether a doctor knew of what they made after the visit is not guessed", () => {
    const { ana, byAna, osei, lindqvist, mri, give, differs } = knee();
    setRecord(ana, byAna, mri, { holder: "Dr Osei", madeOn: "2026-10-20" });
    for (const state of ["given", "left-out"] as const) {
      give(mri, lindqvist, state);
      expect(differs()).toEqual([[], []]);
    }
    setRecord(ana, byAna, mri, { madeOn: "2026-10-08" });
    expect(differs()).toEqual([["MRI pictures"], []]);
    setRecord(ana, byAna, mri, { madeOn: "2026-10-20" });
    give(mri, osei);
    expect(differs()).toEqual([["MRI pictures"], []]);
  });

  it("F1: differed, too, when the record came only at a later visit", () => {
    const { ana, byAna, osei, lindqvist, xray, give, differs } = knee();
    const later = visit(ana, byAna, "Dr Lindqvist", "2027-01-10T10:30");
    give(xray, osei);
    give(xray, later);
    expect(differs()).toEqual([["X-ray"], []]);
    expect(inputsDiffer(ana, osei, later)).toEqual({ onlyFirst: [], onlySecond: [] });
    expect(inputsDiffer(ana, lindqvist, later)).toMatchObject({ onlySecond: [{ name: "X-ray" }] });
  });

  it("F1: leaves out what the two said themselves, and keeps what a third one said", () => {
    const { ana, byAna, osei, lindqvist, give, differs } = knee();
    const first = opinionEntries.add(ana, byAna, { who: "Dr Osei", visit: osei });
    const third = opinionEntries.add(ana, byAna, { who: "Dr Roe" });
    give(first, lindqvist);
    expect(differs()).toEqual([[], []]);
    give(third, lindqvist);
    expect(differs()).toEqual([[], ["Dr Roe"]]);
  });

  it("F1: says nothing about visits that were deleted, and speaks again when they come back", () => {
    const { ana, byAna, osei, lindqvist, xray, give, differs } = knee();
    give(xray, osei);
    deleteEntry(ana, "visits", lindqvist, byAna);
    expect(differs()).toEqual([[], []]);
    restoreEntry(ana, "visits", lindqvist);
    expect(differs()).toEqual([["X-ray"], []]);
  });

  it("F1: keeps both values of a cell that two phones filled in at once, and does not guess meanwhile", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const osei = visit(ana, byAna, "Dr Osei");
    const lindqvist = visit(ana, byAna, "Dr Lindqvist");
    setSeenNote(ana, byAna, MEDICINES, osei, { state: "given" });
    exchange(ana, ben);
    setSeenNote(ana, byAna, MEDICINES, lindqvist, { state: "given", how: "in person" });
    setSeenNote(ben, byBen, MEDICINES, lindqvist, { state: "left-out", why: "she has them already" });
    exchange(ana, ben);
    for (const doc of [ana, ben]) {
      const cell = seenNote(doc, MEDICINES, lindqvist);
      expect([cell.state.value, ...cell.state.others].sort()).toEqual(["given", "left-out"]);
      expect([cell.how.value, cell.why.value]).toEqual(["in person", "she has them already"]);
      expect(inputsDiffer(doc, osei, lindqvist)).toEqual({ onlyFirst: [], onlySecond: [] });
    }
    setSeenNote(ben, byBen, MEDICINES, lindqvist, { state: "left-out" });
    exchange(ana, ben);
    expect(seenNote(ana, MEDICINES, lindqvist).state).toEqual({ value: "left-out", others: [] });
    expect(inputsDiffer(ana, osei, lindqvist).onlyFirst).toMatchObject([{ kind: "medicines" }]);
  });

  it("F1: differ the same way from both sides, and only by what one had and the other had not", () => {
    const state = fc.constantFrom(...seenStates);
    fc.assert(
      fc.property(fc.array(fc.tuple(state, state), { maxLength: 12 }), (cells) => {
        const { ana, byAna } = twoPhones();
        const a = visit(ana, byAna, "A");
        const b = visit(ana, byAna, "B");
        const ids = cells.map(([toA, toB], at) => {
          const id = addRecord(ana, byAna, { what: `record ${at}` });
          setSeenNote(ana, byAna, id, a, { state: toA });
          setSeenNote(ana, byAna, id, b, { state: toB });
          return id;
        });
        const there = inputsDiffer(ana, a, b);
        const back = inputsDiffer(ana, b, a);
        expect(back).toEqual({ onlyFirst: there.onlySecond, onlySecond: there.onlyFirst });
        const only = (mine: 0 | 1) =>
          ids.filter((_, at) => cells[at]?.[mine] === "given" && cells[at]?.[1 - mine] !== "given");
        expect(there.onlyFirst.map(({ id }) => id)).toEqual(only(0));
        expect(there.onlySecond.map(({ id }) => id)).toEqual(only(1));
      }),
      { numRuns: 40 },
    );
  });
});

it("F1: the cells are the same map while nothing changed, and another one after", () => {
  const { ana, byAna } = twoPhones();
  const before = seenNotes(ana);
  expect(seenNotes(ana)).toBe(before);
  setSeenNote(ana, byAna, MEDICINES, "v1", { state: "offered", on: "2026-11-22" });
  expect(seenNotes(ana)).not.toBe(before);
  expect(seenNote(ana, MEDICINES, "v1")).toMatchObject({ state: { value: "offered" }, on: { value: "2026-11-22" } });
});
