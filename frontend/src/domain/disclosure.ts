// Who has seen what: for every thing (a record, the medicines list, another doctor's opinion) and every visit, whether the
// doctor got it. Kept by thing and visit, so that two phones that fill in the same cell meet in one place. Nothing is guessed:
// while two phones disagree about a cell, the doctor counts neither as having had the thing nor as not having had it.
import { type Consultation, consultations } from "./consultations";
import { doctorsOf } from "./doctors";
import { type CaseDoc, type Field, rootMap, type Scalar, type Writer, writeField } from "./document";
import { opinionsBy, recordsHeldBy, type Thing, things } from "./things";

export const disclosureStates = ["", "given", "offered", "left-out"] as const;
/** "" is "not yet". Leaving out is deliberate, and `why` says so in the patient's words. */
export type DisclosureState = (typeof disclosureStates)[number];
/** `on` is a calendar date (YYYY-MM-DD) or "". */
export type DisclosureFields = { state: DisclosureState; how: string; on: string; why: string };
export type Disclosure = { [K in keyof DisclosureFields]: Field<DisclosureFields[K]> };
/** Every cell that somebody wrote into, by `cellKey`. */
export type Disclosures = ReadonlyMap<string, Disclosure>;

const nothing: Disclosure = {
  state: { value: "", others: [] },
  how: { value: "", others: [] },
  on: { value: "", others: [] },
  why: { value: "", others: [] },
};
type Noted = ReturnType<typeof notedOf>;
type Written = Partial<Record<keyof DisclosureFields, string[]>>;

const ROOT = "disclosure";
const read = new WeakMap<CaseDoc, { cells: Disclosures | null }>();

/**
 * What, by the patient's notes, the first doctor had at that visit and the second had not, and the other way round. A cell that
 * nobody filled in says only that: whoever tells of it must not say that the doctor has not seen the thing.
 */
export function inputsDiffer(
  doc: CaseDoc,
  visitA: string,
  visitB: string,
): { onlyFirst: Thing[]; onlySecond: Thing[] } {
  const first = seenBy(doc, visitA);
  const second = seenBy(doc, visitB);
  if (first === null || second === null) return { onlyFirst: [], onlySecond: [] };
  // What one of the two said came before or after the other: it is what is being compared, not what they started from.
  const shared = things(doc).filter(({ id }) => !first.said.has(id) && !second.said.has(id));
  return {
    onlyFirst: shared.filter((thing) => isOnlyFor(first.noted(thing), second.noted(thing))),
    onlySecond: shared.filter((thing) => isOnlyFor(second.noted(thing), first.noted(thing))),
  };
}

/** All cells at once, read in one pass; the same map while nothing changed. */
export function disclosures(doc: CaseDoc): Disclosures {
  const known = read.get(doc) ?? watched(doc);
  known.cells ??= readCells(doc);
  return known.cells;
}

export function disclosure(doc: CaseDoc, thing: string, consultation: string): Disclosure {
  return cellIn(disclosures(doc), thing, consultation);
}

export function cellIn(cells: Disclosures, thing: string, consultation: string): Disclosure {
  return cells.get(cellKey(thing, consultation)) ?? nothing;
}

export function setDisclosure(
  doc: CaseDoc,
  writer: Writer,
  thing: string,
  consultation: string,
  fields: Partial<DisclosureFields>,
): void {
  const map = rootMap(doc, ROOT);
  doc.transact(() => {
    for (const [name, value] of Object.entries(fields)) {
      writeField(map, `${cellKey(thing, consultation)}/${name}`, value, writer);
    }
  });
}

/** The fields to write when the patient says whether a doctor got it: the day is filled in once, and never written over. */
export function fieldsForState(said: Disclosure, state: DisclosureState, today: string): Partial<DisclosureFields> {
  return (state === "given" || state === "offered") && said.on.value === "" ? { state, on: today } : { state };
}

/** What the notes say of a thing and some visits of one doctor. Two phones that say different things say "disputed". */
export function notedOf(
  cells: Disclosures,
  thing: string,
  visits: readonly Consultation[],
  isHeld: boolean,
): "given" | "held" | "not-given" | "not-ticked" | "disputed" {
  const states = visits.map(({ id }) => cellIn(cells, thing, id).state);
  if (states.some(({ value, others }) => value === "given" && others.length === 0)) return "given";
  const said = states.flatMap(({ value, others }) => [value, ...others]).filter((state) => state !== "");
  if (said.length > 0) return said.includes("given") ? "disputed" : "not-given";
  return isHeld ? "held" : "not-ticked";
}

/** What somebody holds and nobody ticked for anyone is no difference yet: nobody has said a word about it. */
function isOnlyFor(one: Noted, other: Noted): boolean {
  return other === "not-given" ? one === "given" || one === "held" : other === "not-ticked" && one === "given";
}

/** What was given at a later visit was not there yet when the doctor spoke at this one. */
function seenBy(doc: CaseDoc, visit: string) {
  const doctor = doctorsOf(consultations(doc)).find(({ visits }) => visits.some(({ id }) => id === visit));
  const at = doctor?.visits.find(({ id }) => id === visit)?.when.value ?? "";
  if (doctor === undefined) return null;
  const before = doctor.visits.filter(({ id, when }) => id === visit || at === "" || when.value <= at);
  const cells = disclosures(doc);
  const held = recordsHeldBy(doc, doctor);
  const noted = ({ id, on }: Thing): Noted => {
    const found = notedOf(cells, id, before, held.has(id));
    // Whether they knew at that visit of what they made after it, nobody has said.
    return found === "held" && at !== "" && on > at.slice(0, 10) ? "disputed" : found;
  };
  return { noted, said: opinionsBy(doc, doctor) };
}

function cellKey(thing: string, consultation: string): string {
  return `${thing}/${consultation}`;
}

function watched(doc: CaseDoc): { cells: Disclosures | null } {
  const known: { cells: Disclosures | null } = { cells: null };
  rootMap(doc, ROOT).observe(() => {
    known.cells = null;
  });
  read.set(doc, known);
  return known;
}

function readCells(doc: CaseDoc): Disclosures {
  const map = rootMap(doc, ROOT);
  const written = new Map<string, Written>();
  for (const key of [...map.keys()].sort()) {
    const [thing, visit, name] = key.slice(0, key.lastIndexOf("#")).split("/");
    const value: unknown = map.get(key);
    // Everyone with the key of the case may write anything there.
    if (thing === undefined || visit === undefined || !isPart(name) || typeof value !== "string") continue;
    const cell = written.get(cellKey(thing, visit)) ?? {};
    cell[name] = [...(cell[name] ?? []), value];
    written.set(cellKey(thing, visit), cell);
  }
  return new Map([...written].map(([at, cell]) => [at, cellOf(cell)]));
}

function isPart(name: string | undefined): name is keyof DisclosureFields {
  return name === "state" || name === "how" || name === "on" || name === "why";
}

function cellOf({ state, how, on, why }: Written): Disclosure {
  return { state: fieldOf(state?.map(stateOf), ""), how: fieldOf(how, ""), on: fieldOf(on, ""), why: fieldOf(why, "") };
}

function fieldOf<T extends Scalar>(values: T[] | undefined, empty: T): Field<T> {
  const [first, ...rest] = values ?? [];
  if (first === undefined) return { value: empty, others: [] };
  return { value: first, others: [...new Set(rest)].filter((value) => value !== first) };
}

/** A state that a newer version of the app wrote is nothing this one could act upon. */
function stateOf(value: string): DisclosureState {
  return disclosureStates.find((state) => state === value) ?? "";
}
