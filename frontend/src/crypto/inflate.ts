// Raw DEFLATE, for snapshots only: single updates are too small to gain by it.

import { concat } from "../protocol/bytes";

type Bytes = Uint8Array<ArrayBuffer>;

/** A snapshot of more is none: an envelope of 1 MiB could grow to a thousand times that, and take the phone's memory. */
export const MOST_INFLATED = 16_777_216;

/** Null when the bytes are not one whole DEFLATE stream, or hold more than `most`: then no more than that is ever unpacked. */
export async function inflate(bytes: Bytes, most = MOST_INFLATED): Promise<Bytes | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > most) {
        await reader.cancel();
        return null;
      }
      parts.push(next.value);
    }
  } catch {
    return null;
  }
  return concat(...parts);
}
