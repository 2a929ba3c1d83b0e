// Ed25519: by WebCrypto where the browser has it, otherwise by @noble/ed25519, with the same bytes either way.
import { concat, fromHex } from "../protocol/bytes";

type Bytes = Uint8Array<ArrayBuffer>;
export type Signer = { publicKey: Bytes; sign(message: Bytes): Promise<Bytes> };

// PKCS #8 for Ed25519 is this prefix and the 32-byte seed (RFC 8410, section 10.3).
const PKCS8_PREFIX = fromHex("302e020100300506032b657004220420");

let native: Promise<boolean> | null = null;

/** Whether this browser signs with Ed25519 itself. Asked once. */
export function hasNativeEd25519(): Promise<boolean> {
  native ??= importSeed(new Uint8Array(32)).then(
    () => true,
    () => false,
  );
  return native;
}

/** `seed` is 32 random bytes; it names the key pair. */
export async function signerOf(seed: Bytes): Promise<Signer> {
  return (await hasNativeEd25519()) ? nativeSigner(seed) : fallbackSigner(seed);
}

export async function verifies(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  if (!(await hasNativeEd25519())) return fallbackVerifies(publicKey, message, signature);
  try {
    const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, signature, message);
  } catch {
    return false;
  }
}

export async function fallbackSigner(seed: Bytes): Promise<Signer> {
  const { getPublicKeyAsync, signAsync } = await import("@noble/ed25519");
  return {
    publicKey: new Uint8Array(await getPublicKeyAsync(seed)),
    sign: async (message) => new Uint8Array(await signAsync(message, seed)),
  };
}

export async function fallbackVerifies(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  const { verifyAsync } = await import("@noble/ed25519");
  try {
    // The stricter rules of RFC 8032, as in browsers.
    return await verifyAsync(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

async function nativeSigner(seed: Bytes): Promise<Signer> {
  const key = await importSeed(seed);
  const jwk = await crypto.subtle.exportKey("jwk", key);
  return {
    publicKey: fromBase64Url(jwk.x ?? ""),
    sign: async (message) => new Uint8Array(await crypto.subtle.sign("Ed25519", key, message)),
  };
}

function importSeed(seed: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("pkcs8", concat(PKCS8_PREFIX, seed), "Ed25519", true, ["sign"]);
}

function fromBase64Url(text: string): Bytes {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
