// The keyring: which cases there are, what this person calls them, their keys. It is a document like a case and lives in a
// log of its own, so the person's other phones learn of a new case the way they learn of a note.
// Keys are hex text here and nowhere else in clear; the envelope seals them.
// Whoever holds a keyring's key may write anything into it: an id, key or token that is none is read as not there.
import {
  type CaseDoc,
  type EntryMap,
  type Field,
  mapIn,
  mapsIn,
  newMap,
  plainText,
  readField,
  rootMap,
  type Writer,
  writeField,
} from "../case/document";

export type Role = "editor" | "reader";
/** Whose case it is when it is someone else's, and what this person may do in it. */
export type Companionship = { owner: string; role: Role };
/** Only the case of someone else has no owner token, and then it says whose it is. */
export type CaseKeys = {
  id: string;
  ownerToken: string | null;
  keys: { epoch: number; key: string }[];
  companion: Companionship | null;
};
/** `formerly`: the log that it has left, when somebody else had taken that. */
export type KeyringCase = CaseKeys & {
  title: Field;
  createdAt: string;
  archivedAt: string | null;
  formerly: string | null;
};
export type OwnCase = KeyringCase & { ownerToken: string };
/** `outAt`: when the person wished it out of the list; see ownPhones. */
export type Phone = { id: string; name: Field; addedAt: string; outAt: string | null };

// Two maps, because two keyrings that come together may hold the same case, one as its owner's and one as a companion's: in
// one map either could take the other's place, and with it the only owner token.
const OWN = "cases";
const OTHERS = "casesOfOthers";
export const PHONES = "phones";
/** Who came in by an invitation stands in a map of their own: see guests.ts. A key with this end says that a case was opened to them. */
export const GUESTS = "guests";
export const OPEN = "/open";

const ID = /^[0-9a-f]{32}$/;
const SECRET = /^[0-9a-f]{64}$/;
const KEY_NAME = /^key:[1-9][0-9]{0,8}$/;

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
    const known = mapIn(cases, entry.id);
    const map = known ?? newMap(cases, entry.id);
    if (entry.companion) map.set("owner", entry.companion.owner);
    if (entry.companion) map.set("role", entry.companion.role);
    // One without a key is no case, whoever left it there.
    if (known && readCase(entry.id, known).keys.length > 0) return;
    map.set("createdAt", createdAt);
    if (entry.ownerToken !== null) map.set("ownerToken", entry.ownerToken);
    for (const { epoch, key } of entry.keys) map.set(`key:${epoch}`, key);
    writeField(map, "title", title, writer);
  });
}

export function renameCase(doc: CaseDoc, writer: Writer, id: string, title: string): void {
  const map = mapOf(doc, id);
  if (map) doc.transact(() => writeField(map, "title", title, writer));
}

/** Archives a case, or brings it back. Its log stays where it is. */
export function archiveCase(doc: CaseDoc, writer: Writer, id: string, isArchived: boolean): void {
  const map = mapOf(doc, id);
  if (map) doc.transact(() => writeField(map, "archivedAt", isArchived ? writer.now() : null, writer));
}

/**
 * All cases, oldest first, archived ones included. Who owns a case they were also a companion of is its owner. A case without
 * any key is none: nothing can be read of it or written into it.
 */
export function keyringCases(doc: CaseDoc): KeyringCase[] {
  const all = [...mapsIn(rootMap(doc, OTHERS)), ...mapsIn(rootMap(doc, OWN))].filter(([id]) => ID.test(id));
  const read = new Map<string, KeyringCase>();
  for (const [id, map] of all) {
    const entry = readCase(id, map);
    if (entry.keys.length > 0) read.set(entry.id, entry);
  }
  return [...read.values()].sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));
}

/** Whether a case was ever opened to others. */
export function isAnyOpen(doc: CaseDoc): boolean {
  return [...rootMap(doc, GUESTS).keys()].some((key) => key.endsWith(OPEN));
}

/** Whether this case was. */
export function isOpenToGuests(doc: CaseDoc, id: string): boolean {
  return rootMap(doc, GUESTS).has(id + OPEN);
}

