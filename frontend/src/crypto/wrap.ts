// Wraps this phone's secrets under the key that the browser keeps: nonce, then AES-256-GCM with the secret's name as
// additional data, so that one secret cannot be put in another's place.
import { ascii, concat } from "../protocol/bytes";
import { decrypt, encrypt, NONCE_BYTES, randomBytes } from "./primitives";

type Bytes = Uint8Array<ArrayBuffer>;

export async function wrap(key: CryptoKey, name: string, secret: unknown): Promise<Bytes> {
  return wrapBytes(key, name, new TextEncoder().encode(JSON.stringify(secret)));
}

export async function wrapBytes(key: CryptoKey, name: string, plain: Bytes): Promise<Bytes> {
  const nonce = randomBytes(NONCE_BYTES);
  return concat(nonce, await encrypt(key, nonce, plain, ascii(name)));
}

/** The secret that was given to `wrap`, or null when it cannot be opened. The caller decodes it. */
export async function unwrap(key: CryptoKey, name: string, wrapped: Uint8Array): Promise<unknown> {
  const plain = await unwrapBytes(key, name, wrapped);
  return plain === null ? null : JSON.parse(new TextDecoder().decode(plain));
}

export async function unwrapBytes(key: CryptoKey, name: string, wrapped: Uint8Array): Promise<Bytes | null> {
  const bytes = new Uint8Array(wrapped);
  return decrypt(key, bytes.slice(0, NONCE_BYTES), bytes.slice(NONCE_BYTES), ascii(name));
}
