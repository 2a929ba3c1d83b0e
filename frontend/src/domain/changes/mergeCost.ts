// What a change costs: to read and merge at every start, and to draw. One number that grows with everything that costs, so that one
// ceiling bounds it all. Pure; must not look at what the words are.
import * as Y from "yjs";

export type Parts = ReturnType<typeof Y.decodeUpdate>;

const OF_ROW = 3;
// A screen reads an entry as a whole, however little stands in it.
const OF_ENTRY = 2;
const BYTES = 100;

export function mergeCost(update: Uint8Array, { structs, ds }: Parts): number {
  let cost = OF_ROW + structs.length + update.length / BYTES;
  for (const struct of structs) if (struct instanceof Y.Item && typeof struct.parent === "string") cost += OF_ENTRY;
  for (const ranges of ds.clients.values()) cost += ranges.length;
  return Math.ceil(cost);
}

/** Of a change that waits: it is not opened again before what it waits for has come. */
export function waitingCost(bytes: number): number {
  return OF_ROW + Math.ceil(bytes / BYTES);
}

/** Null when it is no change. */
export function decoded(update: Uint8Array): Parts | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}
