// The keyring: which cases there are, what this person calls them, their keys. It is a document like a case and lives in a
// log of its own, so the person's other phones learn of a new case the way they learn of a note.
// Keys are hex text here and nowhere else in clear; the envelope seals them.
import * as Y from "yjs";
import { type CaseDoc, copyField, type EntryMap, type Field, readField, type Writer, writeField } from "./document";
import { carryGuests, type Role } from "./guests";

/** Whose case it is when it is someone else's, and what this person may do in it. */
export type Companionship = { owner: string; role: Role };
/** Only the case of someone else has no owner token, and then it says whose it is. */
export type CaseKeys = {
  id: string;
  ownerToken: string | null;
  keys: { epoch: number; key: string }[];
  companion: Companionship | null;
};
export type CaseEntry = CaseKeys & { title: Field; createdAt: string; closedAt: string | null };
export type OwnCase = CaseEntry & { ownerToken: string };
export type Phone = { id: string; name: Field; addedAt: string };

// Two maps, because two keyrings that come together may hold the same case, one as its owner's and one as a companion's: in
// one map either could take the other's place, and with it the only owner token.
const OWN = "cases";
const OTHERS = "casesOfOthers";

/** Enters a case with its keys. Of one that is there already, what a companion may do in it can be new. */
export function enterCase(
  doc: CaseDoc,
  writer: Writer,
  entry: CaseKeys,
  title: string,
  createdAt = writer.now(),
): void {
  const cases = rootFor(doc, entry);
  doc.transact(() => {
    const known = cases.get(entry.id);
    const map = known ?? new Y.Map<unknown>();
    if (!known) cases.set(entry.id, map);
    if (entry.companion) map.set("owner", entry.companion.owner);
    if (entry.companion) map.set("role", entry.companion.role);
    if (known) return;
    map.set("createdAt", createdAt);
    if (entry.ownerToken !== null) map.set("ownerToken", entry.ownerToken);
    for (const { epoch, key } of entry.keys) map.set(`key:${epoch}`, key);
    writeField(map, "title", title, writer);
  });
}

/** Takes over what another keyring says of a case, unless this one knows the case: its keys, names, and whether it is put away. */
export function carryCase(from: CaseDoc, to: CaseDoc, writer: Writer, id: string): void {
  const known = mapOf(from, id);
  if (!known) return;
  carryGuests(from, to, writer, id);
  const { title, createdAt, ...keys } = readCase(id, known);
  if (rootFor(to, keys).has(id)) return;
  to.transact(() => {
    enterCase(to, writer, keys, title.value, createdAt);
    const entered = rootFor(to, keys).get(id);
    if (!entered) return;
    copyField(known, entered, "title", writer);
    copyField(known, entered, "closedAt", writer);
  });
}

export function renameCase(doc: CaseDoc, writer: Writer, id: string, title: string): void {
  const map = mapOf(doc, id);
  if (map) doc.transact(() => writeField(map, "title", title, writer));
}

/** Puts a case away, or takes it out again. Its log stays where it is. */
export function closeCase(doc: CaseDoc, writer: Writer, id: string, closed: boolean): void {
  const map = mapOf(doc, id);
  if (map) doc.transact(() => writeField(map, "closedAt", closed ? writer.now() : null, writer));
}

/** All cases, oldest first, those put away included. Who owns a case they were also a companion of is its owner. */
export function keyringCases(doc: CaseDoc): CaseEntry[] {
  const all = new Map([...doc.getMap<EntryMap>(OTHERS).entries(), ...doc.getMap<EntryMap>(OWN).entries()]);
  const read = [...all].map(([id, map]) => readCase(id, map));
  return read.sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));
}

export function isOwnCase(entry: CaseEntry): entry is OwnCase {
  return entry.ownerToken !== null;
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

function mapOf(doc: CaseDoc, id: string): EntryMap | undefined {
  return doc.getMap<EntryMap>(OWN).get(id) ?? doc.getMap<EntryMap>(OTHERS).get(id);
}

function rootFor(doc: CaseDoc, { ownerToken }: Pick<CaseKeys, "ownerToken">) {
  return doc.getMap<EntryMap>(ownerToken === null ? OTHERS : OWN);
}

function readCase(id: string, map: EntryMap): CaseEntry {
  const keys = [...map.keys()].filter((name) => name.startsWith("key:"));
  const ownerToken = map.get("ownerToken");
  const role = map.get("role") === "reader" ? "reader" : "editor";
  const isOwn = typeof ownerToken === "string";
  return {
    id,
    ownerToken: isOwn ? ownerToken : null,
    companion: isOwn ? null : { owner: String(map.get("owner") ?? ""), role },
    keys: keys.map((name) => ({ epoch: Number(name.slice(4)), key: String(map.get(name)) })),
    title: readField(map, "title", ""),
    createdAt: String(map.get("createdAt") ?? ""),
    closedAt: readField<string | null>(map, "closedAt", null).value,
  };
}
