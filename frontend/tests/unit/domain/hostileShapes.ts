// What an attacker may write into a document that this app never writes: values of every type, and nested ones.
import fc from "fast-check";
import * as Y from "yjs";
import { type CaseDoc, newDocument } from "../../../src/domain/case/document";

// An object that cannot be converted to text, and a property name that every object has.
const nasty = fc.constantFrom<unknown>({ toString: 5, valueOf: 5 }, [], 5, "__proto__", Number.NaN, null);
const value = fc.oneof(
  nasty,
  fc.string(),
  fc.constantFrom("a0", "a1", "!", "zz"),
  fc.double(),
  fc.boolean(),
  fc.array(fc.integer()),
  fc.uint8Array(),
);
/** Makes a new one of them: what has been put into a document cannot be put into another. */
export const nested = fc.oneof(
  value.map((plain) => () => plain),
  fc.string().map((words) => () => new Y.Text(words)),
  fc.constant(() => new Y.Array<unknown>()),
  fc.constant(() => new Y.Map<unknown>()),
  fc.constant(() => new Y.XmlFragment()),
  fc.constant(() => new Y.Doc()),
  fc.constant(() => filled([["deep", () => filled([["deeper", () => new Y.Text("deepest")]])]])),
);
/** A map with some of these fields. */
export function mapOf(fieldName: fc.Arbitrary<string>): fc.Arbitrary<() => Y.Map<unknown>> {
  return fc.array(fc.tuple(fieldName, nested), { maxLength: 6 }).map((fields) => () => filled(fields));
}

function filled(fields: [string, () => unknown][]): Y.Map<unknown> {
  const map = new Y.Map<unknown>();
  for (const [name, make] of fields) map.set(name, make());
  return map;
}

/** The document as the next start of the app reads it. */
export function reopened(doc: CaseDoc): CaseDoc {
  const fresh = newDocument();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
  return fresh;
}
