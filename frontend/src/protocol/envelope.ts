// The envelope's bytes: header, nonce, ciphertext, signature (docs/protocol.md section 1). Layout only: nothing here
// can open an envelope, so the sync engine may use it.
import { ascii, concat, toHex } from "./bytes";

export const MAX_ENVELOPE_BYTES = 1_048_576;
export const SIGNATURE_DOMAIN = concat(ascii("second-look/envelope/v1"), Uint8Array.of(0));
export const ZERO_HASH = "0".repeat(64);
export const ZERO_INCARNATION = "0".repeat(32);

const VERSION = 1;
const kinds = ["update", "roster", "snapshot"] as const;
const HEADER_BYTES = 166;
const THROUGH_BYTES = 40;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SIGNATURE_BYTES = 64;

export type Kind = (typeof kinds)[number];
/** Ids and hashes as lower-case hex. Only snapshots have `through`. */
export type Header = {
  kind: Kind;
  log: string;
  epoch: number;
  keyId: string;
  device: string;
  counter: number;
  previous: string;
  head: { incarnation: string; seq: number; hash: string };
  through: { seq: number; hash: string } | null;
};
export type Envelope = {
  header: Header;
  headerBytes: Uint8Array<ArrayBuffer>;
  nonce: Uint8Array<ArrayBuffer>;
  ciphertext: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
};

export function encodeHeader(header: Header): Uint8Array<ArrayBuffer> {
  const snapshot = header.kind === "snapshot";
  if (snapshot !== (header.through !== null)) throw new RangeError("through belongs to snapshots");
  const bytes = new Uint8Array(HEADER_BYTES + (snapshot ? THROUGH_BYTES : 0));
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint8(1, kinds.indexOf(header.kind) + 1);
  putHex(bytes, 2, header.log, 16);
  view.setUint32(18, header.epoch);
  putHex(bytes, 22, header.keyId, 16);
  putHex(bytes, 38, header.device, 32);
  view.setBigUint64(70, BigInt(header.counter));
  putHex(bytes, 78, header.previous, 32);
  putHex(bytes, 110, header.head.incarnation, 16);
  view.setBigUint64(126, BigInt(header.head.seq));
  putHex(bytes, 134, header.head.hash, 32);
  if (header.through) {
    view.setBigUint64(166, BigInt(header.through.seq));
    putHex(bytes, 174, header.through.hash, 32);
  }
  return bytes;
}

/** Takes an envelope apart. Returns null for anything that is not one: too short, too long, another version or kind. */
export function parseEnvelope(bytes: Uint8Array): Envelope | null {
  const kind = kinds[(bytes[1] ?? 0) - 1];
  if (bytes[0] !== VERSION || kind === undefined || bytes.length > MAX_ENVELOPE_BYTES) return null;
  const size = HEADER_BYTES + (kind === "snapshot" ? THROUGH_BYTES : 0);
  if (bytes.length < size + NONCE_BYTES + TAG_BYTES + SIGNATURE_BYTES) return null;
  const copy = new Uint8Array(bytes);
  const header = decodeHeader(copy, kind);
  if (header === null) return null;
  return {
    header,
    headerBytes: copy.subarray(0, size),
    nonce: copy.subarray(size, size + NONCE_BYTES),
    ciphertext: copy.subarray(size + NONCE_BYTES, copy.length - SIGNATURE_BYTES),
    signature: copy.subarray(copy.length - SIGNATURE_BYTES),
  };
}

/** The bytes that are signed. */
export function signedBytes(header: Uint8Array, nonce: Uint8Array, ciphertext: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(SIGNATURE_DOMAIN, header, nonce, ciphertext);
}

function decodeHeader(bytes: Uint8Array<ArrayBuffer>, kind: Kind): Header | null {
  const view = new DataView(bytes.buffer);
  const counter = integer(view, 70);
  const seq = integer(view, 126);
  const through = kind === "snapshot" ? integer(view, 166) : 0;
  if (counter === null || counter < 1 || seq === null || through === null) return null;
  return {
    kind,
    log: hexAt(bytes, 2, 16),
    epoch: view.getUint32(18),
    keyId: hexAt(bytes, 22, 16),
    device: hexAt(bytes, 38, 32),
    counter,
    previous: hexAt(bytes, 78, 32),
    head: { incarnation: hexAt(bytes, 110, 16), seq, hash: hexAt(bytes, 134, 32) },
    through: kind === "snapshot" ? { seq: through, hash: hexAt(bytes, 174, 32) } : null,
  };
}

function integer(view: DataView, at: number): number | null {
  const value = view.getBigUint64(at);
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(value);
}

function hexAt(bytes: Uint8Array, at: number, size: number): string {
  return toHex(bytes.subarray(at, at + size));
}

function putHex(bytes: Uint8Array, at: number, hex: string, size: number): void {
  if (hex.length !== size * 2) throw new RangeError(`expected ${size} bytes`);
  for (let n = 0; n < size; n += 1) bytes[at + n] = Number.parseInt(hex.slice(n * 2, n * 2 + 2), 16);
}
