// What a hostile device does, by name. Each was seen to stop the app, or to stand for its kind.
import * as Y from "yjs";
import type { HostileDevice } from "./device";

export type Attack = keyof typeof attacks;

/** Makes what no entry is, anew each time: what has been put into a document cannot be put there twice. */
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
const IN_CASE = ["notes", "questions", "opinions", "consultations", "people", "case", "disclosure", "summary"];

export const attacks = {
  shapesInKeyring: (device: HostileDevice) => writeShapes(device, IN_KEYRING),
  shapesInCase: (device: HostileDevice) => writeShapes(device, IN_CASE),
};

async function writeShapes(device: HostileDevice, roots: string[]): Promise<void> {
  for (const [name, make] of shapes) await device.change((doc) => fill(doc, roots, [...places, `${name}#1`], make));
}

/** Puts the same under every name of every list. */
export function fill(doc: Y.Doc, roots: string[], names: string[], make: () => unknown): void {
  for (const root of roots) for (const name of names) doc.getMap(root).set(name, make());
}
