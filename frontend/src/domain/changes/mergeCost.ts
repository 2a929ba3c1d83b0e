// What a change costs to read and merge at every start, and to render. One number that grows with everything that takes
// time, so that one quota limits it all. Pure; must not look at what the words are.
import * as Y from "yjs";

export type Parts = ReturnType<typeof Y.decodeUpdate>;

const OF_ROW = 3;
// A screen reads an entry as a whole, however little is in it.
const OF_ENTRY = 2;
const BYTES = 100;

export function mergeCost(update: Uint8Array, { structs, ds }: Parts): number {
  let cost = OF_ROW + structs.length + update.length / BYTES;
  for (const struct of structs) if (struct instanceof Y.Item && typeof struct.parent === "string") cost += OF_ENTRY;
  for (const ranges of ds.clients.values()) cost += ranges.length;
  return Math.ceil(cost);
}

/** For a change that waits: it is not opened again before what it needs has arrived. */
export function waitingCost(bytes: number): number {
  return OF_ROW + Math.ceil(bytes / BYTES);
}

/** Null when it is not a valid change. */
export function decoded(update: Uint8Array): Parts | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}
