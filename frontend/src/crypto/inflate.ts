// Raw DEFLATE, for snapshots only: single updates are too small to gain from it.

import { concat } from "../protocol/bytes";

type Bytes = Uint8Array<ArrayBuffer>;

/** A larger snapshot is refused: an envelope of 1 MiB could expand a thousandfold and use up the phone's memory. */
export const MOST_INFLATED = 16_777_216;

/** Null when the bytes are not one whole DEFLATE stream, or hold more than `most`; never unpacks more than that. */
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
