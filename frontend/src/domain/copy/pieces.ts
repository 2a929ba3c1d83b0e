// A document as a list of changes, each small enough for one envelope and each needing only those before it. Yjs itself
// splits a document only by sessions, and one session may hold a whole case. The pieces together are the document:
// the same sessions and clocks, so merging them where they are known already changes nothing. Pure.
import * as Y from "yjs";
import type { CaseDoc } from "../case/document";

type Struct = Y.Item | Y.GC | Y.Skip;
type Range = { clock: number; len: number };
type Queue = { structs: Struct[]; next: number };

/** Far below what one change of a guest may hold, so that any phone of the case takes each piece. */
const MOST_BYTES = 120_000;
const MOST_STRUCTS = 6_000;
const MOST_DELETIONS = 1_500;
/** What a struct takes beside its words: ids of its neighbours and its parent. */
const BYTES_BESIDE = 40;

export function piecesOf(doc: CaseDoc): Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc));
  const pieces: Uint8Array[] = [];
  let piece = new Piece(ds.clients);
  for (const struct of inOrder(structs)) {
    if (!piece.hasRoomFor(struct)) {
      pieces.push(piece.encoded());
      piece = new Piece(ds.clients);
    }
    piece.add(struct);
  }
  if (!piece.isEmpty()) pieces.push(piece.encoded());
  return pieces;
}

/** Each struct after all that it names: what is left and right of it, and what it is in. */
function* inOrder(structs: Struct[]): Generator<Struct> {
  const queues = new Map<number, Queue>();
  for (const struct of structs) {
    const known = queues.get(struct.id.client);
    if (known) known.structs.push(struct);
    else queues.set(struct.id.client, { structs: [struct], next: 0 });
  }
  // The last one is being emptied; it gives way to the session whose struct it needs.
  const way = [...queues.values()];
  // No document holds a circle. If one did, its words would still go along.
  const longest = way.length + structs.length;
  for (let queue = way.at(-1); queue; queue = way.at(-1)) {
    const struct = queue.structs[queue.next];
    const before = struct && way.length < longest && firstMissing(struct, queues);
    if (before) way.push(before);
    else if (struct) {
      queue.next += 1;
      yield struct;
    } else way.pop();
  }
}

function firstMissing(struct: Struct, queues: Map<number, Queue>): Queue | undefined {
  if (!(struct instanceof Y.Item)) return undefined;
  const { origin, rightOrigin, parent } = struct;
  for (const id of [origin, rightOrigin, parent]) {
    if (!(id instanceof Y.ID) || id.client === struct.id.client) continue;
    const queue = queues.get(id.client);
    const next = queue?.structs[queue.next];
    if (queue && next && next.id.clock <= id.clock) return queue;
  }
  return undefined;
}

/** One change in the making, with what was deleted of its own structs. */
class Piece {
  readonly #deleted: Map<number, Range[]>;
  readonly #bySession = new Map<number, Struct[]>();
  #bytes = 0;
  #structs = 0;
  #deletions = 0;

  constructor(deleted: Map<number, Range[]>) {
    this.#deleted = deleted;
  }

  isEmpty(): boolean {
    return this.#structs === 0;
  }

  hasRoomFor(struct: Struct): boolean {
    const isSmall = this.#structs < MOST_STRUCTS && this.#deletions < MOST_DELETIONS;
    return this.isEmpty() || (isSmall && this.#bytes + bytesOf(struct) <= MOST_BYTES);
  }

  add(struct: Struct): void {
    const known = this.#bySession.get(struct.id.client) ?? [];
    known.push(struct);
    this.#bySession.set(struct.id.client, known);
    this.#bytes += bytesOf(struct);
    this.#structs += 1;
    if (struct instanceof Y.GC || (struct instanceof Y.Item && struct.content instanceof Y.ContentDeleted))
      this.#deletions += 1;
  }

  /** In the form that Yjs itself writes. */
  encoded(): Uint8Array {
    const encoder = new Y.UpdateEncoderV1();
    encoder.writeLen(this.#bySession.size);
    for (const [client, structs] of this.#bySession) {
      encoder.writeLen(structs.length);
      encoder.writeClient(client);
      encoder.writeLen(structs[0]?.id.clock ?? 0);
      for (const struct of structs) struct.write(encoder, 0);
    }
    this.#writeDeletions(encoder);
    return encoder.toUint8Array();
  }

  #writeDeletions(encoder: Y.UpdateEncoderV1): void {
    const ranges = [...this.#bySession].flatMap(([client, structs]): [number, Range[]][] => {
      const found = within(this.#deleted.get(client) ?? [], structs);
      return found.length > 0 ? [[client, found]] : [];
    });
    encoder.writeLen(ranges.length);
    for (const [client, found] of ranges) {
      encoder.resetDsCurVal();
      encoder.writeClient(client);
      encoder.writeLen(found.length);
      for (const { clock, len } of found) {
        encoder.writeDsClock(clock);
        encoder.writeDsLen(len);
      }
    }
  }
}

/** The parts of the deleted ranges that are among these structs, which follow each other without a gap. */
function within(deleted: Range[], structs: Struct[]): Range[] {
  const from = structs[0]?.id.clock ?? 0;
  const last = structs.at(-1);
  const to = last ? last.id.clock + last.length : from;
  return deleted.flatMap(({ clock, len }) => {
    const [start, end] = [Math.max(clock, from), Math.min(clock + len, to)];
    return start < end ? [{ clock: start, len: end - start }] : [];
  });
}

function bytesOf(struct: Struct): number {
  if (!(struct instanceof Y.Item)) return BYTES_BESIDE;
  const { content, parentSub } = struct;
  const said = content instanceof Y.ContentString ? content.str : content instanceof Y.ContentAny ? content.arr : "";
  // A letter takes three bytes at most.
  return BYTES_BESIDE + 3 * ((parentSub?.length ?? 0) + JSON.stringify(said).length);
}
