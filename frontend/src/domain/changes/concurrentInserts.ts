// Whether a change inserts so many pieces beside each other that Yjs would take long to order them: for each one it
// walks past everything that others have written at the same position, including what the document already holds. Pure;
// changes nothing.
import * as Y from "yjs";
import type { CaseDoc } from "../case/document";

/** More than this is not people writing at one place at once. */
const MOST_AT_ONE_POSITION = 2_000;
/** The most that one change may walk past in the document, all its positions together. */
const MOST_STEPS = 20_000;

type List = NonNullable<ReturnType<CaseDoc["share"]["get"]>>;

export function hasTooManyInserts(doc: CaseDoc, items: Iterable<Y.Item>): boolean {
  const positions = new Map<string, number>();
  let steps = 0;
  for (const item of items) {
    if (item.id.clock + item.length <= Y.getState(doc.store, item.id.client)) continue;
    const position = positionOf(item);
    const count = (positions.get(position) ?? 0) + 1;
    positions.set(position, count);
    const passed = passedBy(doc, item);
    steps += passed;
    if (count + passed > MOST_AT_ONE_POSITION || steps > MOST_STEPS) return true;
  }
  return false;
}

function positionOf({ origin, parent, parentSub }: Y.Item): string {
  if (origin) return `${origin.client}/${origin.clock}/${parentSub}`;
  return `${parent instanceof Y.ID ? `${parent.client}/${parent.clock}` : parent}//${parentSub}`;
}

/** The number of items now between the two neighbours that it was written between. Stops at the limit. */
function passedBy(doc: CaseDoc, item: Y.Item): number {
  let { at, count } = firstBeside(doc, item);
  for (; at && count <= MOST_AT_ONE_POSITION && !covers(at, item.rightOrigin); at = at.right) count += 1;
  return count;
}

/** Where the walk begins: after its left neighbour, or at the start of the list or of the values of its key. */
function firstBeside(doc: CaseDoc, item: Y.Item): { at: Y.Item | null; count: number } {
  if (item.origin) return { at: itemAt(doc, item.origin)?.right ?? null, count: 0 };
  const right = item.rightOrigin && itemAt(doc, item.rightOrigin);
  const { parent, parentSub } = right ?? item;
  const list = listOf(doc, parent);
  let at = (parentSub === null ? list?._start : list?._map.get(parentSub)) ?? null;
  let count = 0;
  for (; at?.left && count <= MOST_AT_ONE_POSITION; at = at.left) count += 1;
  return { at, count };
}

function listOf(doc: CaseDoc, parent: Y.Item["parent"]): List | undefined {
  if (typeof parent === "string") return doc.share.get(parent);
  if (!(parent instanceof Y.ID)) return parent ?? undefined;
  const content = itemAt(doc, parent)?.content;
  return content instanceof Y.ContentType ? content.type : undefined;
}

function itemAt({ store }: CaseDoc, id: Y.ID): Y.Item | null {
  const found = id.clock < Y.getState(store, id.client) ? Y.getItem(store, id) : null;
  return found instanceof Y.Item ? found : null;
}

function covers({ id, length }: Y.Item, at: Y.ID | null): boolean {
  return at?.client === id.client && at.clock >= id.clock && at.clock < id.clock + length;
}
