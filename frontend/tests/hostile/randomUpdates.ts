// Random changes, as a person with the case's key might send to see what breaks: bytes, true changes with flipped bits,
// every Yjs type at every depth, deletions of other people's words, and changes without what they follow. The same seed
// gives the same changes.
import * as Y from "yjs";

/** A number of 0 to `below` - 1. */
export type Random = (below: number) => number;

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const ROOTS = ["notes", "questions", "people", "medicines", "case", "why", "__proto__"];
const KEYS = ["text", "title#1", "author", "deep", "answer", "constructor", "5"];

const VALUES: ((lot: Random) => unknown)[] = [
  (lot) => lot(1_000_000),
  () => null,
  () => "words",
  () => ({ toString: 5, deep: [[[[]]]] }),
  (lot) => new Uint8Array(lot(50)),
  () => new Y.Map([["x", new Y.Map([["y", new Y.Text("z")]])]]),
  () => new Y.Array(),
  () => new Y.Text("words"),
  () => new Y.XmlElement("p"),
];

type Act = (doc: Y.Doc, lot: Random) => void;
const ACTS: Act[] = [
  (doc, lot) => doc.getMap(one(ROOTS, lot)).set(one(KEYS, lot), one(VALUES, lot)(lot)),
  (doc, lot) => somewhere(doc, lot)?.set(one(KEYS, lot), one(VALUES, lot)(lot)),
  (doc, lot) => doc.getMap(one(ROOTS, lot)).delete(one([...doc.getMap("notes").keys(), "none"], lot)),
  (doc, lot) => {
    const text = somewhere(doc, lot)?.get("text");
    if (text instanceof Y.Text)
      text.insert(lot(text.length + 1), "x".repeat(lot(40)), lot(4) === 0 ? { bold: true } : {});
  },
  (doc, lot) => {
    const text = somewhere(doc, lot)?.get("text");
    if (text instanceof Y.Text && text.length > 0) text.delete(lot(text.length), 1);
  },
  (doc, lot) => {
    let map = somewhere(doc, lot);
    for (let depth = lot(60); map && depth > 0; depth -= 1) map = map.set("deeper", new Y.Map());
  },
];

/** This many changes on top of what `doc` holds. */
export function drawn(doc: Y.Doc, count: number, lot: Random): Uint8Array[] {
  const kept: Uint8Array[] = [];
  const note = (update: Uint8Array) => void kept.push(update);
  doc.on("update", note);
  for (let tries = 0; kept.length < count && tries < count * 10; tries += 1) {
    doc.clientID = lot(3) === 0 ? 1 + lot(40) : doc.clientID;
    doc.transact(() => {
      for (let acts = 1 + lot(4); acts > 0; acts -= 1) one(ACTS, lot)(doc, lot);
    });
  }
  doc.off("update", note);
  return kept.slice(0, count).map((update) => spoilt(update, kept, lot));
}

function spoilt(update: Uint8Array, all: Uint8Array[], lot: Random): Uint8Array {
  switch (lot(8)) {
    case 0:
      return Uint8Array.from({ length: lot(200) }, () => lot(256));
    case 1:
      return turned(update, 1 + lot(3), lot);
    case 2:
      return update.subarray(0, lot(update.length + 1));
    case 3:
      return Y.mergeUpdates([update, one(all, lot), one(all, lot)]);
    default:
      return update;
  }
}

function turned(update: Uint8Array, bytes: number, lot: Random): Uint8Array {
  const copy = new Uint8Array(update);
  for (let n = 0; n < bytes; n += 1) copy[lot(copy.length)] = lot(256);
  return copy;
}

function somewhere(doc: Y.Doc, lot: Random): Y.Map<unknown> | undefined {
  const maps = ROOTS.flatMap((root) => [...doc.getMap(root).values()]).filter((value) => value instanceof Y.Map);
  return maps.length === 0 ? undefined : one(maps, lot);
}

function one<T>(all: readonly T[], lot: Random): T {
  const found = all[lot(all.length)];
  if (found === undefined) throw new Error("nothing to choose from");
  return found;
}
