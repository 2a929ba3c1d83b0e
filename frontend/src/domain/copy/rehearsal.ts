// Tries the pieces of a copy on a temporary document, so that a file which no app wrote is refused before anything of it
// reaches the case. The same inspection as for what other people's phones send. Must not touch the case itself.
import * as Y from "yjs";
import { type CaseDoc, newDocument } from "../case/document";
import { dropsWaiting, inspect, WIDE } from "../changes/inspect";
import { apply } from "../changes/updates";

/** How often others get a turn: a tap, a frame, "Get help now". */
const TURN_MS = 20;

/** Whether all pieces can be merged into the case, in their order. `onProgress` is told the part that was tried. */
export async function rehearsed(
  before: CaseDoc | null,
  pieces: readonly Uint8Array[],
  onProgress: (part: number) => void,
): Promise<boolean> {
  const doc = newDocument();
  if (before) Y.applyUpdate(doc, Y.encodeStateAsUpdate(before));
  // What is in the name of the session that writes here now would be taken for its own.
  if (before) doc.clientID = before.clientID;
  const held = entriesIn(doc);
  let turn = performance.now();
  for (const [at, piece] of pieces.entries()) {
    if (inspect(doc, piece, WIDE).is !== "fit") return false;
    if (!apply(doc, piece, null) || dropsWaiting(doc)) return false;
    if (performance.now() - turn < TURN_MS) continue;
    onProgress((at + 1) / pieces.length);
    await new Promise((resolve) => setTimeout(resolve));
    turn = performance.now();
  }
  // No app removes an entry: it only hides it.
  const left = entriesIn(doc);
  return [...held].every((entry) => left.has(entry));
}

/** The maps in the document's own lists. */
function entriesIn(doc: CaseDoc): Set<string> {
  const found = new Set<string>();
  for (const [list, { _map }] of doc.share)
    for (const [id, item] of _map)
      if (!item.deleted && item.content instanceof Y.ContentType) found.add(`${list}/${id}`);
  return found;
}
