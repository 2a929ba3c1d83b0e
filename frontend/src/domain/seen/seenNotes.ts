// Who has seen what: for every item (a record, the medicines list, another doctor's opinion) and every visit, whether
// the doctor got it. Stored by item and visit, so that two phones that fill in the same cell write to the same place.
// Nothing is guessed: while two phones disagree about a cell, the doctor counts neither as having had the item nor as
// not having had it.

import { type CaseDoc, type Field, rootMap, type Scalar, type Writer, writeField } from "../case/document";
import { visitedDoctors } from "../doctors/visitedDoctors";
import { type Visit, visits } from "../visits/visits";
import { opinionsBy, recordsHeldBy, type SeenItem, seenItems } from "./seenItems";

export const seenStates = ["", "given", "offered", "left-out"] as const;
/** "" is "not yet". Leaving out is deliberate, and `why` says so in the patient's words. */
export type SeenState = (typeof seenStates)[number];
/** `on` is a calendar date (YYYY-MM-DD) or "". */
export type SeenFields = { state: SeenState; how: string; on: string; why: string };
export type SeenNote = { [K in keyof SeenFields]: Field<SeenFields[K]> };
/** Every cell that somebody has filled in, by `cellKey`. */
export type SeenNotes = ReadonlyMap<string, SeenNote>;

const nothing: SeenNote = {
  state: { value: "", others: [] },
  how: { value: "", others: [] },
  on: { value: "", others: [] },
  why: { value: "", others: [] },
};
type Noted = ReturnType<typeof notedOf>;
type Written = Partial<Record<keyof SeenFields, string[]>>;

const ROOT = "seen";
const read = new WeakMap<CaseDoc, { cells: SeenNotes | null }>();

/**
 * What, by the patient's notes, the first doctor had at that visit and the second had not, and the other way round. A
 * cell that nobody filled in says only that: the screen must not say that the doctor has not seen the item.
 */
export function inputsDiffer(
  doc: CaseDoc,
  visitA: string,
  visitB: string,
): { onlyFirst: SeenItem[]; onlySecond: SeenItem[] } {
  const first = seenBy(doc, visitA);
  const second = seenBy(doc, visitB);
  if (first === null || second === null) return { onlyFirst: [], onlySecond: [] };
  // What either of the two said is what is being compared, not what they started from.
  const shared = seenItems(doc).filter(({ id }) => !first.said.has(id) && !second.said.has(id));
  return {
    onlyFirst: shared.filter((item) => isOnlyFor(first.noted(item), second.noted(item))),
    onlySecond: shared.filter((item) => isOnlyFor(second.noted(item), first.noted(item))),
  };
}

/** All cells, read in one pass; the same map while nothing changed. */
export function seenNotes(doc: CaseDoc): SeenNotes {
  const known = read.get(doc) ?? watched(doc);
  known.cells ??= readCells(doc);
  return known.cells;
}

export function seenNote(doc: CaseDoc, item: string, visit: string): SeenNote {
  return cellIn(seenNotes(doc), item, visit);
}

export function cellIn(cells: SeenNotes, item: string, visit: string): SeenNote {
  return cells.get(cellKey(item, visit)) ?? nothing;
}

export function setSeenNote(
  doc: CaseDoc,
  writer: Writer,
  item: string,
  visit: string,
  fields: Partial<SeenFields>,
): void {
  const map = rootMap(doc, ROOT);
  doc.transact(() => {
    for (const [name, value] of Object.entries(fields)) {
      writeField(map, `${cellKey(item, visit)}/${name}`, value, writer);
    }
  });
}

/** The fields to write when the patient says whether a doctor got it: the day is filled in once, never overwritten. */
export function fieldsForState(said: SeenNote, state: SeenState, today: string): Partial<SeenFields> {
  return (state === "given" || state === "offered") && said.on.value === "" ? { state, on: today } : { state };
}

/** What the notes say about an item and some visits of one doctor; "disputed" if two phones disagree. */
export function notedOf(
  cells: SeenNotes,
  item: string,
  visits: readonly Visit[],
  isHeld: boolean,
): "given" | "held" | "not-given" | "not-ticked" | "disputed" {
  const states = visits.map(({ id }) => cellIn(cells, item, id).state);
  if (states.some(({ value, others }) => value === "given" && others.length === 0)) return "given";
  const said = states.flatMap(({ value, others }) => [value, ...others]).filter((state) => state !== "");
  if (said.length > 0) return said.includes("given") ? "disputed" : "not-given";
  return isHeld ? "held" : "not-ticked";
}

/** An item that one doctor holds and nobody ticked for anyone is no difference: nobody has said anything about it. */
function isOnlyFor(one: Noted, other: Noted): boolean {
  return other === "not-given" ? one === "given" || one === "held" : other === "not-ticked" && one === "given";
}

/** What was given at a later visit was not available when the doctor spoke at this one. */
function seenBy(doc: CaseDoc, visit: string) {
  const doctor = visitedDoctors(visits(doc)).find(({ visits }) => visits.some(({ id }) => id === visit));
  const at = doctor?.visits.find(({ id }) => id === visit)?.when.value ?? "";
  if (doctor === undefined) return null;
  const before = doctor.visits.filter(({ id, when }) => id === visit || at === "" || when.value <= at);
  const cells = seenNotes(doc);
  const held = recordsHeldBy(doc, doctor);
  const noted = ({ id, on }: SeenItem): Noted => {
    const found = notedOf(cells, id, before, held.has(id));
    // Nobody has said whether they already knew, at that visit, of a record made after it.
    return found === "held" && at !== "" && on > at.slice(0, 10) ? "disputed" : found;
  };
  return { noted, said: opinionsBy(doc, doctor) };
}

function cellKey(item: string, visit: string): string {
  return `${item}/${visit}`;
}

function watched(doc: CaseDoc): { cells: SeenNotes | null } {
  const known: { cells: SeenNotes | null } = { cells: null };
  rootMap(doc, ROOT).observe(() => {
    known.cells = null;
  });
  read.set(doc, known);
  return known;
}

function readCells(doc: CaseDoc): SeenNotes {
  const map = rootMap(doc, ROOT);
  const written = new Map<string, Written>();
  for (const key of [...map.keys()].sort()) {
    const [item, visit, name] = key.slice(0, key.lastIndexOf("#")).split("/");
    const value: unknown = map.get(key);
    // Anyone with the key of the case may write anything there.
    if (item === undefined || visit === undefined || !isPart(name) || typeof value !== "string") continue;
    const cell = written.get(cellKey(item, visit)) ?? {};
    cell[name] = [...(cell[name] ?? []), value];
    written.set(cellKey(item, visit), cell);
  }
  return new Map([...written].map(([at, cell]) => [at, cellOf(cell)]));
}

function isPart(name: string | undefined): name is keyof SeenFields {
  return name === "state" || name === "how" || name === "on" || name === "why";
}

function cellOf({ state, how, on, why }: Written): SeenNote {
  return { state: fieldOf(state?.map(stateOf), ""), how: fieldOf(how, ""), on: fieldOf(on, ""), why: fieldOf(why, "") };
}

function fieldOf<T extends Scalar>(values: T[] | undefined, empty: T): Field<T> {
  const [first, ...rest] = values ?? [];
  if (first === undefined) return { value: empty, others: [] };
  return { value: first, others: [...new Set(rest)].filter((value) => value !== first) };
}

/** This version cannot act on a state that a newer version of the app wrote. */
function stateOf(value: string): SeenState {
  return seenStates.find((state) => state === value) ?? "";
}
