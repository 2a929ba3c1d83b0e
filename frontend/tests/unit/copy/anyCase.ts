// Any case: entries of every kind with every part that its description names, on two phones that exchange now and then,
// so that there are conflicts; deleted entries, people, fields and texts of the case itself, and what only a newer
// version of the app knows. Driven by the descriptions alone: a new kind or part is in here without a change.
import fc from "fast-check";
import * as Y from "yjs";
import {
  type CaseDoc,
  type EntryMap,
  editCaseText,
  mapIn,
  rootMap,
  type Scalar,
  setCaseField,
  type Writer,
  writeField,
  writeMark,
} from "../../../src/domain/case/document";
import { addEntry, deleteEntry, type Entry, type EntryKind, entryKinds } from "../../../src/domain/case/entries";
import type { Part, Shape } from "../../../src/domain/case/fields";
import { enterPerson } from "../../../src/domain/case/people";
import { exchange, twoPhones } from "../domain/twoDocs";
import { kinds } from "../kindsOfEntries";

type Described = { parts: Shape; list: (doc: CaseDoc) => Entry[]; deleted: (doc: CaseDoc) => Entry[] };

export const described: Record<EntryKind, Described> = kinds;

type Phone = { doc: CaseDoc; writer: Writer };
type Act = (on: Phone, both: { ana: CaseDoc; ben: CaseDoc }) => void;

const RIGHT_TO_LEFT = "כאב בברך שמאל \u200f(مزمن) 10 mg";
const SCRIPT = '<script>alert(\'x\')</script>"}],\n"check": "';
const odd = fc.constantFrom(RIGHT_TO_LEFT, SCRIPT, "__proto__", "#", ":", "\u0000", "👩‍👩‍👧", "");
const short = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
  { weight: 1, arbitrary: odd },
);
const long = fc.constantFrom("é", "כ", "a b ", "\n").map((some) => some.repeat(10_000).slice(0, 10_000));
const typed = fc.oneof({ weight: 30, arbitrary: short }, { weight: 1, arbitrary: long });

function scalarFor(part: Part): fc.Arbitrary<Scalar> {
  if (part.kept === "short" && part.choices.length > 0) return fc.constantFrom(...part.choices);
  const empty = "empty" in part ? part.empty : "";
  if (typeof empty === "boolean") return fc.boolean();
  return typeof empty === "number" ? fc.nat() : short;
}

function writing(name: string, part: Part): fc.Arbitrary<(entry: EntryMap, writer: Writer) => void> {
  if (part.kept === "text")
    return typed.map((text) => (entry) => {
      const known = entry.get(name);
      if (known instanceof Y.Text) known.insert(Math.floor(known.length / 2), text);
      else entry.set(name, new Y.Text(text));
    });
  if (part.kept === "marks")
    return fc
      .tuple(
        short.map((id) => id.replaceAll(/[#:]/g, "") || "id"),
        fc.boolean(),
      )
      .map(
        ([id, on]) =>
          (entry, writer) =>
            writeMark(entry, part.set ?? name, id, on, writer),
      );
  return scalarFor(part).map((value) => (entry, writer) => writeField(entry, name, value, writer));
}

function addition(kind: EntryKind): fc.Arbitrary<Act> {
  const parts = Object.entries(described[kind].parts).map(([name, part]) => fc.option(writing(name, part)));
  return fc.tuple(fc.boolean(), ...parts).map(
    ([isDeleted, ...writes]): Act =>
      ({ doc, writer }) => {
        doc.transact(() => {
          const id = addEntry(doc, kind, writer, {}, {});
          const entry = mapIn(rootMap(doc, kind), id);
          if (entry) for (const write of writes) write?.(entry, writer);
          if (isDeleted) deleteEntry(doc, kind, id, writer);
        });
      },
  );
}

/** Writes into an entry of that kind that is there already, perhaps while the other phone does the same. */
function edit(kind: EntryKind): fc.Arbitrary<Act> {
  const [first, ...rest] = Object.entries(described[kind].parts).map(([name, part]) => writing(name, part));
  if (!first) throw new Error(`${kind} has no parts`);
  return fc.tuple(fc.nat(), fc.oneof(first, ...rest)).map(
    ([which, write]): Act =>
      ({ doc, writer }) => {
        const root = rootMap(doc, kind);
        const ids = [...root.keys()].sort();
        const entry = mapIn(root, ids[which % Math.max(1, ids.length)] ?? "");
        if (entry) doc.transact(() => write(entry, writer));
      },
  );
}

const besides: fc.Arbitrary<Act> = fc.tuple(fc.nat(5), short, typed).map(
  ([which, name, text]): Act =>
    ({ doc, writer }) => {
      if (which === 0) enterPerson(doc, writer, name, writer.newId());
      else if (which === 1) setCaseField(doc, writer, "ownerName", name);
      else if (which === 2) editCaseText(doc, "unclear", text);
      else if (which === 3) writeField(rootMap(doc, "summary"), "any/why", name === "", writer);
      else if (which === 4) writeField(rootMap(doc, "kindOfNextYear"), "colour", name, writer);
      else {
        const entry = rootMap(doc, "kindOfNextYear").set(writer.newId(), new Y.Map<unknown>());
        entry.set("story", new Y.Text(text));
        entry.set("shape#1", name);
        entry.set("shape#2", 7);
      }
    },
);
const meet = fc.constant<Act>((_, { ana, ben }) => exchange(ana, ben));
const anyKind = fc.constantFrom(...entryKinds);
const act = fc.oneof(
  { weight: 5, arbitrary: anyKind.chain(addition) },
  { weight: 5, arbitrary: anyKind.chain(edit) },
  { weight: 2, arbitrary: besides },
  { weight: 1, arbitrary: meet },
);

export type Told = { byAna: boolean; act: Act };
export const anyStory = fc.array(fc.record({ byAna: fc.boolean(), act }), { maxLength: 30 });
/** One entry of each kind with all of its parts, so that none is left to chance. */
export const everyKindOnce = fc
  .tuple(...entryKinds.map(addition))
  .map((acts): Told[] => acts.map((one) => ({ byAna: true, act: one })));

/** Two phones after such a story; `ana` has everything. */
export function afterStory(story: Told[]) {
  const phones = twoPhones();
  const { ana, ben, byAna, byBen } = phones;
  for (const told of story)
    told.act(told.byAna ? { doc: ana, writer: byAna } : { doc: ben, writer: byBen }, { ana, ben });
  exchange(ana, ben);
  return phones;
}

/** All that a case holds, as each kind's own description reads it, and the lists that no description knows. */
export function heldBy(doc: CaseDoc): unknown {
  const kinds = entryKinds.map((kind) => [kind, described[kind].list(doc), described[kind].deleted(doc)]);
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
  const unknown = fresh.getMap("kindOfNextYear").toJSON();
  const rest = ["case", "people", "seen", "summary"].map((name) => fresh.getMap(name).toJSON());
  return { kinds, unknown, rest, unclear: fresh.getText("unclear").toString() };
}
