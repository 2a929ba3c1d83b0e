// The entries of one log of the simulated server: their order, their chain, and what a push may add. Must not know who
// may push.
import { createHash } from "node:crypto";
import type { ErrorCode, Head } from "../../src/protocol/api";
import { fromHex } from "../../src/protocol/bytes";
import { parseEnvelope, ZERO_HASH } from "../../src/protocol/envelope";

export type Entry = { envelope: Uint8Array; hash: string; chain: string; device: string; counter: number };

/** Adds the envelope to `entries` and returns its seq, or the seq it already has from an earlier push. */
export function appended(entries: Entry[], log: string, device: string, envelope: Uint8Array): number | ErrorCode {
  const header = parseEnvelope(envelope)?.header;
  if (!header || header.log !== log || header.device !== device) return "bad_envelope";
  const hash = sha256(envelope);
  const known = entries.findIndex((entry) => entry.hash === hash);
  if (known !== -1) return known + 1;
  const mine = entries.filter((entry) => entry.device === device);
  const last = mine.at(-1);
  const counter = last?.counter ?? 0;
  if (header.counter <= counter) return "counter_conflict";
  if (header.counter > counter + 1) return "counter_gap";
  if (header.previous !== (last?.hash ?? ZERO_HASH)) return "counter_conflict";
  const chain = chained(entries.at(-1)?.chain ?? ZERO_HASH, hash);
  entries.push({ envelope: new Uint8Array(envelope), hash, chain, device, counter: header.counter });
  return entries.length;
}

/** Puts the envelope back at its place in `entries`, and returns its seq. Only what the chain names is accepted. */
export function mended(entries: Entry[], envelope: Uint8Array): number | ErrorCode {
  const at = entries.findIndex((entry) => entry.hash === sha256(envelope));
  const known = entries[at];
  if (!known) return "bad_envelope";
  entries[at] = { ...known, envelope: new Uint8Array(envelope) };
  return at + 1;
}

export function lastCounter(entries: Entry[], device: string): number {
  return entries.filter((entry) => entry.device === device).at(-1)?.counter ?? 0;
}

export function headOf(log: { entries: Entry[] }): Head {
  return { seq: log.entries.length, hash: log.entries.at(-1)?.chain ?? ZERO_HASH };
}

export function chained(chain: string, hash: string): string {
  return createHash("sha256")
    .update("second-look/chain/v1\0")
    .update(fromHex(chain))
    .update(fromHex(hash))
    .digest("hex");
}

export function hashOf(token: string): string {
  return sha256(fromHex(token));
}

/** Whether the id says that it is derived from an owner token, but is not derived from this one. */
export function isMadeOfAnother(log: string, ownerToken: string): boolean {
  const made = createHash("sha256")
    .update("second-look/log-id/v1\0")
    .update(fromHex(ownerToken))
    .digest()
    .subarray(0, 16);
  made.writeUInt8((made.readUInt8(6) & 0x0f) | 0x80, 6);
  made.writeUInt8((made.readUInt8(8) & 0x3f) | 0x80, 8);
  return /^.{12}8...[89ab]/.test(log) && log !== made.toString("hex");
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
