// The keyring: which cases there are, what this person calls them, their keys. It is a document like a case and has a
// log of its own, so that the person's other phones learn of a new case as they learn of a note. Keys are plain hex
// text here and nowhere else; the envelope seals them. Anyone with a keyring's key may write anything into it: an
// invalid id, key or token counts as missing.
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
/** Whose case it is when it is another person's, and what this person may do in it. */
export type Companionship = { owner: string; role: Role };
/** Only another person's case has no owner token, and then it says whose it is. */
export type CaseKeys = {
  id: string;
  ownerToken: string | null;
  keys: { epoch: number; key: string }[];
  companion: Companionship | null;
  /** The case whose copy it was made from; see originOf. */
  copyOf?: string | null;
};
/** `formerly`: the log that it has left because somebody else owns it. */
export type KeyringCase = CaseKeys & {
  title: Field;
  createdAt: string;
  archivedAt: string | null;
  formerly: string | null;
};
export type RecoveryCodeState = "none" | "unverified" | "verified";
export type OwnCase = KeyringCase & { ownerToken: string };
/** `outAt`: when the person asked to take it out; see ownPhones. `seenOn`: the day it last exchanged, if it says. */
export type Phone = { id: string; name: Field; addedAt: string; outAt: string | null; seenOn: string };

// Two maps, because two keyrings that are merged may hold the same case, one as its owner's and one as a companion's:
// in one map either could replace the other, and with it the only owner token.
const OWN = "cases";
const OTHERS = "casesOfOthers";
export const PHONES = "phones";
/** See recoveryCode/recoveryCodes. */
export const RECOVERY_CODES = "recoveryCodes";
/** Guests have a map of their own: see guests.ts. A key with this ending means that a case was opened to them. */
export const GUESTS = "guests";
export const OPEN = "/open";

const ID = /^[0-9a-f]{32}$/;
const SECRET = /^[0-9a-f]{64}$/;
const KEY_NAME = /^key:[1-9][0-9]{0,8}$/;

/** Enters a case with its keys. For a known case, only a companion's role may be new. */
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
    // Without a key it is no case, whoever left it there.
    if (known && readCase(entry.id, known).keys.length > 0) return;
    map.set("createdAt", createdAt);
    if (entry.ownerToken !== null) map.set("ownerToken", entry.ownerToken);
    if (entry.copyOf) map.set("copyOf", entry.copyOf);
    for (const { epoch, key } of entry.keys) map.set(`key:${epoch}`, key);
    writeField(map, "title", title, writer);
  });
}

export function renameCase(doc: CaseDoc, writer: Writer, id: string, title: string): void {
  const map = mapOf(doc, id);
  if (map) doc.transact(() => writeField(map, "title", title, writer));
}

/** Archives a case, or brings it back. Its log is not touched. */
export function archiveCase(doc: CaseDoc, writer: Writer, id: string, isArchived: boolean): void {
  const map = mapOf(doc, id);
  if (map) doc.transact(() => writeField(map, "archivedAt", isArchived ? writer.now() : null, writer));
}

/**
 * All cases, oldest first, including archived ones. A person who owns a case and was also its companion counts as its
 * owner. A case without any key does not count: it can be neither read nor written.
 */
export function keyringCases(doc: CaseDoc): KeyringCase[] {
  const all = [...mapsIn(rootMap(doc, OTHERS)), ...mapsIn(rootMap(doc, OWN))].filter(([id]) => ID.test(id));
  const read = new Map<string, KeyringCase>();
  for (const [id, map] of all) {
    const entry = readCase(id, map);
    // A case that was joined to another one shows as that one.
    const isJoined = entry.formerly !== null && read.get(entry.id)?.ownerToken;
    if (entry.keys.length > 0 && !isJoined) read.set(entry.id, entry);
  }
  return [...read.values()].sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));
}

/** Whether any case was ever opened to others. */
export function isAnyOpen(doc: CaseDoc): boolean {
  return [...rootMap(doc, GUESTS).keys()].some((key) => key.endsWith(OPEN));
}

/** Whether this case was. */
export function isOpenToGuests(doc: CaseDoc, id: string): boolean {
  return rootMap(doc, GUESTS).has(id + OPEN);
}

/** Whether one of the person's phones, even one since taken out, has said that it writes on `log` with `device`. */
export function isDeclared(doc: CaseDoc, log: string, device: string): boolean {
  return mapsIn(rootMap(doc, PHONES)).some(([, map]) => map.get(declaredKey(log, device)) === true);
}

export function declaredKey(log: string, device: string): string {
  return `device:${log}/${device}`;
}

export function isOwnCase(entry: KeyringCase): entry is OwnCase {
  return entry.ownerToken !== null;
}

/** A phone's id is also the author of what is written on it. Entering a known phone changes nothing. */
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
      seenOn: plainText(map, "seenOn"),
    }))
    .sort((a, b) => (a.addedAt + a.id < b.addedAt + b.id ? -1 : 1));
}

/** Whether there is a recovery code that works, and whether it was seen to be on paper. */
export function recoveryCodeState(doc: CaseDoc): RecoveryCodeState {
  const live = mapsIn(rootMap(doc, RECOVERY_CODES)).filter(([, map]) => map.has("secret") && !map.has("replacedAt"));
  if (live.some(([, map]) => map.has("verifiedAt"))) return "verified";
  return live.length > 0 ? "unverified" : "none";
}

/** The map of a case, if it is valid. */
export function mapOf(doc: CaseDoc, id: string): EntryMap | undefined {
  const all = [OWN, OTHERS].flatMap((root) => mapsIn(rootMap(doc, root)));
  const same = all.filter(([key, map]) => {
    const entry = readCase(key, map);
    return entry.id === id && entry.keys.length > 0;
  });
  return (same.find(([key]) => key === id) ?? same[0])?.[1];
}

/** Moves an own case to a new log. Doing it twice changes nothing: every phone writes the same. */
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

/** The map for a case: own cases apart from those of others. */
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
    copyOf: plainText(map, "copyOf") || null,
  };
}

/** The id that a case began with: the same in every copy of it, whatever log it is in. */
export function originOf({ id, formerly, copyOf }: KeyringCase): string {
  return copyOf ?? formerly ?? id;
}

function keysIn(map: EntryMap): CaseKeys["keys"] {
  return [...map.keys()]
    .filter((name) => KEY_NAME.test(name) && SECRET.test(plainText(map, name)))
    .map((name) => ({ epoch: Number(name.slice(4)), key: plainText(map, name) }));
}
