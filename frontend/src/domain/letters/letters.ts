// What can be done with letters. One letter asks one holder for any number of records. Recording that it was sent or
// answered records the same for its records; a record that has arrived is never asked for again.

import { valuesOf } from "../case/defineKind";
import type { CaseDoc, Writer } from "../case/document";
import { sameName } from "../case/names";
import { fieldsForStatus, type MedicalRecord, type RecordFields, records, setRecord } from "../records/records";
import { type Letter, type LetterFields, letterEntries, letters } from "./letterEntries";

/**
 * A letter to `holder` that asks for what is still needed from there: an unsent one that was begun, else a new one.
 * Returns its id.
 */
export function writeTo(doc: CaseDoc, writer: Writer, holder: string, country: string): string {
  if (sameName(holder) === "") return letterEntries.add(doc, writer, { country });
  const draft = letters(doc).find((letter) => isDraftTo(letter, holder));
  const asked = new Set(draft?.records);
  const missing = records(doc).filter(
    (record) => record.status.value === "need" && isHeldBy(record, holder) && !asked.has(record.id),
  );
  const slides = missing.some(({ kind }) => kind.value === "slides");
  let id = draft?.id ?? "";
  doc.transact(() => {
    if (draft === undefined) id = letterEntries.add(doc, writer, { holder, country, slides });
    else if (slides) letterEntries.set(doc, writer, id, { slides });
    for (const record of missing) letterEntries.mark(doc, writer, id, "records", record.id, true);
  });
  return id;
}

function isDraftTo({ holder, sentOn, answeredOn }: Letter, name: string): boolean {
  const days = [sentOn, answeredOn].flatMap(valuesOf);
  return days.length === 0 && holder.others.length === 0 && sameName(holder.value) === sameName(name);
}

/** Who has what is still needed, by name, with the number of records. Records without a named holder are left out. */
export function holdersToAsk(doc: CaseDoc): { holder: string; count: number }[] {
  const counted = new Map<string, { holder: string; count: number }>();
  for (const { status, holder } of records(doc)) {
    const name = sameName(holder.value);
    if (status.value !== "need" || name === "") continue;
    const known = counted.get(name) ?? { holder: holder.value.trim(), count: 0 };
    counted.set(name, { ...known, count: known.count + 1 });
  }
  return [...counted.values()];
}

export function isHeldBy({ holder }: MedicalRecord, name: string): boolean {
  return sameName(holder.value) === sameName(name);
}

/** The records that a letter asks for, in the order of the list of records. Deleted ones are left out. */
export function recordsOf(doc: CaseDoc, letter: Letter): MedicalRecord[] {
  const wanted = new Set(letter.records);
  return records(doc).filter(({ id }) => wanted.has(id));
}

/** For every record that is in a letter, the letter written last. */
export function letterByRecord(doc: CaseDoc): ReadonlyMap<string, Letter> {
  return new Map(letters(doc).flatMap((letter) => letter.records.map((id) => [id, letter] as const)));
}

/** Records that the letter was sent `on` that day. Returns the undo. */
export function sayItWasSent(doc: CaseDoc, writer: Writer, id: string, on: string): () => void {
  return sayOfAll(doc, writer, id, { sentOn: on }, (record) =>
    record.status.value === "have" ? {} : fieldsForStatus(record, "asked", on),
  );
}

/** Corrects the day it was sent, arrived or was answered, and the day of its records that had the same one. */
export function correctDay(
  doc: CaseDoc,
  writer: Writer,
  letter: Letter,
  name: "sentOn" | "arrivedOn" | "answeredOn",
  date: string,
): void {
  const day = name === "sentOn" ? "askedOn" : "receivedOn";
  // A record has no day of its own for the arrival of the letter.
  const asked = name === "arrivedOn" ? [] : recordsOf(doc, letter);
  const moved = asked.filter((record) => record[day].value === letter[name].value);
  doc.transact(() => {
    letterEntries.set(doc, writer, letter.id, { [name]: date });
    for (const { id, status } of moved) {
      if (status.value === (name === "sentOn" ? "asked" : "have")) setRecord(doc, writer, id, { [day]: date });
    }
  });
}

/** Records that what it asked for came `on` that day. Returns the undo. */
export function sayItCame(doc: CaseDoc, writer: Writer, id: string, on: string): () => void {
  return sayOfAll(doc, writer, id, { answeredOn: on }, (record) => fieldsForStatus(record, "have", on));
}

function sayOfAll(
  doc: CaseDoc,
  writer: Writer,
  id: string,
  day: Partial<Pick<LetterFields, "sentOn" | "answeredOn">>,
  change: (record: MedicalRecord) => Partial<RecordFields>,
): () => void {
  const letter = letterEntries.find(doc, id);
  if (letter === null) return () => {};
  const asked = recordsOf(doc, letter);
  doc.transact(() => {
    letterEntries.set(doc, writer, id, day);
    for (const record of asked) setRecord(doc, writer, record.id, change(record));
  });
  return () =>
    doc.transact(() => {
      const { sentOn, answeredOn } = letter;
      letterEntries.set(doc, writer, id, { sentOn: sentOn.value, answeredOn: answeredOn.value });
      for (const { id: record, status, askedOn, receivedOn } of asked) {
        const before = { status: status.value, askedOn: askedOn.value, receivedOn: receivedOn.value };
        setRecord(doc, writer, record, before);
      }
    });
}
