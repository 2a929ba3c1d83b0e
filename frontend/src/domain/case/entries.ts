// Entries of one kind in a case: root map → one map per entry, keyed by a UUID that only its author could make, so no
// two devices ever create the same nested map. A deleted entry is hidden, never removed: undo and the list of deleted
// entries bring it back, with whatever someone else typed into it meanwhile.
import * as Y from "yjs";
import { here } from "../days/instants";
import {
  type CaseDoc,
  clearField,
  type EntryMap,
  mapIn,
  newMap,
  plainText,
  readField,
  rootMap,
  type Scalar,
  type Writer,
  writeField,
} from "./document";

export const entryKinds = [
  "notes",
  "questions",
  "records",
  "medicines",
  "visits",
  "reasons",
  "conditions",
  "allergies",
  "symptoms",
  "letters",
  "doctors",
  "opinions",
  "options",
  "points",
  "decisions",
  "tasks",
  "contacts",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/**
 * What every entry has. `createdAt` and `deletedAt` are ISO 8601 instants, for order and display. `writtenAt` is the
 * creation time in the local time of that place; from an older version of the app only the instant is known.
 */
export type Entry = { id: string; createdAt: string; writtenAt: string; author: string; deletedAt: string | null };

type View<T extends Entry> = { byId: Map<string, T>; stale: Set<string> | "all"; list: T[]; deleted: T[] };

const views = new WeakMap<CaseDoc, Map<string, View<Entry>>>();

/** Creates an entry with its fields and empty or filled texts, in one change. Returns its id. */
export function addEntry(
  doc: CaseDoc,
  kind: EntryKind,
  writer: Writer,
  fields: Record<string, Scalar>,
  texts: Record<string, string>,
): string {
  const id = writer.newId();
  doc.transact(() => {
    const entry = newMap(rootMap(doc, kind), id);
    const now = writer.now();
    entry.set("createdAt", now);
    entry.set("writtenAt", here(writer, now));
    entry.set("author", writer.author);
    for (const [name, text] of Object.entries(texts)) entry.set(name, new Y.Text(text));
    for (const [name, value] of Object.entries(fields)) writeField(entry, name, value, writer);
  });
  return id;
}

/** Applies `change` to one entry in one transaction. Unknown ids are ignored: the entry may not have arrived yet. */
export function changeEntry(doc: CaseDoc, kind: EntryKind, id: string, change: (entry: EntryMap) => void): void {
  const entry = mapIn(rootMap(doc, kind), id);
  if (entry) doc.transact(() => change(entry));
}

/** Writes several short fields of one entry as one change. */
export function setFields(
  doc: CaseDoc,
  kind: EntryKind,
  id: string,
  fields: Record<string, Scalar>,
  writer: Writer,
): void {
  changeEntry(doc, kind, id, (entry) => {
    for (const [name, value] of Object.entries(fields)) writeField(entry, name, value, writer);
  });
}

export function deleteEntry(doc: CaseDoc, kind: EntryKind, id: string, writer: Writer): void {
  changeEntry(doc, kind, id, (entry) => writeField(entry, "deletedAt", writer.now(), writer));
}

export function restoreEntry(doc: CaseDoc, kind: EntryKind, id: string): void {
  changeEntry(doc, kind, id, (entry) => clearField(entry, "deletedAt"));
}

/** The common part of an entry, which each kind's reader extends. */
export function readEntry(id: string, entry: EntryMap): Entry {
  return {
    id,
    createdAt: plainText(entry, "createdAt"),
    writtenAt: plainText(entry, "writtenAt") || plainText(entry, "createdAt"),
    author: plainText(entry, "author"),
    deletedAt: readField<string | null>(entry, "deletedAt", null).value,
  };
}

/**
 * The entries of a kind that are not deleted, in `order`. Only entries that changed since the last call are read again,
 * and the array is the same one while nothing changed. Must always be called with the same reader and order for a kind.
 */
export function listEntries<T extends Entry>(
  doc: CaseDoc,
  kind: EntryKind,
  read: (id: string, entry: EntryMap) => T,
  order: (a: T, b: T) => number,
): T[] {
  return refreshed(doc, kind, read, order).list;
}

export function listDeleted<T extends Entry>(
  doc: CaseDoc,
  kind: EntryKind,
  read: (id: string, entry: EntryMap) => T,
  order: (a: T, b: T) => number,
): T[] {
  return refreshed(doc, kind, read, order).deleted;
}

/** Whether the case has an entry of any kind. */
export function hasEntries(doc: CaseDoc): boolean {
  return entryKinds.some((kind) => rootMap(doc, kind).size > 0);
}

/** All that an entry holds, for detecting changes; "" for one that is not here. */
export function contentOf(doc: CaseDoc, kind: EntryKind, id: string): string {
  const entry = mapIn(rootMap(doc, kind), id);
  const held = (value: unknown) => (value instanceof Y.AbstractType ? wordsIn(value) : (JSON.stringify(value) ?? ""));
  return entry ? [...entry].map(([name, value]) => `${name}: ${held(value)}\n`).join("") : "";
}

function wordsIn(value: unknown): string {
  if (value instanceof Y.Text) return value.toString();
  return typeof value === "object" ? "" : String(value);
}

export function oldestFirst(a: Entry, b: Entry): number {
  return a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0;
}

export function newestFirst(a: Entry, b: Entry): number {
  return oldestFirst(b, a);
}

function refreshed<T extends Entry>(
  doc: CaseDoc,
  kind: EntryKind,
  read: (id: string, entry: EntryMap) => T,
  order: (a: T, b: T) => number,
): View<T> {
  const view = viewOf<T>(doc, kind);
  if (view.stale !== "all" && view.stale.size === 0) return view;
  const root = rootMap(doc, kind);
  const ids = view.stale === "all" ? root.keys() : view.stale;
  const changed: { before: T | undefined; after: T }[] = [];
  const { size } = view.byId;
  for (const id of ids) {
    const entry = mapIn(root, id);
    if (!entry) {
      // Somebody removed it or replaced it with something that is no entry: no version of the app does that.
      view.byId.delete(id);
      continue;
    }
    const after = read(id, entry);
    changed.push({ before: view.byId.get(id), after });
    view.byId.set(id, after);
  }
  view.stale = new Set();
  if (view.byId.size >= size && changed.every(({ before, after }) => before && staysInPlace(before, after, order))) {
    view.list = replaced(view.list, changed);
    view.deleted = replaced(view.deleted, changed);
    return view;
  }
  const sorted = [...view.byId.values()].sort((a, b) => order(a, b) || (a.id < b.id ? -1 : 1));
  view.list = sorted.filter((entry) => entry.deletedAt === null);
  view.deleted = sorted.filter((entry) => entry.deletedAt !== null);
  return view;
}

// Typing into one of 2,000 notes changes one entry and the order of none: nothing needs sorting then.
function staysInPlace<T extends Entry>(before: T, after: T, order: (a: T, b: T) => number): boolean {
  return before.deletedAt === after.deletedAt && order(before, after) === 0;
}

function replaced<T extends Entry>(list: T[], changed: { before: T | undefined; after: T }[]): T[] {
  const next = new Map(changed.map(({ before, after }) => [before, after]));
  return list.some((entry) => next.has(entry)) ? list.map((entry) => next.get(entry) ?? entry) : list;
}

function viewOf<T extends Entry>(doc: CaseDoc, kind: EntryKind): View<T> {
  const known = views.get(doc) ?? new Map<string, View<Entry>>();
  views.set(doc, known);
  const view = known.get(kind) ?? watched(doc, kind);
  known.set(kind, view);
  return view as View<T>;
}

function watched(doc: CaseDoc, kind: EntryKind): View<Entry> {
  const view: View<Entry> = { byId: new Map(), stale: "all", list: [], deleted: [] };
  rootMap(doc, kind).observeDeep((events) => {
    for (const event of events) {
      const id = event.path[0];
      const changed = typeof id === "string" ? [id] : [...event.changes.keys.keys()];
      if (view.stale !== "all") for (const key of changed) view.stale.add(key);
    }
  });
  return view;
}
