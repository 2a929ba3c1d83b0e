// Brings back, as new writes, what others removed or wrote over: what is missing is added, and what was written since
// stays. If a short field holds another value now, both stay until the person chooses. Doing it twice is the same as
// doing it once.
import * as Y from "yjs";
import {
  type CaseDoc,
  caseText,
  type EntryMap,
  editCaseText,
  editText,
  mapIn,
  newMap,
  rootMap,
  type Writer,
} from "../case/document";
import { isSaid, type Lost, type Removal, registerOf } from "./asItWas";

type Write = () => void;

export function bringBack(doc: CaseDoc, writer: Writer, { lost }: Removal): void {
  doc.transact(() => {
    for (const one of lost) for (const write of missing(doc, writer, one)) write();
  });
}

/** Whether there is nothing left to bring back. */
export function isBack(doc: CaseDoc, writer: Writer, { lost }: Removal): boolean {
  return lost.every((one) => missing(doc, writer, one).length === 0);
}

function missing(doc: CaseDoc, writer: Writer, { root, id, held }: Lost): Write[] {
  const text = held.texts.get("");
  if (id === "" && text !== undefined) {
    const next = withBefore(caseText(doc, root), text);
    return next === null ? [] : [() => editCaseText(doc, root, next)];
  }
  if (id === "") return missingValues(rootMap(doc, root), writer, held);
  const map = mapIn(rootMap(doc, root), id);
  return map ? missingIn(map, writer, held) : [() => makeAgain(newMap(rootMap(doc, root), id), held)];
}

function makeAgain(map: EntryMap, { values, texts }: Lost["held"]): void {
  for (const [key, value] of values) map.set(key, value);
  for (const [name, text] of texts) map.set(name, new Y.Text(text));
}

function missingIn(map: EntryMap, writer: Writer, held: Lost["held"]): Write[] {
  const hidden = [...map.keys()].filter((key) => registerOf(key) === "deletedAt" && map.get(key) !== null);
  const wasHidden = [...held.values].some(([key, value]) => registerOf(key) === "deletedAt" && value !== null);
  const shown = wasHidden ? [] : hidden.map((key) => () => map.delete(key));
  return [...shown, ...missingValues(map, writer, held), ...missingTexts(map, held)];
}

function missingTexts(map: EntryMap, { texts }: Lost["held"]): Write[] {
  return [...texts].flatMap(([name, text]): Write[] => {
    const found = map.get(name);
    if (!(found instanceof Y.Text)) return [() => map.set(name, new Y.Text(text))];
    const next = withBefore(found.toString(), text);
    return next === null ? [] : [() => editText(map, name, next)];
  });
}

function missingValues(map: EntryMap, writer: Writer, { values }: Lost["held"]): Write[] {
  return [...values].flatMap(([key, value]): Write[] => {
    const name = registerOf(key);
    if (name === "deletedAt" || isEmpty(value)) return [];
    if (name === "") return map.has(key) ? [] : [() => map.set(key, value)];
    const there = [...map].filter(([other, known]) => registerOf(other) === name && !isEmpty(known));
    // Beside another value, only content that somebody wrote is of use.
    if (there.some(([, known]) => known === value) || (there.length > 0 && !isSaid(key))) return [];
    return [() => putValue(map, name, value, writer)];
  });
}

function putValue(map: EntryMap, name: string, value: unknown, writer: Writer): void {
  for (const [key, known] of [...map]) if (registerOf(key) === name && isEmpty(known)) map.delete(key);
  map.set(`${name}#${writer.newId()}`, value);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === "";
}

/** The text with its earlier content added; null when it contains that already. */
function withBefore(now: string, before: string): string | null {
  if (now.includes(before)) return null;
  return before.includes(now) ? before : `${before}\n\n${now}`;
}
