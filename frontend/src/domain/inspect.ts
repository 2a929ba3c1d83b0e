// Looks at another's change before it is merged: Yjs would follow any nesting until the stack ends, and keep what waits for something
// that never comes, at a price for every later change. What no version of the app writes is refused; what needs something that
// has not come is told apart, so that the document itself never waits. Pure; loaded when there is such a change.
import * as Y from "yjs";
import type { CaseDoc } from "./document";

/** A place that a change needs: `clock` of the session `client` must be in the document first. */
export type Need = { client: number; clock: number };
/** `strays`: how many of the ranges it deletes are not in the document; they cost every later change a little. */
export type Inspected = { is: "fit"; strays: number } | { is: "waiting"; needs: Need } | { is: "refused" };

/** Refused above these. A whole case of years has far less of each. */
const MOST_STRUCTS = 100_000;
const MOST_DELETIONS = 50_000;
const LONGEST_STRUCT = 100_000_000;
/** So many people writing at one place at once is none: finding their order would cost the square of it. */
const MOST_AT_ONE_PLACE = 2_000;
const DEEPEST = 2; // an entry in a list of the case, and a text in the entry
const MOST_STRAYS = 50;

type Struct = Y.Item | Y.GC | Y.Skip;
type Id = { client: number; clock: number };
type Parts = { structs: Struct[]; ds: { clients: Map<number, { clock: number; len: number }[]> } };
const refused = { is: "refused" } as const;

export function inspect(doc: CaseDoc, update: Uint8Array): Inspected {
  const parts = decoded(update);
  if (!parts || !isOfSize(parts) || !parts.structs.every(isWritten) || !isInOrder(parts.structs)) return refused;
  const held = new Held(doc, parts.structs);
  // Nobody else writes in the name of this session, which has all that it wrote.
  if (held.bringsFor(doc.clientID)) return refused;
  const needs = held.gap() ?? held.missing();
  if (needs) return { is: "waiting", needs };
  if (!held.isShallow()) return refused;
  const strays = held.strays(parts.ds.clients);
  return strays.count > MOST_STRAYS && strays.first
    ? { is: "waiting", needs: strays.first }
    : { is: "fit", strays: strays.count };
}

/** Whether what was waited for has come. */
export function hasCome(doc: CaseDoc, { client, clock }: Need): boolean {
  return Y.getState(doc.store, client) > clock;
}

/** Several changes that may need each other, as one. Null when they are none. */
export function together(updates: Uint8Array[]): Uint8Array | null {
  try {
    return Y.mergeUpdates(updates);
  } catch {
    return null;
  }
}

/** Drops what a merged change left waiting inside the document after all. Says whether there was any. */
export function dropsWaiting(doc: CaseDoc): boolean {
  const isWaiting = doc.store.pendingStructs !== null;
  doc.store.pendingStructs = null;
  return isWaiting;
}

function decoded(update: Uint8Array): Parts | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}

function isOfSize({ structs, ds }: Parts): boolean {
  const deletions = [...ds.clients.values()].reduce((sum, ranges) => sum + ranges.length, 0);
  return structs.length <= MOST_STRUCTS && deletions <= MOST_DELETIONS;
}

/** Whether some version of the app writes it: texts, short fields, entries, and what was deleted of them. */
function isWritten(struct: Struct): boolean {
  if (struct.length > LONGEST_STRUCT) return false;
  if (!(struct instanceof Y.Item)) return true;
  const { content } = struct;
  if (content instanceof Y.ContentType) return [Y.Map, Y.Text].some((kind) => content.type.constructor === kind);
  if (content instanceof Y.ContentAny) return content.arr.every(isScalar);
  return content instanceof Y.ContentString || content instanceof Y.ContentDeleted;
}

/** As Yjs itself writes: each session once, and what it wrote in its order. */
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

  /** Where a session's own changes do not follow what the document has of it. */
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
    for (const item of this.#items()) {
      for (const id of [item.origin, item.rightOrigin, parentId(item)])
        if (id && !this.#has(id)) return { client: id.client, clock: id.clock };
    }
    return null;
  }

  isShallow(): boolean {
    const places = new Map<string, number>();
    for (const item of this.#items()) {
      const depth = this.#depthOf(item);
      if (depth > DEEPEST + 1 || (item.content instanceof Y.ContentType && depth > DEEPEST)) return false;
      const place = placeOf(item);
      const count = (places.get(place) ?? 0) + 1;
      if (count > MOST_AT_ONE_PLACE) return false;
      places.set(place, count);
    }
    return true;
  }

  strays(deleted: Parts["ds"]["clients"]): { count: number; first: Need | null } {
    const lastOf = (client: number, ranges: { clock: number; len: number }[]) =>
      ranges.map(({ clock, len }) => ({ client, clock: clock + len - 1 }));
    const all = [...deleted].flatMap(([client, ranges]) => lastOf(client, ranges).filter((id) => !this.#has(id)));
    return { count: all.length, first: all[0] ?? null };
  }

  #state(client: number): number {
    return Y.getState(this.#doc.store, client);
  }

  *#items(): Iterable<Y.Item> {
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

  /** How many maps and texts it stands in, the document's own list included. Endless where they stand in a circle. */
  #depthOf(item: Y.Item): number {
    const way: Y.Item[] = [];
    let at = item;
    for (;;) {
      const known = this.#depths.get(at);
      if (known !== undefined) return this.#deeper(known, way);
      // Met again on the way, it is a circle.
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

  /** What of the change its depth follows from; or the depth itself, where the document says it. */
  #above(item: Y.Item): Y.Item | number {
    const id = item.origin ?? item.rightOrigin ?? parentId(item);
    if (!id) return 1;
    const isInDocument = id.clock < this.#state(id.client);
    const found = isInDocument ? Y.getItem(this.#doc.store, Y.createID(id.client, id.clock)) : this.#inChange(id);
    // Beside or in what was removed for good: it is removed with it.
    if (!(found instanceof Y.Item)) return 1;
    return isInDocument ? depthInDocument(found) + stepTo(item) : found;
  }
}

function depthInDocument(item: Y.Item): number {
  let depth = 1;
  for (let { parent } = item; parent instanceof Y.AbstractType && parent._item; { parent } = parent._item) depth += 1;
  return depth;
}

/** One deeper than what it stands in, and as deep as what it stands beside. */
function stepTo(item: Y.Item): number {
  return item.origin || item.rightOrigin ? 0 : 1;
}

function parentId({ parent }: Y.Item): Y.ID | null {
  return parent instanceof Y.ID ? parent : null;
}

function placeOf({ origin, parent, parentSub }: Y.Item): string {
  if (origin) return `${origin.client}/${origin.clock}/${parentSub}`;
  return `${parent instanceof Y.ID ? `${parent.client}/${parent.clock}` : parent}//${parentSub}`;
}

function endOf({ id, length }: Struct): number {
  return id.clock + length;
}
