// The case as a Yjs document: its type, who writes into it, and the two ways to keep what people type. Long text is a
// Y.Text, so two people's words merge. A short field keeps every concurrent value until someone chooses (a multi-value
// register): a plain Y.Map.set would drop one of them at random. Everyone with the key may write anything anywhere: a
// map is read only as an EntryMap, and only `rootMap`, `mapIn` and `newMap` return one, after checking what is there.
// Pure: clock and ids come in with the Writer, so replay is deterministic.
import * as Y from "yjs";
import { changeBetween } from "./textChange";

declare const lookedAt: unique symbol;

export type CaseDoc = Y.Doc;
/** A checked map. Its values may still be anything: use `readField`, `plainText`, `readText` and `mapIn`. */
export type EntryMap = Y.Map<unknown> & { readonly [lookedAt]: true };
export type Scalar = string | number | boolean | null;

/**
 * Who writes, and where ids and times come from. `now` is an ISO 8601 UTC instant; it is displayed, never used to
 * decide anything. `minutesEast` is how far local time is ahead of UTC then; absent where there is no place, as in a
 * test.
 */
export type Writer = {
  author: string;
  newId: () => string;
  now: () => string;
  minutesEast?: ((instant: string) => number) | undefined;
};

/** A short field as read: `value` is shown, `others` are what other devices wrote at the same time. */
export type Field<T extends Scalar = string> = { value: T; others: T[] };

const SEPARATOR = "#";

export function newDocument(): CaseDoc {
  return new Y.Doc();
}

/** One of the document's own maps, which exist from the start. */
export function rootMap(doc: CaseDoc, name: string): EntryMap {
  // Yjs returns a map whatever is stored there.
  return doc.getMap(name) as EntryMap;
}

/** The map under `id`; undefined when there is none or something else is there. */
export function mapIn(root: EntryMap, id: string): EntryMap | undefined {
  const found = root.get(id);
  return isMap(found) ? found : undefined;
}

/** The maps in `root`, each with its id; anything else is skipped. */
export function mapsIn(root: EntryMap): [id: string, map: EntryMap][] {
  return [...root.keys()].flatMap((id) => {
    const map = mapIn(root, id);
    return map ? [[id, map] satisfies [string, EntryMap]] : [];
  });
}

/** Puts an empty map under `id`, replacing whatever is there. */
export function newMap(root: EntryMap, id: string): EntryMap {
  // It was just created, so it is a map.
  return root.set(id, new Y.Map()) as Y.Map<unknown> as EntryMap;
}

function isMap(found: unknown): found is EntryMap {
  return found instanceof Y.Map;
}

/** What is stored under `name` if it is a plain text, else "". */
export function plainText(map: EntryMap, name: string): string {
  const found = map.get(name);
  return typeof found === "string" ? found : "";
}

/**
 * Reads the register `name`. If nothing was written, or only values of another type than `empty`, `value` is `empty`; a
 * null stands for a text that may be missing. The order is the same on every device.
 */
export function readField<T extends Scalar>(map: EntryMap, name: string, empty: T): Field<T> {
  const found = valuesOf<T>(map, name).filter((value) => isLike(value, empty));
  const [first, ...rest] = found;
  if (first === undefined) return { value: empty, others: [] };
  return { value: first, others: rest.filter((value) => value !== first) };
}

/** Replaces all values that this device can see; a value written elsewhere at the same time stays beside it. */
export function writeField(map: EntryMap, name: string, value: Scalar, writer: Writer): void {
  const keys = keysOf(map, name);
  if (keys.length === 1 && map.get(keys[0] ?? "") === value) return;
  for (const key of keys) map.delete(key);
  map.set(`${name}${SEPARATOR}${writer.newId()}`, value);
}

/** Copies every value of a register into another map, including a conflict. */
export function copyField(from: EntryMap, to: EntryMap, name: string, writer: Writer): void {
  clearField(to, name);
  for (const value of new Set(valuesOf<Scalar>(from, name))) to.set(`${name}${SEPARATOR}${writer.newId()}`, value);
}

export function clearField(map: EntryMap, name: string): void {
  for (const key of keysOf(map, name)) map.delete(key);
}

/** The text `name` of an entry as a string; "" while nobody has written. */
export function readText(map: EntryMap, name: string): string {
  const text = map.get(name);
  return text instanceof Y.Text ? text.toString() : "";
}

/** Makes the text equal to `next` by one deletion and one insertion at the place that changed. */
export function editText(map: EntryMap, name: string, next: string): void {
  const text = map.get(name);
  if (!(text instanceof Y.Text)) throw new Error(`no text named ${name}`);
  edit(text, next);
}

/** A long text of the case itself, such as why the person goes to the second doctor. */
export function caseText(doc: CaseDoc, name: string): string {
  return doc.getText(name).toString();
}

export function editCaseText(doc: CaseDoc, name: string, next: string): void {
  doc.transact(() => edit(doc.getText(name), next));
}

/** A short field of the case itself. */
export function caseField<T extends Scalar>(doc: CaseDoc, name: string, empty: T): Field<T> {
  return readField(rootMap(doc, "case"), name, empty);
}

export function setCaseField(doc: CaseDoc, writer: Writer, name: string, value: Scalar): void {
  doc.transact(() => writeField(rootMap(doc, "case"), name, value, writer));
}

const MARK = ":";

/** The ids in the set `name` of an entry, in an order that is the same on every device. */
export function markedIn(map: EntryMap, name: string): readonly string[] {
  return toldOf(map, name).filter((id) => isMarked(map, name, id));
}

/** The ids that were taken out of the set `name` and not added by anyone at the same time. */
export function unmarkedIn(map: EntryMap, name: string): readonly string[] {
  return toldOf(map, name).filter((id) => !isMarked(map, name, id));
}

/** If one person adds an id while another takes it out, the addition wins: nothing is lost at random. */
export function writeMark(map: EntryMap, name: string, id: string, on: boolean, writer: Writer): void {
  writeField(map, name + MARK + id, on, writer);
}

/** Adds the id and takes out all others that this device can see; one added elsewhere at the same time stays. */
export function markAlone(map: EntryMap, name: string, id: string, writer: Writer): void {
  for (const other of markedIn(map, name)) clearMark(map, name, other);
  writeMark(map, name, id, true, writer);
}

/** Removes every statement about whether the id is in the set. */
export function clearMark(map: EntryMap, name: string, id: string): void {
  clearField(map, name + MARK + id);
}

/** The ids that anyone has added to the set or taken out of it. */
function toldOf(map: EntryMap, name: string): readonly string[] {
  const prefix = name + MARK;
  const ids = [...map.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  return [...new Set(ids.map((key) => key.slice(0, key.lastIndexOf(SEPARATOR))))].sort();
}

function isMarked(map: EntryMap, name: string, id: string): boolean {
  return valuesOf<boolean>(map, name + MARK + id).includes(true);
}

function edit(text: Y.Text, next: string): void {
  const before = text.toString();
  if (before === next) return;
  const { start, removed, inserted } = changeBetween(before, next);
  if (removed > 0) text.delete(start, removed);
  if (inserted !== "") text.insert(start, inserted);
}

function keysOf(map: EntryMap, name: string): string[] {
  const prefix = name + SEPARATOR;
  return [...map.keys()].filter((key) => key.startsWith(prefix)).sort();
}

function valuesOf<T extends Scalar>(map: EntryMap, name: string): T[] {
  return keysOf(map, name).map((key) => map.get(key) as T);
}

function isLike(value: unknown, empty: Scalar): boolean {
  if (empty === null) return value === null || typeof value === "string";
  return typeof value === typeof empty;
}
