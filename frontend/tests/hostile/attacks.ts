// What a hostile device does, by name. Each attack has stopped the app before, or is an example of its kind.
import * as Y from "yjs";
import { newId, randomBytes } from "../../src/crypto/primitives";
import { toHex } from "../../src/protocol/bytes";
import type { HostileDevice } from "./device";

export type Attack = keyof typeof attacks;

/** Makes values that are not entries, new each time: a value put into a document cannot be put there twice. */
export const shapes: [name: string, make: () => unknown][] = [
  ["a number", () => 5],
  ["nothing", () => null],
  ["a text", () => "words"],
  ["a shared text", () => new Y.Text("words")],
  ["a list", () => new Y.Array()],
  ["an object without a text", () => ({ toString: 5 })],
  ["an empty map", () => new Y.Map()],
];
export const places = ["5", "__proto__", "constructor", "ab".repeat(16), "n".repeat(10_000)];

const IN_KEYRING = ["cases", "casesOfOthers", "phones", "guests"];
const IN_CASE = ["notes", "questions", "opinions", "visits", "people", "case", "seen", "summary"];

export const attacks = {
  deep: async (device: HostileDevice) => device.send(deepAndOverwritten(6_000)),
  waiting: async (device: HostileDevice) => device.send(waitingFor(3_000)),
  deletions: async (device: HostileDevice) => device.send(deletions(400)),
  crowd: async (device: HostileDevice) => device.send(crowds(100, 500, (doc) => doc.getMap("notes").set("key", 1))),
  bomb: async (device: HostileDevice, count = 1) => {
    const packed = await deflated(900 * MEGABYTE);
    await device.send(
      Array.from({ length: count }, () => packed),
      { kind: "snapshot", format: "deflate" },
    );
  },
  much: async (device: HostileDevice) => device.send(heavy(200, 1_800)),
  freezing: async (device: HostileDevice) => {
    for (const name of ["waiting", "deletions", "crowd", "deep"] as const) await attacks[name](device);
  },
  asOwner: (device: HostileDevice) => device.change((doc) => writeAs(doc, firstAuthor(doc))),
  doses: (device: HostileDevice) => device.change(writeDoses),
  caseOfBefore: (device: HostileDevice) => device.change((doc) => enterCaseOfBefore(doc, newId(), "My old hip")),
  wipe: (device: HostileDevice) => device.change(wipe),
  shapesInKeyring: (device: HostileDevice) => writeShapes(device, IN_KEYRING),
  shapesInCase: (device: HostileDevice) => writeShapes(device, IN_CASE),
};

/** Creates a case as apps did before ids were derived from owner tokens. */
export function enterCaseOfBefore(doc: Y.Doc, id: string, title: string): void {
  const [ownerToken, key] = [toHex(randomBytes(32)), toHex(randomBytes(32))];
  const fields = { ownerToken, "key:1": key, createdAt: "2026-01-02T09:00:00.000Z", "title#1": title };
  doc.getMap("cases").set(id, new Y.Map(Object.entries(fields)));
}

async function writeShapes(device: HostileDevice, roots: string[]): Promise<void> {
  for (const [name, make] of shapes) await device.change((doc) => fill(doc, roots, [...places, `${name}#1`], make));
}

/** The author of the first note, which is the owner if others came later. */
export function firstAuthor(doc: Y.Doc): string {
  return String(mapsIn(doc, "notes")[0]?.get("author"));
}

/** Writes a note, an answer and a medicine, each with `author` as its author. */
export function writeAs(doc: Y.Doc, author: string): void {
  const written = { createdAt: "2026-11-22T09:30:00.000Z", writtenAt: "2026-11-22T09:30:00.000Z", author };
  const put = (root: string, fields: Record<string, unknown>) => {
    const map = new Y.Map(Object.entries({ ...written, ...fields }));
    doc.getMap(root).set(toHex(randomBytes(16)), map);
  };
  put("notes", { text: new Y.Text("Mallory wrote this note.") });
  put("medicines", { "name#1": "Mallory’s medicine", "dose#1": "50 mg" });
  for (const question of mapsIn(doc, "questions")) {
    question.set("answer", new Y.Text("Mallory wrote this answer."));
    question.set(`answerBy:${author}#1`, true);
    question.set("answerBegunAt#1", written.createdAt);
  }
}

/** Writes into the answers of others without saying so. */
export function writeIntoAnswers(doc: Y.Doc): void {
  for (const question of mapsIn(doc, "questions")) {
    const answer = question.get("answer");
    if (answer instanceof Y.Text) answer.insert(0, "Not ");
  }
}

