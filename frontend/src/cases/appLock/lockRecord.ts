// The lock record (docs/app-lock.md): in which ways the lock key can be opened, and when the app locks. It is on the
// disk in clear, so nothing in it may help a guesser.
import { array, boolean, type InferOutput, object, picklist, pipe, regex, string } from "valibot";
import { count, decoded, hex } from "../../protocol/shapes";

const anyHex = pipe(string(), regex(/^([0-9a-f]{2})*$/));
const way = object({
  kind: picklist(["pin", "code", "passkey"]),
  /** Which code or passkey; nothing for a PIN. */
  of: anyHex,
  salt: anyHex,
  memory: count,
  passes: count,
  sealed: anyHex,
});
const shape = object({ id: hex(16), ways: array(way), after: count, onLeaving: boolean() });

export type Way = InferOutput<typeof way>;
export type LockRecord = InferOutput<typeof shape>;
/** When the app locks: after how many minutes without a touch, and whether also when it is left. */
export type Locking = Pick<LockRecord, "after" | "onLeaving">;

export function writeRecord(record: LockRecord): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify({ v: 1, ...record }));
}

/** Throws when this version of the app cannot read it. */
export function readRecord(bytes: Uint8Array): LockRecord {
  const record = decoded(shape, JSON.parse(new TextDecoder().decode(bytes)));
  if (!record) throw new Error("a lock that this version does not know");
  return record;
}
