// Plaintext framing and Padmé padding: format (1), length (4), payload, zeros (docs/protocol.md section 1).

const PREFIX_BYTES = 5;
const FORMATS = ["raw", "deflate"] as const;
export type Format = (typeof FORMATS)[number];

/** The Padmé length for `length` bytes: at most 12 % more, so that only a few different sizes are ever seen. */
export function padme(length: number): number {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const bits = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - bits);
  return Math.ceil(length / step) * step;
}

/** Frames `payload`, which is already compressed when `format` says so. */
export function pad(payload: Uint8Array, format: Format = "raw"): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(padme(PREFIX_BYTES + payload.length));
  padded[0] = FORMATS.indexOf(format);
  new DataView(padded.buffer).setUint32(1, payload.length);
  padded.set(payload, PREFIX_BYTES);
  return padded;
}

/** The payload that was withCheck, or null when the frame is broken: unknown format, impossible length, wrong padding. */
export function unpad(padded: Uint8Array): { format: Format; payload: Uint8Array<ArrayBuffer> } | null {
  const format = FORMATS[padded[0] ?? -1];
  if (padded.length < PREFIX_BYTES || format === undefined) return null;
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(1);
  if (padded.length !== padme(PREFIX_BYTES + length)) return null;
  if (padded.subarray(PREFIX_BYTES + length).some((byte) => byte !== 0)) return null;
  return { format, payload: new Uint8Array(padded.subarray(PREFIX_BYTES, PREFIX_BYTES + length)) };
}
