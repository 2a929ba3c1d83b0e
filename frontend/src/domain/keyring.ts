// The keyring: which cases there are, what this person calls them, their keys. It is a document like a case and lives in a
// log of its own, so the person's other phones learn of a new case the way they learn of a note.
// Keys are hex text here and nowhere else in clear; the envelope seals them.
import * as Y from "yjs";
import { type CaseDoc, copyField, type EntryMap, type Field, readField, type Writer, writeField } from "./document";

export type CaseKeys = { id: string; ownerToken: string; keys: { epoch: number; key: string }[] };
export type CaseEntry = CaseKeys & { title: Field; createdAt: string; closedAt: string | null };
export type Phone = { id: string; name: Field; addedAt: string };

/** Enters a case with its first key. Entering one that is there already changes nothing. */
export function enterCase(
  doc: CaseDoc,
  writer: Writer,
  entry: CaseKeys,
  title: string,
  createdAt = writer.now(),
): void {
  const cases = doc.getMap<EntryMap>("cases");
  if (cases.has(entry.id)) return;
  doc.transact(() => {
    const map = new Y.Map<unknown>();
    map.set("createdAt", createdAt);
    map.set("ownerToken", entry.ownerToken);
    for (const { epoch, key } of entry.keys) map.set(`key:${epoch}`, key);
    cases.set(entry.id, map);
    writeField(map, "title", title, writer);
  });
}

/** Takes over what another keyring says of a case, unless this one knows the case: its keys, names, and whether it is put away. */
export function carryCase(from: CaseDoc, to: CaseDoc, writer: Writer, id: string): void {
  const known = from.getMap<EntryMap>("cases").get(id);
  if (!known || to.getMap<EntryMap>("cases").has(id)) return;
  to.transact(() => {
    const { title, createdAt, ...keys } = readCase(id, known);
    enterCase(to, writer, keys, title.value, createdAt);
    const entered = to.getMap<EntryMap>("cases").get(id);
    if (!entered) return;
    copyField(known, entered, "title", writer);
    copyField(known, entered, "closedAt", writer);
  });
}

export function renameCase(doc: CaseDoc, writer: Writer, id: string, title: string): void {
  const map = doc.getMap<EntryMap>("cases").get(id);
  if (map) doc.transact(() => writeField(map, "title", title, writer));
}

/** Puts a case away, or takes it out again. Its log stays where it is. */
export function closeCase(doc: CaseDoc, writer: Writer, id: string, closed: boolean): void {
  const map = doc.getMap<EntryMap>("cases").get(id);
  if (map) doc.transact(() => writeField(map, "closedAt", closed ? writer.now() : null, writer));
}

/** All cases, oldest first, those put away included. */
export function keyringCases(doc: CaseDoc): CaseEntry[] {
  const all = [...doc.getMap<EntryMap>("cases").entries()].map(([id, map]) => readCase(id, map));
  return all.sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));
}

/** A phone's id is also the author of what is written on it. Entering one that is there already changes nothing. */
export function enterPhone(doc: CaseDoc, writer: Writer, id: string, name: string, addedAt = writer.now()): void {
  const phones = doc.getMap<EntryMap>("phones");
  if (phones.has(id)) return;
  doc.transact(() => {
    const map = new Y.Map<unknown>();
    map.set("addedAt", addedAt);
    phones.set(id, map);
    writeField(map, "name", name, writer);
  });
}

export function keyringPhones(doc: CaseDoc): Phone[] {
  const all = [...doc.getMap<EntryMap>("phones").entries()];
  return all
    .map(([id, map]) => ({ id, name: readField(map, "name", ""), addedAt: String(map.get("addedAt") ?? "") }))
    .sort((a, b) => (a.addedAt + a.id < b.addedAt + b.id ? -1 : 1));
}

function readCase(id: string, map: EntryMap): CaseEntry {
  const keys = [...map.keys()].filter((name) => name.startsWith("key:"));
  return {
    id,
    ownerToken: String(map.get("ownerToken") ?? ""),
    keys: keys.map((name) => ({ epoch: Number(name.slice(4)), key: String(map.get(name)) })),
    title: readField(map, "title", ""),
    createdAt: String(map.get("createdAt") ?? ""),
    closedAt: readField<string | null>(map, "closedAt", null).value,
  };
}
