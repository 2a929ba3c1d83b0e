// One kind of entry, defined by its parts (fields.ts). Adding, changing, listing, searching and the one rule for blank
// entries all follow from the definition, so that every kind keeps both values of a conflict, merges long text, and
// hides instead of removing. What a value means is up to the kind's own file.
import * as Y from "yjs";
import {
  type CaseDoc,
  type EntryMap,
  editText,
  type Field,
  markedIn,
  readField,
  readText,
  type Scalar,
  unmarkedIn,
  type Writer,
  writeMark,
} from "./document";
import {
  addEntry,
  changeEntry,
  deleteEntry,
  type Entry,
  type EntryKind,
  listDeleted,
  listEntries,
  oldestFirst,
  readEntry,
  setFields,
} from "./entries";
import type { FieldsOf, MarksName, Part, ReadAs, Shape, TextName } from "./fields";

/** An entry as read: registers for short fields, strings for texts, ids for marks. */
export type Read<S extends Shape> = Entry & ReadAs<S>;
export type EntryOf<K> = K extends Kind<infer S> ? Read<S> : never;
/** What a part of an entry holds: a text, both values of a short field, or ids. */
export type Held = string | Field<Scalar> | readonly string[];
/** The values of a kind's short fields. */
export type ValuesOf<K> = K extends Kind<infer S> ? FieldsOf<S> : never;

export type Rules<S extends Shape> = {
  order?: (a: Read<S>, b: Read<S>) => number;
  /** What is written along with `given` fields, in the same change. `before` is the entry before the change. */
  along?: (doc: CaseDoc, writer: Writer, before: Read<S>, given: Partial<FieldsOf<S>>) => void;
};

export function defineKind<const S extends Shape>(kind: EntryKind, parts: S, rules: Rules<S> = {}): Kind<S> {
  return new Kind(kind, parts, rules);
}

export class Kind<S extends Shape> {
  readonly kind: EntryKind;
  readonly parts: S;
  /** Object.entries loses the types of the names. */
  readonly #named: [keyof S & string, Part][];
  readonly #order: (a: Read<S>, b: Read<S>) => number;
  readonly #along: Rules<S>["along"];

  constructor(kind: EntryKind, parts: S, { order = oldestFirst, along }: Rules<S>) {
    this.kind = kind;
    this.parts = parts;
    this.#named = Object.entries(parts);
    this.#order = order;
    this.#along = along;
  }

  /** Creates an entry in one change; returns its id. Fields not given are not written. */
  readonly add = (
    doc: CaseDoc,
    writer: Writer,
    given: Partial<FieldsOf<S>> = {},
    said: Partial<Record<TextName<S>, string>> = {},
  ): string => {
    const texts = Object.keys(this.parts).filter((name) => this.parts[name]?.kept === "text");
    const empty = Object.fromEntries(texts.map((name) => [name, ""]));
    return addEntry(doc, this.kind, writer, withoutUnset(given), { ...empty, ...said });
  };

  readonly set = (doc: CaseDoc, writer: Writer, id: string, given: Partial<FieldsOf<S>>): void => {
    const before = this.#along ? this.find(doc, id) : null;
    doc.transact(() => {
      setFields(doc, this.kind, id, withoutUnset(given), writer);
      if (before) this.#along?.(doc, writer, before, given);
    });
  };

  /** Makes a long text equal what was typed. */
  readonly write = (doc: CaseDoc, id: string, name: TextName<S>, next: string): void =>
    changeEntry(doc, this.kind, id, (entry) => {
      // An entry from an older version of the app may lack the text.
      if (!(entry.get(name) instanceof Y.Text)) entry.set(name, new Y.Text());
      editText(entry, name, next);
    });

  /** For a control, which knows a part only by its name and writes what the control holds. */
  readonly put = (doc: CaseDoc, writer: Writer, id: string, name: keyof S & string, value: Scalar): void => {
    if (this.parts[name]?.kept === "text") this.write(doc, id, name as TextName<S>, String(value));
    else this.set(doc, writer, id, { [name]: value } as Partial<FieldsOf<S>>);
  };

  readonly mark = (doc: CaseDoc, writer: Writer, id: string, name: MarksName<S>, target: string, on: boolean): void =>
    changeEntry(doc, this.kind, id, (entry) => writeMark(entry, name, target, on, writer));

