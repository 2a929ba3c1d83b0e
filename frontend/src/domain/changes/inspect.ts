// Checks another person's change before it is merged. Yjs would follow any nesting until the stack overflows, and would
// keep changes that wait for something that never comes, slowing down every later change. A change that no version of
// the app writes is refused. One that needs something which has not arrived is reported as such, so that the document
// itself never waits. Pure; loaded when there is such a change.
import * as Y from "yjs";
import type { CaseDoc } from "../case/document";
import { hasTooManyInserts } from "./concurrentInserts";
import { decoded, type Parts } from "./mergeCost";

/** What a change needs: `clock` of the session `client` must be in the document first. */
export type Need = { client: number; clock: number };
export type Inspected = { is: "fit" } | { is: "waiting"; needs: Need } | { is: "refused" };

/** The most that one change may hold; anything larger is refused. */
export type Limits = { bytes: number; structs: number; deletions: number };
/** A whole case of many years has far less of each. */
export const WIDE: Limits = { bytes: 1_048_576, structs: 40_000, deletions: 10_000 };
const LONGEST_STRUCT = 100_000_000;
const DEEPEST = 2; // an entry in a list of the case, and a text in the entry

type Struct = Y.Item | Y.GC | Y.Skip;
type Id = { client: number; clock: number };
const refused = { is: "refused" } as const;

export function inspect(doc: CaseDoc, update: Uint8Array, limits = WIDE): Inspected {
  const parts = update.length > limits.bytes ? null : decoded(update);
  if (!parts || !isOfSize(parts, limits) || !parts.structs.every(isWritten) || !isInOrder(parts.structs))
    return refused;
  const held = new Held(doc, parts.structs);
  // Nobody else writes under this session's id, and the document has all that it wrote.
  if (held.bringsFor(doc.clientID)) return refused;
  const needs = held.gap() ?? held.missing();
  if (needs) return { is: "waiting", needs };
  if (!held.isShallow() || hasTooManyInserts(doc, held.items())) return refused;
  // In the document it would delete what somebody has yet to write.
  const stray = held.stray(parts.ds.clients);
  return stray ? { is: "waiting", needs: stray } : { is: "fit" };
}

/** Whether the missing part has arrived. */
export function hasCome(doc: CaseDoc, { client, clock }: Need): boolean {
  return Y.getState(doc.store, client) > clock;
}

/** Several changes that may need each other, joined into one. Null when they are not valid changes. */
export function together(updates: Uint8Array[]): Uint8Array | null {
  try {
    return Y.mergeUpdates(updates);
  } catch {
    return null;
  }
}

/** Drops what a merged change left waiting inside the document after all. Returns whether there was any. */
export function dropsWaiting(doc: CaseDoc): boolean {
  const isWaiting = doc.store.pendingStructs !== null;
  doc.store.pendingStructs = null;
  return isWaiting;
}

function isOfSize({ structs, ds }: Parts, most: Limits): boolean {
  const deletions = [...ds.clients.values()].reduce((sum, ranges) => sum + ranges.length, 0);
  return structs.length <= most.structs && deletions <= most.deletions;
}

/** Whether any version of the app writes it: texts, short fields, entries, and deletions of them. */
function isWritten(struct: Struct): boolean {
  if (struct.length > LONGEST_STRUCT) return false;
  if (!(struct instanceof Y.Item)) return true;
  const { content } = struct;
  if (content instanceof Y.ContentType) return [Y.Map, Y.Text].some((kind) => content.type.constructor === kind);
  if (content instanceof Y.ContentAny) return content.arr.every(isScalar);
  return content instanceof Y.ContentString || content instanceof Y.ContentDeleted;
}

/** As Yjs itself writes: each session once, and its contents in order. */
function isInOrder(structs: Struct[]): boolean {
  const ended = new Set<number>();
  return structs.every(({ id }, at) => {
    const before = structs[at - 1];
    if (before?.id.client === id.client) return endOf(before) <= id.clock;
    if (before) ended.add(before.id.client);
    return !ended.has(id.client);
  });
}

