// A case as plain lists, texts and values, for whoever opens the file of a copy without the app. It follows how each
// kind of entry is stored (case/fields.ts), not a list of kinds: what a newer version of the app added is in it, too.
// Never read back: the state of the document is. Pure.
import * as Y from "yjs";
import type { CaseDoc } from "../case/document";

type Plain = string | number | boolean | null | Plain[] | { [name: string]: Plain };
type Items = Map<string, Y.Item>;
/** `values`: all that was written into one short field at the same time; the app shows the first and asks. */
type Conflict = { values: Plain[] };
/** `entries`: the lists of the case; `texts` and `fields`: what stands beside them. */
export type Readable = {
  entries: { [list: string]: Plain[] };
  texts: { [name: string]: string };
  fields: { [list: string]: { [name: string]: Plain } };
};

export function readableOf(doc: CaseDoc): Readable {
  const roots = [...rootsOf(doc)].sort(([a], [b]) => (a < b ? -1 : 1));
  const lists = roots.map(([name, root]): [string, Plain[]] => [name, entriesIn(root._map)]);
  const fields = roots.map(([name, root]): [string, { [name: string]: Plain }] => [
    name,
    valuesIn(besideMaps(root._map)),
  ]);
  const texts = roots.map(([name, root]): [string, string] => [name, textFrom(root._start)]);
  return {
    entries: Object.fromEntries(lists.filter(([, list]) => list.length > 0)),
    texts: Object.fromEntries(texts.filter(([, text]) => text !== "")),
    fields: Object.fromEntries(fields.filter(([, values]) => Object.keys(values).length > 0)),
  };
}

// In a fresh document no list has a type yet, so unknown ones look like all others.
function rootsOf(doc: CaseDoc): Y.Doc["share"] {
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
  return fresh.share;
}

function entriesIn(items: Items): Plain[] {
  return standing(items)
    .filter((pair): pair is [string, Y.Map<unknown>] => pair[1] instanceof Y.Map)
    .map(([id, map]) => ({ id, ...valuesIn(standing(map._map)) }));
}

function besideMaps(items: Items): [string, unknown][] {
  return standing(items).filter(([, value]) => !(value instanceof Y.Map));
}

/** Texts and plain values under their names, short fields without the ids of their values, and sets as lists of ids. */
function valuesIn(stored: [string, unknown][]): { [name: string]: Plain } {
  const found = new Map<string, Plain[]>();
  const sets = new Map<string, { in: Set<string>; out: Set<string> }>();
  const add = (name: string, value: Plain) => found.set(name, [...(found.get(name) ?? []), value]);
  for (const [key, value] of stored) {
    const name = key.includes("#") ? key.slice(0, key.lastIndexOf("#")) : key;
    const [set, id] = [name.slice(0, name.indexOf(":")), name.slice(name.indexOf(":") + 1)];
    if (!name.includes(":") || typeof value !== "boolean") add(name, plain(value));
    else {
      const known = sets.get(set) ?? { in: new Set(), out: new Set() };
      known[value ? "in" : "out"].add(id);
      sets.set(set, known);
    }
  }
  const told = [...sets].map(([set, of]): [string, Plain] => {
    return [set, { in: [...of.in], out: [...of.out].filter((id) => !of.in.has(id)) }];
  });
  return Object.fromEntries([
    ...[...found].map(([name, values]): [string, Plain] => [name, oneOrAll(values)]),
    ...told,
  ]);
}

function oneOrAll(values: Plain[]): Plain | Conflict {
  const different = values.filter((value, at) => values.indexOf(value) === at);
  return different.length === 1 ? (different[0] ?? null) : { values: different };
}

function plain(value: unknown): Plain {
  if (value instanceof Y.Text) return value.toString();
  if (value instanceof Y.Map) return valuesIn(standing(value._map));
  return value === null || ["string", "number", "boolean"].includes(typeof value) ? (value as Plain) : null;
}

/** What was not deleted or written over, in an order that is the same on every phone. */
function standing(items: Items): [string, unknown][] {
  return [...items]
    .filter(([, item]) => !item.deleted)
    .map(([key, item]): [string, unknown] => [key, item.content.getContent().at(-1)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function textFrom(start: Y.Item | null): string {
  let text = "";
  for (let item = start; item; item = item.right)
    if (!item.deleted && item.content instanceof Y.ContentString) text += item.content.str;
  return text;
}
