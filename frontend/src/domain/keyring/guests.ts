// The devices that joined a case by invitation, as the owner's keyring keeps them: what is needed to restore their
// grant, and whether their access is to be closed. It is in the keyring because companions cannot write there. Flat
// keys in one root map: two phones of the owner that learn of the same device at once write the same thing.
import { type CaseDoc, type EntryMap, plainText, readField, rootMap, type Writer, writeField } from "../case/document";
import { GUESTS, OPEN, type Role } from "./keyring";

/** `closedAt`: when the owner asked to close the access. `isShut`: the server has confirmed it. */
export type Guest = { device: string; role: Role; tokenHash: string; closedAt: string | null; isShut: boolean };

/** Records that the case was opened to others, so that the server is asked who joined. */
export function openToGuests(keyring: CaseDoc, log: string): void {
  const map = guestMap(keyring);
  if (!map.has(openKey(log))) map.set(openKey(log), true);
}

/** Entering a device again changes nothing: a request to close its access stays. */
export function enterGuest(keyring: CaseDoc, log: string, device: string, role: Role, tokenHash: string): void {
  const map = guestMap(keyring);
  if (readGuest(map, log, device).length === 0) map.set(guestKey(log, device), `${role}/${tokenHash}`);
}

/** Asks for the access of a device to be closed for ever: a person who is invited again comes with another device. */
export function closeGuest(keyring: CaseDoc, writer: Writer, log: string, device: string): void {
  mark(keyring, writer, log, device, "closedAt");
}

/** Records that the server has closed it. */
export function shutGuest(keyring: CaseDoc, writer: Writer, log: string, device: string): void {
  mark(keyring, writer, log, device, "shutAt");
}

export function guestsOf(keyring: CaseDoc, log: string): Guest[] {
  const map = guestMap(keyring);
  return [...map.keys()].flatMap((key) => {
    const device = KEY.exec(key);
    return device?.[1] === log ? readGuest(map, log, device[2] ?? "") : [];
  });
}

const KEY = /^([0-9a-f]{32})\/([0-9a-f]{64})$/;
const GUEST = /^(editor|reader)\/([0-9a-f]{64})$/;

/** The map that holds them, for copying to another keyring. */
export function guestMap(keyring: CaseDoc): EntryMap {
  return rootMap(keyring, GUESTS);
}

export function guestKey(log: string, device: string): string {
  return `${log}/${device}`;
}

function openKey(log: string): string {
  return log + OPEN;
}

function mark(keyring: CaseDoc, writer: Writer, log: string, device: string, name: "closedAt" | "shutAt"): void {
  const register = `${guestKey(log, device)}/${name}`;
  if (readField<string | null>(guestMap(keyring), register, null).value !== null) return;
  keyring.transact(() => writeField(guestMap(keyring), register, writer.now(), writer));
}

function readGuest(map: EntryMap, log: string, device: string): Guest[] {
  const key = guestKey(log, device);
  const [, role, tokenHash = ""] = GUEST.exec(plainText(map, key)) ?? [];
  if (role !== "editor" && role !== "reader") return [];
  const closedAt = readField<string | null>(map, `${key}/closedAt`, null).value;
  const isShut = readField<string | null>(map, `${key}/shutAt`, null).value !== null;
  return [{ device, role, tokenHash, closedAt, isShut }];
}