/** Writes another dose into every medicine, as the app does, but without saying who did. */
export function writeDoses(doc: Y.Doc): void {
  for (const medicine of mapsIn(doc, "medicines")) {
    for (const key of [...medicine.keys()]) if (key.startsWith("dose#")) medicine.delete(key);
    medicine.set("dose#1", "500 mg");
  }
}

/** Removes everything from every list, as no app does. */
export function wipe(doc: Y.Doc): void {
  for (const [root, type] of [...doc.share]) {
    if (type._start) doc.getText(root).delete(0, doc.getText(root).length);
    for (const key of [...type._map.keys()]) doc.getMap(root).delete(key);
  }
}

/** Overwrites every note with other words. */
export function writeOverNotes(doc: Y.Doc): void {
  for (const note of mapsIn(doc, "notes")) {
    const text = note.get("text");
    if (!(text instanceof Y.Text)) continue;
    text.delete(0, text.length);
    text.insert(0, "Nothing.");
  }
}

function mapsIn(doc: Y.Doc, root: string): Y.Map<unknown>[] {
  return [...doc.getMap(root).values()].filter((value) => value instanceof Y.Map);
}

/** Puts the same value under every name of every list. */
export function fill(doc: Y.Doc, roots: string[], names: string[], make: () => unknown): void {
  for (const root of roots) for (const name of names) doc.getMap(root).set(name, make());
}

const MEGABYTE = 1_048_576;
const RANGES = 500;

/** A note with nested maps that is then replaced by something else: following the nesting overflows the stack. */
export function deepAndOverwritten(depth: number): Uint8Array[] {
  const [nesting, other] = [new Y.Doc(), new Y.Doc()];
  const updates: Uint8Array[] = [];
  nesting.on("update", (update: Uint8Array) => void updates.push(update));
  nesting.getMap("notes").set("deep", new Y.Map());
  const first = updates[0] ?? new Uint8Array();
  nesting.transact(() => {
    let map = nesting.getMap<Y.Map<unknown>>("notes").get("deep");
    for (let n = 0; n < depth; n += 1) map = map?.set("deeper", new Y.Map()) as typeof map;
  });
  // Written where nobody has seen the nesting, so that the writer itself does not overflow the stack.
  Y.applyUpdate(other, first);
  other.on("update", (update: Uint8Array) => void updates.push(update));
  other.getMap("notes").set("deep", 5);
  return updates;
}

/** Changes that each follow the one before, except the first, which never arrives. */
export function waitingFor(count: number): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => void updates.push(update));
  for (let n = 0; n <= count; n += 1) doc.getText("why").insert(doc.getText("why").length, "word ");
  return updates.slice(1);
}

/** Deletes this much of one session from a clock on, whether it exists or not. */
export function deletionOf(session: number, clock: number, length: number): Uint8Array {
  return Uint8Array.from([0, 1, session, 1, clock, length].flatMap(varint));
}

/** Changes that delete a great deal of what never existed. */
export function deletions(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, at) => {
    const ranges = Array.from({ length: RANGES }, (_, n) => [...varint(n * 3), ...varint(1)]);
    return Uint8Array.from([
      ...varint(0),
      ...varint(1),
      ...varint(1_000_000 + at),
      ...varint(RANGES),
      ...ranges.flat(),
    ]);
  });
}

/** This many zeros, compressed: only a thousandth of them travels. */
export async function deflated(bytes: number): Promise<Uint8Array> {
  const zeros = new Uint8Array(MEGABYTE);
  let left = bytes;
  const source = new ReadableStream({
    pull(controller) {
      controller.enqueue(zeros.subarray(0, Math.min(left, MEGABYTE)));
      left -= MEGABYTE;
      if (left <= 0) controller.close();
    },
  });
  return new Uint8Array(await new Response(source.pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer());
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  return [...bytes, rest];
}

/** This many changes, each by this many sessions that write at one place: each must be ordered among all before it. */
export function crowds(count: number, sessions: number, write: (doc: Y.Doc) => void): Uint8Array[] {
  return Array.from({ length: count }, (_, of) =>
    Y.mergeUpdates(
      Array.from({ length: sessions }, (__, at) => {
        const doc = new Y.Doc();
        doc.clientID = 1_000 + of * sessions + at;
        write(doc);
        return Y.encodeStateAsUpdate(doc);
      }),
    ),
  );
}

/** Changes with as many entries each as are allowed, so slow to merge. A different `name` gives different changes. */
export function heavy(count: number, entries: number, name = ""): Uint8Array[] {
  return Array.from({ length: count }, (_, of) => {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (let n = 0; n < entries; n += 1) doc.getMap("notes").set(`${name}${of}-${n}`, new Y.Map([["text", "x"]]));
    });
    return Y.encodeStateAsUpdate(doc);
  });
}