function isScalar(value: unknown): boolean {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

/** What the document and the change hold together. */
class Held {
  readonly #doc: CaseDoc;
  readonly #brought = new Map<number, Struct[]>();
  readonly #depths = new Map<Struct, number>();

  constructor(doc: CaseDoc, structs: Struct[]) {
    this.#doc = doc;
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue;
      const known = this.#brought.get(struct.id.client);
      if (known) known.push(struct);
      else this.#brought.set(struct.id.client, [struct]);
    }
  }

  bringsFor(client: number): boolean {
    const last = this.#brought.get(client)?.at(-1);
    return last !== undefined && endOf(last) > this.#state(client);
  }

  /** Where a session's own changes do not continue from what the document has of it. */
  gap(): Need | null {
    for (const [client, structs] of this.#brought) {
      let next = this.#state(client);
      for (const struct of structs) {
        if (struct.id.clock > next) return { client, clock: struct.id.clock - 1 };
        next = Math.max(next, endOf(struct));
      }
    }
    return null;
  }

  missing(): Need | null {
    for (const item of this.items()) {
      for (const id of [item.origin, item.rightOrigin, parentId(item)])
        if (id && !this.#has(id)) return { client: id.client, clock: id.clock };
    }
    return null;
  }

  isShallow(): boolean {
    for (const item of this.items()) {
      const depth = this.#depthOf(item);
      if (depth > DEEPEST + 1 || (item.content instanceof Y.ContentType && depth > DEEPEST)) return false;
    }
    return true;
  }

  /** The end of a range that the change deletes and that does not exist. */
  stray(deleted: Parts["ds"]["clients"]): Need | null {
    for (const [client, ranges] of deleted) {
      for (const { clock, len } of ranges) {
        const last = { client, clock: clock + len - 1 };
        if (!this.#has(last)) return last;
      }
    }
    return null;
  }

  #state(client: number): number {
    return Y.getState(this.#doc.store, client);
  }

  *items(): Iterable<Y.Item> {
    for (const structs of this.#brought.values())
      for (const struct of structs) if (struct instanceof Y.Item) yield struct;
  }

  #has(id: Id): boolean {
    return id.clock < this.#state(id.client) || this.#inChange(id) !== null;
  }

  #inChange({ client, clock }: Id): Struct | null {
    const structs = this.#brought.get(client) ?? [];
    let [low, high] = [0, structs.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = structs[middle];
      if (!struct) return null;
      if (clock < struct.id.clock) high = middle - 1;
      else if (clock >= endOf(struct)) low = middle + 1;
      else return struct;
    }
    return null;
  }

  /** How many maps and texts it is nested in, the document's own list included. Infinite for a circle. */
  #depthOf(item: Y.Item): number {
    const way: Y.Item[] = [];
    let at = item;
    for (;;) {
      const known = this.#depths.get(at);
      if (known !== undefined) return this.#deeper(known, way);
      // Reaching it again on the way means a circle.
      this.#depths.set(at, Number.POSITIVE_INFINITY);
      const above = this.#above(at);
      if (typeof above === "number") {
        this.#depths.set(at, above);
        return this.#deeper(above, way);
      }
      way.push(at);
      at = above;
    }
  }

  #deeper(depth: number, way: Y.Item[]): number {
    let last = depth;
    for (const item of way.reverse()) {
      last += stepTo(item);
      this.#depths.set(item, last);
    }
    return last;
  }

  /** The item of the change that its depth follows from; or the depth itself, where the document has it. */
  #above(item: Y.Item): Y.Item | number {
    const id = item.origin ?? item.rightOrigin ?? parentId(item);
    if (!id) return 1;
    const isInDocument = id.clock < this.#state(id.client);
    const found = isInDocument ? Y.getItem(this.#doc.store, Y.createID(id.client, id.clock)) : this.#inChange(id);
    // Beside or inside something removed for good: it is removed with it.
    if (!(found instanceof Y.Item)) return 1;
    return isInDocument ? depthInDocument(found) + stepTo(item) : found;
  }
}

function depthInDocument(item: Y.Item): number {
  let depth = 1;
  for (let { parent } = item; parent instanceof Y.AbstractType && parent._item; { parent } = parent._item) depth += 1;
  return depth;
}

/** One deeper than its parent, and as deep as its neighbours. */
function stepTo(item: Y.Item): number {
  return item.origin || item.rightOrigin ? 0 : 1;
}

function parentId({ parent }: Y.Item): Y.ID | null {
  return parent instanceof Y.ID ? parent : null;
}

function endOf({ id, length }: Struct): number {
  return id.clock + length;
}
