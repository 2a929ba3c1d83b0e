// What is copied from one keyring into another when a phone that has cases joins another person's phones. Loaded on
// demand.
import { type CaseDoc, copyField, mapIn, mapsIn, newMap, rootMap, type Writer } from "../case/document";
import { enterGuest, guestKey, guestMap, guestsOf, openToGuests } from "./guests";
import {
  enterCase,
  enterPhone,
  isOpenToGuests,
  keyringCases,
  keyringPhones,
  mapOf,
  RECOVERY_CODES,
  readCase,
  rootFor,
} from "./keyring";
import { carryDevices } from "./ownPhones";

/** Copies the cases that the other keyring lacks, and every phone of this one except those that were taken out. */
export function carryKeyring(from: CaseDoc, to: CaseDoc, writer: Writer): void {
  for (const { id } of keyringCases(from)) carryCase(from, to, writer, id);
  const phones = keyringPhones(from).filter(({ outAt }) => outAt === null);
  for (const phone of phones) {
    enterPhone(to, writer, phone.id, phone.name.value, phone.addedAt);
    carryDevices(from, to, phone.id);
  }
  to.transact(() => carryRecovery(from, to));
}

// The codes that are on paper lead to the other keyring from now on.
function carryRecovery(from: CaseDoc, to: CaseDoc): void {
  const codes = rootMap(to, RECOVERY_CODES);
  for (const [id, map] of mapsIn(rootMap(from, RECOVERY_CODES))) {
    const carried = mapIn(codes, id) ?? newMap(codes, id);
    for (const [key, value] of map) carried.set(key, value);
  }
}

/** Copies a case, unless this keyring knows it: its keys, names, and whether it is archived. */
export function carryCase(from: CaseDoc, to: CaseDoc, writer: Writer, id: string): void {
  const known = mapOf(from, id);
  if (!known) return;
  carryGuests(from, to, writer, id);
  const { title, createdAt, ...keys } = readCase(id, known);
  if (mapIn(rootFor(to, keys), id)) return;
  to.transact(() => {
    enterCase(to, writer, keys, title.value, createdAt);
    const entered = mapIn(rootFor(to, keys), id);
    if (!entered) return;
    copyField(known, entered, "title", writer);
    copyField(known, entered, "archivedAt", writer);
  });
}

/** Copies what another keyring has about a case's guests. */
export function carryGuests(from: CaseDoc, to: CaseDoc, writer: Writer, log: string): void {
  to.transact(() => {
    if (isOpenToGuests(from, log)) openToGuests(to, log);
    for (const { device, role, tokenHash, closedAt, isShut } of guestsOf(from, log)) {
      enterGuest(to, log, device, role, tokenHash);
      const key = guestKey(log, device);
      if (closedAt !== null) copyField(guestMap(from), guestMap(to), `${key}/closedAt`, writer);
      if (isShut) copyField(guestMap(from), guestMap(to), `${key}/shutAt`, writer);
    }
  });
}
