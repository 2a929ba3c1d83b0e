// Where in a case something was written, for asking signers.ts who signed it.
import * as Y from "yjs";
import { type CaseDoc, mapIn, rootMap } from "../case/document";
import type { EntryKind } from "../case/entries";
import type { Medicine } from "../health/medicines";
import type { Question } from "../questions/questionEntries";
import type { Trace } from "./signers";

/** Where an entry was created; with `field`, where the values of that short field were written. */
export function tracesOf(doc: CaseDoc, kind: EntryKind, id: string, field?: string): Trace[] {
  const root = rootMap(doc, kind);
  if (field === undefined) return tracesIn([root._map.get(id)]);
  const items = [...(mapIn(root, id)?._map ?? [])].filter(([key]) => key.startsWith(`${field}#`));
  return tracesIn(items.map(([, item]) => item));
}

/** Where the letters of a long text were written. */
export function tracesOfText(doc: CaseDoc, kind: EntryKind, id: string, name: string): Trace[] {
  const text = mapIn(rootMap(doc, kind), id)?.get(name);
  const items: Y.Item[] = [];
  if (text instanceof Y.Text) for (let item = text._start; item; item = item.right) items.push(item);
  return tracesIn(items);
}

/** Evidence that `author` wrote part of the answer; if nobody else is named, they must have written all of it. */
export function tracesOfAnswer(doc: CaseDoc, { id, answerBy }: Question, author: string): Trace[] {
  const told = tracesOf(doc, "questions", id, `answerBy:${author}`);
  return answerBy.length > 1 ? told : [...told, ...tracesOfText(doc, "questions", id, "answer")];
}

/** Evidence that `author` last changed the dose; if nobody else is named, all values must be theirs. */
export function tracesOfDose(doc: CaseDoc, { id, doseBy }: Medicine, author: string): Trace[] {
  const told = tracesOf(doc, "medicines", id, `doseBy:${author}`);
  if (doseBy.length > 1) return told;
  return [...told, ...tracesOf(doc, "medicines", id, "dose"), ...tracesOf(doc, "medicines", id, "howOften")];
}

function tracesIn(items: (Y.Item | undefined)[]): Trace[] {
  return items.flatMap((item) => (item && !item.deleted ? [{ client: item.id.client, clock: item.id.clock }] : []));
}
