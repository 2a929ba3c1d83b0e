// One kind of entry, described once: its short fields with their empty values, its long texts, the other entries it marks.
// From the description come adding, changing, listing and searching, so that every kind keeps both values of a conflict,
// merges long text and hides instead of removing. What a value means is the business of the kind's own file.
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
  type Writer,
  writeMark,
} from "./document";
import {
  addEntry,
  changeEntry,
  type Entry,
  type EntryKind,
  listDeleted,
  listEntries,
  oldestFirst,
  readEntry,
  setFields,
} from "./entries";

type Fields = Record<string, Scalar>;

/** An entry as read: registers for short fields, strings for texts, ids for marks. */
export type EntryOf<F extends Fields, X extends string = never, M extends string = never> = Entry & {
  [K in keyof F]: Field<F[K]>;
} & { [K in X]: string } & { [K in M]: readonly string[] };

export type Description<F extends Fields, X extends string, M extends string> = {
  kind: EntryKind;
  /** Every short field with what it reads as while nobody has written it. */
  fields: F;
  texts?: readonly X[];
  /** Names of sets of ids: other entries that this one points to. Two people who add to a set at once both add. */
  marks?: readonly M[];
  /** What people type into it: searched, and what makes an entry worth keeping. Long texts count always. */
  said: readonly (keyof F & string)[];
  order?: (a: EntryOf<F, X, M>, b: EntryOf<F, X, M>) => number;
};

export interface Kind<F extends Fields, X extends string, M extends string> {
  readonly kind: EntryKind;
  /** Creates an entry in one change; returns its id. Fields not given are not written. */
  add(doc: CaseDoc, writer: Writer, fields?: Partial<F>, texts?: Partial<Record<X, string>>): string;
  set(doc: CaseDoc, writer: Writer, id: string, fields: Partial<F>): void;
  /** Makes a long text equal what was typed. */
  write(doc: CaseDoc, id: string, text: X, next: string): void;
  mark(doc: CaseDoc, writer: Writer, id: string, name: M, target: string, on: boolean): void;
  /** The entries that are not deleted; the same array while nothing changed. */
  list(doc: CaseDoc): EntryOf<F, X, M>[];
  deleted(doc: CaseDoc): EntryOf<F, X, M>[];
  find(doc: CaseDoc, id: string): EntryOf<F, X, M> | null;
  /** What people typed into the entry, both values of a conflict, without the empty parts. */
  wordsOf(entry: EntryOf<F, X, M>): string[];
  /** False when the entry stands there and nobody has typed anything into it. */
  holdsWords(doc: CaseDoc, id: string): boolean;
}

export function describeKind<F extends Fields, X extends string = never, M extends string = never>({
  kind,
  fields,
  texts = [],
  marks = [],
  said,
  order = oldestFirst,
}: Description<F, X, M>): Kind<F, X, M> {
  const read = (id: string, entry: EntryMap): EntryOf<F, X, M> => {
    const parts: Record<string, unknown> = { ...readEntry(id, entry) };
    for (const [name, empty] of Object.entries(fields)) parts[name] = readField(entry, name, empty);
    for (const name of texts) parts[name] = readText(entry, name);
    for (const name of marks) parts[name] = markedIn(entry, name);
    // The loops above have filled exactly what the description names; the compiler cannot count them.
    return parts as EntryOf<F, X, M>;
  };
  const list = (doc: CaseDoc) => listEntries(doc, kind, read, order);
  const find = (doc: CaseDoc, id: string) => list(doc).find((entry) => entry.id === id) ?? null;
  const wordsOf = (entry: EntryOf<F, X, M>) =>
    [
      ...said.flatMap((name) => [entry[name].value, ...entry[name].others].map((value) => String(value ?? ""))),
      ...texts.map((name) => entry[name] as string),
    ].filter((words) => words.trim() !== "");
  return {
    kind,
    add: (doc, writer, given = {}, words = {}) =>
      addEntry(doc, kind, writer, written(given), {
        ...Object.fromEntries(texts.map((name) => [name, ""])),
        ...words,
      }),
    set: (doc, writer, id, given) => setFields(doc, kind, id, written(given), writer),
    write: (doc, id, text, next) =>
      changeEntry(doc, kind, id, (entry) => {
        // An entry of an older version of the app may lack the text.
        if (!(entry.get(text) instanceof Y.Text)) entry.set(text, new Y.Text());
        editText(entry, text, next);
      }),
    mark: (doc, writer, id, name, target, on) =>
      changeEntry(doc, kind, id, (entry) => writeMark(entry, name, target, on, writer)),
    list,
    deleted: (doc) => listDeleted(doc, kind, read, order),
    find,
    wordsOf,
    holdsWords(doc, id) {
      const entry = find(doc, id);
      return entry === null || wordsOf(entry).length > 0;
    },
  };
}

/** All that two phones wrote into one short field, without what is empty: nobody but the patient may choose between them. */
export function valuesOf<T extends string>(field: Field<T>): T[] {
  return [field.value, ...field.others].filter((value) => value.trim() !== "");
}

function written(given: Partial<Fields>): Fields {
  return Object.fromEntries(Object.entries(given).filter((pair): pair is [string, Scalar] => pair[1] !== undefined));
}
