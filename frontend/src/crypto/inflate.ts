// Raw DEFLATE, for snapshots only: single updates are too small to gain by it.

type Bytes = Uint8Array<ArrayBuffer>;

/** Null when the bytes are not one whole DEFLATE stream. */
export async function inflate(bytes: Bytes): Promise<Bytes | null> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  try {
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return null;
  }
}
