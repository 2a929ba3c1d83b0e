// The people of a case. Each companion writes their own entry under the author id of their phone, with the name that
// the others should see; the owner's name is stored here, too. For display only: nothing here gives access, because
// everyone who may write can write here.
import {
  type CaseDoc,
  caseField,
  type EntryMap,
  type Field,
  mapIn,
  mapsIn,
  newMap,
  plainText,
  readField,
  rootMap,
  setCaseField,
  type Writer,
  writeField,
} from "./document";

/** `devices` are the keys with which this person's phone has signed on this case, including the current one. */
export type Person = {
  id: string;
  name: Field;
  joinedAt: string;
  devices: string[];
  leftAt: string | null;
  /** When the last of their devices lost access, for the others to see; the keyring and the server decide. */
  closedAt: string | null;
};

const DEVICE = "device:";
const CLOSED = "closedAt/";

/** Enters the writer, or updates the name and the device that came in with another invitation. */
export function enterPerson(doc: CaseDoc, writer: Writer, name: string, device: string): void {
  doc.transact(() => {
    const person = personMap(doc, writer);
    person.set(DEVICE + device, true);
    writeField(person, "name", name, writer);
    if (readField(person, "leftAt", null).value !== null) writeField(person, "leftAt", null, writer);
  });
}

/** The writer's own name, as the others should see it. */
export function namePerson(doc: CaseDoc, writer: Writer, name: string): void {
  doc.transact(() => writeField(personMap(doc, writer), "name", name, writer));
}

/** Records that the writer leaves, or stays after all. */
export function leaveCase(doc: CaseDoc, writer: Writer, left: boolean): void {
  doc.transact(() => writeField(personMap(doc, writer), "leftAt", left ? writer.now() : null, writer));
}

/** Tells the others that these devices have no access any more. A person who came back with another one is in. */
export function tellClosed(doc: CaseDoc, writer: Writer, devices: readonly string[]): void {
  doc.transact(() => {
    for (const [, person] of mapsIn(peopleMap(doc)))
      for (const device of devices)
        if (person.has(DEVICE + device)) writeField(person, CLOSED + device, writer.now(), writer);
  });
}

/** Everyone who entered, in that order. */
export function people(doc: CaseDoc): Person[] {
  const all = mapsIn(peopleMap(doc)).map(([id, map]) => readPerson(id, map));
  return all.sort((a, b) => (a.joinedAt + a.id < b.joinedAt + b.id ? -1 : 1));
}

/** The owner's name, for everyone else. */
export function ownerName(doc: CaseDoc): Field {
  return caseField(doc, "ownerName", "");
}

export function setOwnerName(doc: CaseDoc, writer: Writer, name: string): void {
  setCaseField(doc, writer, "ownerName", name);
}

/**
 * Who wrote under this author id, "" when nobody knows. Only companions enter themselves: to a companion, anyone who
 * has not is the owner.
 */
export function authorName(doc: CaseDoc, author: string, asCompanion: boolean): string {
  const person = mapIn(peopleMap(doc), author);
  if (person) return readField(person, "name", "").value.trim();
  return asCompanion ? ownerName(doc).value.trim() : "";
}

function peopleMap(doc: CaseDoc): EntryMap {
  return rootMap(doc, "people");
}

// Only the writer's own phone makes the map of its id, so no two phones ever make the same one.
function personMap(doc: CaseDoc, writer: Writer): EntryMap {
  const known = mapIn(peopleMap(doc), writer.author);
  if (known) return known;
  const made = newMap(peopleMap(doc), writer.author);
  made.set("joinedAt", writer.now());
  return made;
}

function readPerson(id: string, map: EntryMap): Person {
  const devices = [...map.keys()].filter((key) => key.startsWith(DEVICE)).map((key) => key.slice(DEVICE.length));
  const closed = devices.flatMap((device) => readField<string | null>(map, CLOSED + device, null).value ?? []).sort();
  return {
    id,
    name: readField(map, "name", ""),
    joinedAt: plainText(map, "joinedAt"),
    devices,
    leftAt: readField<string | null>(map, "leftAt", null).value,
    closedAt: closed.length === devices.length ? (closed.at(-1) ?? null) : null,
  };
}
