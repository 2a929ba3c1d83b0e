// What one change of a document consists of: joining several into one, and finding which entries one writes into. Pure.
import * as Y from "yjs";
import type { CaseDoc } from "../case/document";

export type Transaction = Y.Transaction;
/** A change that is not stored yet, and the ids of the entries that it writes into. */
export type Change = { update: Uint8Array; touched: readonly string[] };

// Lists whose members are not entries: the keyring's own lists, the people of a case, and what came from copies.
const NO_ENTRIES = ["cases", "casesOfOthers", "phones", "guests", "people", "copied"];
// What the app writes along by itself: nobody would call it an entry that waits.
const ALONG = ["startedAt", "endedAt", "visit"];

/** Merges a change into the document; false when it is not a valid change. */
export function apply(doc: CaseDoc, update: Uint8Array, origin: unknown): boolean {
  try {
    Y.applyUpdate(doc, update, origin);
    return true;
  } catch {
    return false;
  }
}

/** All of them joined, or each by itself if the joined one would be larger than `most` bytes. */
export function merged(changes: Change[], most: number): Change[] {
  const size = changes.reduce((sum, { update }) => sum + update.length, 0);
  if (changes.length < 2 || size > most) return changes;
  const touched = new Set(changes.flatMap((change) => change.touched));
  return [{ update: Y.mergeUpdates(changes.map(({ update }) => update)), touched: [...touched] }];
}

/** The ids of the entries that the transaction wrote into. A field of the case itself counts as one, under its name. */
export function touchedIn({ changed, doc }: Transaction): string[] {
  const ids = [...changed].flatMap(([type, keys]) => {
    let item = type._item;
    let root = type.parent ?? type;
    while (item && root.parent) {
      item = root._item;
      root = root.parent;
    }
    const name = [...doc.share].find(([, known]) => known === root)?.[0] ?? "";
    if (NO_ENTRIES.includes(name)) return [];
    const written = [...keys].map((key) => key?.split("#")[0] ?? name);
    if (!item) return written;
    return item === type._item && written.every((field) => ALONG.includes(field)) ? [] : [String(item.parentSub)];
  });
  return [...new Set(ids)];
}

/** The number of all writes to the case by all phones together. */
export function revision(doc: CaseDoc): number {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
  return [...clocks.values()].reduce((sum, clock) => sum + clock, 0);
}

/** The whole document as one change, or as several if one would be larger than `most` bytes. */
export function wholeOf(doc: CaseDoc, most: number): Change[] {
  const state = Y.decodeStateVector(Y.encodeStateVector(doc));
  const part = (sessions: number[]): Change[] => {
    const others = new Map([...state].filter(([session]) => !sessions.includes(session)));
    const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(others));
    if (update.length <= most || sessions.length < 2) return [{ update, touched: [] }];
    const half = sessions.length >> 1;
    return [...part(sessions.slice(0, half)), ...part(sessions.slice(half))];
  };
  return part([...state.keys()]);
}
