// The grid of who has seen what: things × doctors. A cell is the strongest of what was said for the doctor's visits. It shows
// gaps, so that nothing is withheld by accident; what the patient leaves out on purpose stays left out.
import { type Consultation, consultations } from "./consultations";
import {
  cellIn,
  type Disclosure,
  type DisclosureState,
  type Disclosures,
  disclosures,
  setDisclosure,
} from "./disclosure";
import { type Doctor, doctorsOf } from "./doctors";
import type { CaseDoc, Writer } from "./document";
import { isAhead } from "./guard";
import { opinions } from "./opinionEntries";
import { firstDoctor } from "./reports";
import { opinionsBy, recordsHeldBy, type Thing, things } from "./things";

/**
 * "" is not ticked, which is not the same as not seen. "own": what this doctor said. "held": a record that they or their clinic
 * made or hold. "asked", "sent": the report that another doctor was asked to send to this one.
 */
export type CellState = DisclosureState | "own" | "held" | "asked" | "sent";
/** `visit` is where the cell is kept and opened. `isDisputed`: two phones said different things, and somebody must choose. */
export type Cell = { state: CellState; visit: string; said: Disclosure; isDisputed: boolean };
export type Row = { thing: Thing; cells: readonly Cell[] };
export type Grid = { doctors: readonly Doctor[]; rows: readonly Row[] };
export type Gaps = { notYet: Thing[]; offered: Thing[]; leftOut: Thing[]; disputed: Thing[] };

const strongestFirst: readonly DisclosureState[] = ["given", "offered", "left-out", ""];

/** `now` is local time (YYYY-MM-DDTHH:MM): what nobody has said yet is kept with the doctor's next visit, else the last. */
export function whoHasSeen(doc: CaseDoc, now: string): Grid {
  const doctors = doctorsOf(consultations(doc));
  const cells = disclosures(doc);
  const first = firstDoctor(doc)?.key;
  const reportOf = reportsByOpinion(doc);
  const columns = doctors.map((doctor) => ({
    doctor,
    own: opinionsBy(doc, doctor),
    held: recordsHeldBy(doc, doctor),
    isFirst: doctor.key === first,
  }));
  const rows = things(doc).map((thing) => ({
    thing,
    cells: columns.map(({ doctor, own, held, isFirst }) => {
      const cell = strongest(cells, thing.id, doctor.visits, now);
      if (own.has(thing.id)) return { ...cell, state: "own" as const };
      if (held.has(thing.id) && cell.state === "") return { ...cell, state: "held" as const };
      const report = isFirst && cell.state === "" ? reportOf.get(thing.id) : undefined;
      return report ? { ...cell, state: report } : cell;
    }),
  }));
  return { doctors, rows };
}

/** What is not ticked for the doctor in column `at`, offered to them, or left out. What two phones dispute stands apart. */
export function gapsOf({ rows }: Grid, at: number): Gaps {
  const inState = (...states: CellState[]) =>
    rows.filter(({ cells }) => cells[at] && !cells[at].isDisputed && states.includes(cells[at].state));
  const thingsOf = (found: Row[]) => found.map(({ thing }) => thing);
  return {
    notYet: thingsOf(inState("", "asked", "sent")),
    offered: thingsOf(inState("offered")),
    leftOut: thingsOf(inState("left-out")),
    disputed: thingsOf(rows.filter(({ cells }) => cells[at]?.isDisputed)),
  };
}

/**
 * Says of everything that was not given yet that the doctor in column `at` has it now. What was left out on purpose, and
 * what two phones dispute, stays. Returns what takes it back.
 */
export function giveAll(doc: CaseDoc, writer: Writer, grid: Grid, at: number, on: string): () => void {
  const open = grid.rows.flatMap(({ thing, cells }) => {
    const cell = cells[at];
    return cell && !cell.isDisputed && isOpen(cell.state) ? [{ thing: thing.id, cell }] : [];
  });
  doc.transact(() => {
    for (const { thing, cell } of open) setDisclosure(doc, writer, thing, cell.visit, { state: "given", on });
  });
  return () =>
    doc.transact(() => {
      for (const { thing, cell } of open) {
        const before = { state: cell.said.state.value, on: cell.said.on.value };
        setDisclosure(doc, writer, thing, cell.visit, before);
      }
    });
}

function isOpen(state: CellState): boolean {
  return state === "" || state === "offered" || state === "asked" || state === "sent";
}

function strongest(cells: Disclosures, thing: string, visits: readonly Consultation[], now: string): Cell {
  const said = visits.map(({ id }) => ({ visit: id, said: cellIn(cells, thing, id) }));
  const found = said.flatMap(({ visit, said: cell }) =>
    [cell.state.value, ...cell.state.others].map((state) => ({ visit, state, said: cell })),
  );
  const weakness = ({ state, said: { state: field } }: (typeof found)[number]) =>
    strongestFirst.indexOf(state) + (field.others.length > 0 ? 0.5 : 0);
  found.sort((a, b) => weakness(a) - weakness(b));
  const [best] = found;
  if (best === undefined || best.state === "") {
    const visit = visitToFill(visits, now);
    return { state: "", visit, said: cellIn(cells, thing, visit), isDisputed: false };
  }
  return { ...best, isDisputed: best.said.state.others.length > 0 };
}

function visitToFill(visits: readonly Consultation[], now: string): string {
  const next = visits.find(({ when }) => when.value === "" || isAhead(when.value, now));
  return (next ?? visits.at(-1))?.id ?? "";
}

function reportsByOpinion(doc: CaseDoc): ReadonlyMap<string, "asked" | "sent"> {
  const byVisit = new Map(consultations(doc).map(({ id, report }) => [id, report.value]));
  return new Map(
    opinions(doc).flatMap(({ id, consultation }) => {
      const report = byVisit.get(consultation.value);
      return report ? [[id, report] as const] : [];
    }),
  );
}
