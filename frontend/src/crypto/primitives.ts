// The door to WebCrypto: hash, HKDF, AES-256-GCM, random. No primitive is our own.
import { ascii, fromHex, toHex } from "../protocol/bytes";

type Bytes = Uint8Array<ArrayBuffer>;
export const NONCE_BYTES = 12;

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

/** What the server stores of a bearer token. Both hex. */
export async function tokenHashOf(token: string): Promise<string> {
  return toHex(await sha256(fromHex(token)));
}

/** HKDF-SHA-256 with an empty salt; `size` in bytes. */
export async function hkdf(key: Bytes, info: Bytes | string, size: number): Promise<Bytes> {
  const base = await crypto.subtle.importKey("raw", key, "HKDF", false, ["deriveBits"]);
  const infoBytes = typeof info === "string" ? ascii(info) : info;
  const params = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: infoBytes };
  return new Uint8Array(await crypto.subtle.deriveBits(params, base, size * 8));
}

export function aesKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** A key that the browser keeps and never reveals, for wrapping this phone's secrets. */
export function makeWrappingKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

export async function encrypt(key: CryptoKey, nonce: Bytes, plaintext: Bytes, aad: Bytes): Promise<Bytes> {
  return new Uint8Array(
    await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: aad }, key, plaintext),
  );
}

/** Null when the key, nonce, additional data or ciphertext do not belong together. */
export async function decrypt(key: CryptoKey, nonce: Bytes, ciphertext: Bytes, aad: Bytes): Promise<Bytes | null> {
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce, additionalData: aad }, key, ciphertext),
    );
  } catch {
    return null;
  }
}

export function randomBytes(size: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(size));
}

/** A random UUID without hyphens: 32 hex characters, the form of every id. */
export function newId(): string {
  return crypto.randomUUID().replaceAll("-", "");
}
