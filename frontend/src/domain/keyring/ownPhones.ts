// A person's phones beyond their names: the devices that each one writes with, and whether it was taken out. A phone
// enters its own devices, because no other phone can know them. One that was taken out stays listed: what it wrote is
// still the person's.
import { type CaseDoc, type EntryMap, mapIn, readField, rootMap, type Writer, writeField } from "../case/document";
import { declaredKey, keyringPhones, PHONES } from "./keyring";

const OUT = "outAt";
const GONE = "goneAt";

/** Records that this phone writes on `log` with `device`. Doing it again changes nothing. */
export function declareDevice(doc: CaseDoc, phone: string, log: string, device: string): void {
  const map = phoneMap(doc, phone);
  const key = declaredKey(log, device);
  if (map && map.get(key) !== true) map.set(key, true);
}

/** The devices with which the phones that are in write on `log`. */
export function devicesWithin(doc: CaseDoc, log: string): Set<string> {
  const within = keyringPhones(doc).filter(({ outAt }) => outAt === null);
  const beginning = declaredKey(log, "");
  const keys = within.flatMap(({ id }) => [...(phoneMap(doc, id)?.keys() ?? [])]);
  return new Set(keys.filter((key) => key.startsWith(beginning)).map((key) => key.slice(beginning.length)));
}

/** Copies from another keyring the devices with which a phone writes. */
export function carryDevices(from: CaseDoc, to: CaseDoc, id: string): void {
  const map = phoneMap(to, id);
  for (const key of phoneMap(from, id)?.keys() ?? []) if (key.startsWith("device:")) map?.set(key, true);
}

/** The day on which this phone last exchanged, for the person to read on another one. */
export function saySeen(doc: CaseDoc, phone: string, day: string): void {
  const map = phoneMap(doc, phone);
  if (map && map.get("seenOn") !== day) map.set("seenOn", day);
}

export function renamePhone(doc: CaseDoc, writer: Writer, id: string, name: string): void {
  write(doc, writer, id, { name });
}

/** Asks for a phone to be taken out, or lets it in again. */
export function setOut(doc: CaseDoc, writer: Writer, id: string, isOut: boolean): void {
  write(doc, writer, id, { [OUT]: isOut ? writer.now() : null, [GONE]: null });
}

/** Records that the server no longer lets it in anywhere. */
export function sayGone(doc: CaseDoc, writer: Writer, id: string): void {
  write(doc, writer, id, { [GONE]: writer.now() });
}

export function isGone(doc: CaseDoc, id: string): boolean {
  const map = phoneMap(doc, id);
  return map !== undefined && readField<string | null>(map, GONE, null).value !== null;
}

function write(doc: CaseDoc, writer: Writer, id: string, fields: Record<string, string | null>): void {
  const map = phoneMap(doc, id);
  if (!map) return;
  doc.transact(() => {
    for (const [name, value] of Object.entries(fields)) writeField(map, name, value, writer);
  });
}

function phoneMap(doc: CaseDoc, id: string): EntryMap | undefined {
  return mapIn(rootMap(doc, PHONES), id);
}