/** Whether one of the person's phones said that it writes on `log` with `device`, also one that was taken out since. */
export function isDeclared(doc: CaseDoc, log: string, device: string): boolean {
  return mapsIn(rootMap(doc, PHONES)).some(([, map]) => map.get(declaredKey(log, device)) === true);
}

export function declaredKey(log: string, device: string): string {
  return `device:${log}/${device}`;
}

export function isOwnCase(entry: KeyringCase): entry is OwnCase {
  return entry.ownerToken !== null;
}

/** A phone's id is also the author of what is written on it. Entering one that is there already changes nothing. */
export function enterPhone(doc: CaseDoc, writer: Writer, id: string, name: string, addedAt = writer.now()): void {
  const phones = rootMap(doc, PHONES);
  if (mapIn(phones, id)) return;
  doc.transact(() => {
    const map = newMap(phones, id);
    map.set("addedAt", addedAt);
    writeField(map, "name", name, writer);
  });
}

export function keyringPhones(doc: CaseDoc): Phone[] {
  return mapsIn(rootMap(doc, PHONES))
    .filter(([id]) => ID.test(id))
    .map(([id, map]) => ({
      id,
      name: readField(map, "name", ""),
      addedAt: plainText(map, "addedAt"),
      outAt: readField<string | null>(map, "outAt", null).value,
    }))
    .sort((a, b) => (a.addedAt + a.id < b.addedAt + b.id ? -1 : 1));
}

/** The map of a case that is one. */
export function mapOf(doc: CaseDoc, id: string): EntryMap | undefined {
  const all = [OWN, OTHERS].flatMap((root) => mapsIn(rootMap(doc, root)));
  return all.find(([key, map]) => {
    const entry = readCase(key, map);
    return entry.id === id && entry.keys.length > 0;
  })?.[1];
}

/** Lets an own case go on in a fresh log. Said twice it changes nothing: every phone says the same. */
export function moveCase(doc: CaseDoc, id: string, fresh: Pick<OwnCase, "id" | "ownerToken"> & { key: string }): void {
  const map = mapIn(rootMap(doc, OWN), id);
  if (!map || readCase(id, map).formerly !== null) return;
  doc.transact(() => {
    map.set("freshKey", fresh.key);
    map.set("freshOwnerToken", fresh.ownerToken);
    map.set("freshId", fresh.id);
  });
}

/** The keys of the log that a case has left. */
export function formerKeys(
  doc: CaseDoc,
  id: string,
): (Pick<CaseKeys, "ownerToken" | "keys"> & { isLeft: true }) | null {
  const map = mapIn(rootMap(doc, OWN), id);
  if (!map || readCase(id, map).formerly === null) return null;
  return { ownerToken: null, keys: keysIn(map), isLeft: true };
}

/** Where a case stands: an own one apart from those of others. */
export function rootFor(doc: CaseDoc, { ownerToken }: Pick<CaseKeys, "ownerToken">) {
  return rootMap(doc, ownerToken === null ? OTHERS : OWN);
}

export function readCase(key: string, map: EntryMap): KeyringCase {
  const [id, freshToken, freshKey] = ["freshId", "freshOwnerToken", "freshKey"].map((name) => plainText(map, name));
  const isMoved = [ID.test(id ?? ""), SECRET.test(freshToken ?? ""), SECRET.test(freshKey ?? "")].every(Boolean);
  const ownerToken = isMoved ? (freshToken ?? "") : plainText(map, "ownerToken");
  const role = map.get("role") === "reader" ? "reader" : "editor";
  const isOwn = SECRET.test(ownerToken);
  return {
    id: isMoved ? (id ?? "") : key,
    ownerToken: isOwn ? ownerToken : null,
    companion: isOwn ? null : { owner: plainText(map, "owner"), role },
    keys: isMoved ? [{ epoch: 1, key: freshKey ?? "" }] : keysIn(map),
    title: readField(map, "title", ""),
    createdAt: plainText(map, "createdAt"),
    archivedAt: readField<string | null>(map, "archivedAt", null).value,
    formerly: isMoved ? key : null,
  };
}

function keysIn(map: EntryMap): CaseKeys["keys"] {
  return [...map.keys()]
    .filter((name) => KEY_NAME.test(name) && SECRET.test(plainText(map, name)))
    .map((name) => ({ epoch: Number(name.slice(4)), key: plainText(map, name) }));
}
