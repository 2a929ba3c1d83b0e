// The key of an app lock (docs/app-lock.md): made, taken out and sealed under what a person has: a PIN, a passkey, the
// recovery code. Extractable only in memory, so that another way in can be added while the app is open.
import { hkdf } from "./primitives";
import { unwrapBytes, wrapBytes } from "./wrap";

type Bytes = Uint8Array<ArrayBuffer>;
/** What a way in is sealed for: its kind, and the id of the lock. */
export type Purpose = `${"pin" | "code" | "passkey"}/${string}`;

const DOMAIN = "second-look/app-lock/v1/";
const AES = { name: "AES-GCM", length: 256 };

export function makeLockKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey(AES, true, ["encrypt", "decrypt"]);
}

/** The same key as the browser keeps it, without revealing it again. */
export async function keptByBrowser(lockKey: CryptoKey): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", await bytesOf(lockKey), AES, false, ["encrypt", "decrypt"]);
}

export async function sealLockKey(lockKey: CryptoKey, by: CryptoKey, purpose: Purpose): Promise<Bytes> {
  return wrapBytes(by, DOMAIN + purpose, await bytesOf(lockKey));
}

/** Null when `by` is not what it was sealed under. */
export async function openLockKey(sealed: Uint8Array, by: CryptoKey, purpose: Purpose): Promise<CryptoKey | null> {
  const raw = await unwrapBytes(by, DOMAIN + purpose, sealed);
  return raw && crypto.subtle.importKey("raw", raw, AES, true, ["encrypt", "decrypt"]);
}

/** From the 16 bytes of a recovery code: the key of its way in, and what names it in the lock record. */
export async function codeKeys(secret: Bytes): Promise<{ key: Bytes; of: Bytes }> {
  const [key, of] = await Promise.all([
    hkdf(secret, "second-look/app-lock-code/v1", 32),
    hkdf(secret, "second-look/app-lock-code-id/v1", 8),
  ]);
  return { key, of };
}

async function bytesOf(key: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey("raw", key));
}