  /** The entries that are not deleted; the same array while nothing changed. */
  readonly list = (doc: CaseDoc): Read<S>[] => listEntries(doc, this.kind, this.#read, this.#order);

  readonly deleted = (doc: CaseDoc): Read<S>[] => listDeleted(doc, this.kind, this.#read, this.#order);

  /** Those that are not deleted and not blank. */
  readonly written = (doc: CaseDoc): Read<S>[] => this.list(doc).filter((entry) => !this.isBlank(entry));

  readonly find = (doc: CaseDoc, id: string): Read<S> | null => this.list(doc).find((entry) => entry.id === id) ?? null;

  /** What a part of the entry holds, for callers that know it only by its name. */
  readonly heldIn = (entry: Read<S>, name: keyof S & string): Held =>
    // Every part is read as one of these three.
    Reflect.get(entry, name) as Held;

  /** What people typed into the entry, both values of a conflict, without the empty parts. */
  readonly wordsOf = (entry: Read<S>): string[] =>
    this.#named
      .flatMap(([name, part]) => (isTyped(part) ? textsIn(this.heldIn(entry, name)) : []))
      .filter((words) => words.trim() !== "");

  /** What it is called: the first words that people typed into it, or "". */
  readonly nameOf = (entry: Read<S>): string =>
    this.#named
      .filter(([, part]) => isTyped(part) && !("as" in part && part.as === "clock"))
      .flatMap(([name]) => textsIn(this.heldIn(entry, name)))
      .find((words) => words.trim() !== "") ?? "";

  /** Whether nobody has written into the entry: no part holds anything, on any phone. Parts set aside do not count. */
  readonly isBlank = (entry: Read<S>): boolean =>
    this.#named.every(([name, part]) => part.isAside || saysNothing(part, this.heldIn(entry, name)));

  /** All that the entry says, the same on every phone that has it: to detect whether it says something else now. */
  readonly saidIn = (entry: Read<S>): string =>
    JSON.stringify(
      this.#named.filter(([, part]) => !part.isAside).map(([name]) => [...valuesIn(this.heldIn(entry, name))].sort()),
    );

  /** Deletes the entry if nobody has written into it. */
  readonly takeBack = (doc: CaseDoc, writer: Writer, id: string): void => {
    const entry = this.find(doc, id);
    if (entry && this.isBlank(entry)) deleteEntry(doc, this.kind, id, writer);
  };

  readonly #read = (id: string, entry: EntryMap): Read<S> => {
    const read: Record<string, unknown> = readEntry(id, entry);
    for (const [name, part] of this.#named) read[name] = readPart(entry, name, part);
    // Exactly the parts of the definition; the compiler cannot follow the loop.
    return read as Read<S>;
  };
}

/** All values that two phones wrote into one short field, without empty ones: only the patient may choose. */
export function valuesOf<T extends string>(field: Field<T>): T[] {
  return [field.value, ...field.others].filter((value) => value.trim() !== "");
}

function readPart(entry: EntryMap, name: string, part: Part): Held | Scalar {
  if (part.kept === "text") return readText(entry, name);
  if (part.kept === "marks") return (part.isTakenOut ? unmarkedIn : markedIn)(entry, part.set ?? name);
  const field = readField<Scalar>(entry, name, part.empty);
  return part.kept === "inner" ? field.value : field;
}

function isTyped(part: Part): boolean {
  return part.kept === "text" || (part.kept === "short" && ["words", "clock"].includes(part.as));
}

function saysNothing(part: Part, held: Held): boolean {
  const empty = part.kept === "short" ? part.empty : "";
  return valuesIn(held).every((value) => value === empty || String(value).trim() === "");
}

function textsIn(held: Held): string[] {
  return valuesIn(held).map((value) => String(value ?? ""));
}

function valuesIn(held: Held): readonly Scalar[] {
  if (typeof held === "string") return [held];
  return "value" in held ? [held.value, ...held.others] : held;
}

function withoutUnset(given: Partial<Record<string, Scalar>>): Record<string, Scalar> {
  return Object.fromEntries(Object.entries(given).filter((pair): pair is [string, Scalar] => pair[1] !== undefined));
}
