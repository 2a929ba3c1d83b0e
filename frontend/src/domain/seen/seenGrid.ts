// The grid of who has seen what: items × doctors. A cell shows the strongest statement from all visits to that doctor.
// The grid shows gaps, so that nothing is withheld by accident; what the patient leaves out on purpose stays left out.

import type { CaseDoc, Writer } from "../case/document";
import { isAhead } from "../decideBy/deadlineCheck";
import { firstDoctor } from "../doctors/reports";
import { type VisitedDoctor, visitedDoctors } from "../doctors/visitedDoctors";
import { opinions } from "../opinions/opinionEntries";
import { type Visit, visits } from "../visits/visits";
import { opinionsBy, recordsHeldBy, type SeenItem, seenItems } from "./seenItems";
import { cellIn, type SeenNote, type SeenNotes, type SeenState, seenNotes, setSeenNote } from "./seenNotes";

/**
 * "" is not ticked, which is not the same as not seen. "own": what this doctor said. "held": a record that they or
 * their clinic made or hold. "asked", "sent": the report that another doctor was asked to send to this one.
 */
export type CellState = SeenState | "own" | "held" | "asked" | "sent";
/** `visit` is where the cell is stored and opened. `isDisputed`: two phones disagree, and somebody must choose. */
export type Cell = { state: CellState; visit: string; said: SeenNote; isDisputed: boolean };
export type Row = { item: SeenItem; cells: readonly Cell[] };
/** `nextVisit` is the id of the next visit that has a day, or "". */
export type SeenGrid = { doctors: readonly VisitedDoctor[]; rows: readonly Row[]; nextVisit: string };
export type Gaps = { notYet: SeenItem[]; offered: SeenItem[]; leftOut: SeenItem[]; disputed: SeenItem[] };

const strongestFirst: readonly SeenState[] = ["given", "offered", "left-out", ""];

/** `now` is local (YYYY-MM-DDTHH:MM): an empty cell is stored with the doctor's next visit, else the last. */
export function seenGrid(doc: CaseDoc, now: string): SeenGrid {
  const doctors = visitedDoctors(visits(doc));
  const cells = seenNotes(doc);
  const first = firstDoctor(doc)?.key;
  const reportOf = reportsByOpinion(doc);
  const columns = doctors.map((doctor) => ({
    doctor,
    own: opinionsBy(doc, doctor),
    held: recordsHeldBy(doc, doctor),
    isFirst: doctor.key === first,
  }));
  const rows = seenItems(doc).map((item) => ({
    item,
    cells: columns.map(({ doctor, own, held, isFirst }) => {
      const cell = strongest(cells, item.id, doctor.visits, now);
      if (own.has(item.id)) return { ...cell, state: "own" as const };
      if (held.has(item.id) && cell.state === "") return { ...cell, state: "held" as const };
      const report = isFirst && cell.state === "" ? reportOf.get(item.id) : undefined;
      return report ? { ...cell, state: report } : cell;
    }),
  }));
  const next = visits(doc).find(({ when }) => when.value !== "" && isAhead(when.value, now));
  return { doctors, rows, nextVisit: next?.id ?? "" };
}

/** What is not ticked for the doctor in column `at`, offered, or left out. Disputed cells are listed apart. */
export function gapsOf({ rows }: SeenGrid, at: number): Gaps {
  const inState = (...states: CellState[]) =>
    rows.filter(({ cells }) => cells[at] && !cells[at].isDisputed && states.includes(cells[at].state));
  const itemsOf = (found: Row[]) => found.map(({ item }) => item);
  return {
    notYet: itemsOf(inState("", "asked", "sent")),
    offered: itemsOf(inState("offered")),
    leftOut: itemsOf(inState("left-out")),
    disputed: itemsOf(rows.filter(({ cells }) => cells[at]?.isDisputed)),
  };
}

/**
 * Records that the doctor in column `at` now has everything that was not given yet. What was left out on purpose, and
 * what two phones dispute, stays. Returns the undo.
 */
export function giveAll(doc: CaseDoc, writer: Writer, grid: SeenGrid, at: number, on: string): () => void {
  const open = grid.rows.flatMap(({ item, cells }) => {
    const cell = cells[at];
    return cell && !cell.isDisputed && isOpen(cell.state) ? [{ item: item.id, cell }] : [];
  });
  doc.transact(() => {
    for (const { item, cell } of open) setSeenNote(doc, writer, item, cell.visit, { state: "given", on });
  });
  return () =>
    doc.transact(() => {
      for (const { item, cell } of open) {
        const before = { state: cell.said.state.value, on: cell.said.on.value };
        setSeenNote(doc, writer, item, cell.visit, before);
      }
    });
}

function isOpen(state: CellState): boolean {
  return state === "" || state === "offered" || state === "asked" || state === "sent";
}

function strongest(cells: SeenNotes, item: string, visits: readonly Visit[], now: string): Cell {
  const said = visits.map(({ id }) => ({ visit: id, said: cellIn(cells, item, id) }));
  const found = said.flatMap(({ visit, said: cell }) =>
    [cell.state.value, ...cell.state.others].map((state) => ({ visit, state, said: cell })),
  );
  const weakness = ({ state, said: { state: field } }: (typeof found)[number]) =>
    strongestFirst.indexOf(state) + (field.others.length > 0 ? 0.5 : 0);
  found.sort((a, b) => weakness(a) - weakness(b));
  const [best] = found;
  if (best === undefined || best.state === "") {
    const visit = visitToFill(visits, now);
    return { state: "", visit, said: cellIn(cells, item, visit), isDisputed: false };
  }
  return { ...best, isDisputed: best.said.state.others.length > 0 };
}

function visitToFill(visits: readonly Visit[], now: string): string {
  const next = visits.find(({ when }) => when.value === "" || isAhead(when.value, now));
  return (next ?? visits.at(-1))?.id ?? "";
}

function reportsByOpinion(doc: CaseDoc): ReadonlyMap<string, "asked" | "sent"> {
  const byVisit = new Map(visits(doc).map(({ id, report }) => [id, report.value]));
  return new Map(
    opinions(doc).flatMap(({ id, visit }) => {
      const report = byVisit.get(visit.value);
      return report ? [[id, report] as const] : [];
    }),
  );
}
