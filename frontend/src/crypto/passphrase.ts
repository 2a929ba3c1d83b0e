// Seals bytes with a passphrase: Argon2id makes the key, AES-256-GCM seals. How much work a key takes is written beside
// the sealed bytes, so that it can rise later, and is limited when it is read: a hostile file must not hang a phone.
import { argon2idAsync } from "@noble/hashes/argon2.js";
import { ascii } from "../protocol/bytes";
import { aesKey, decrypt, encrypt, NONCE_BYTES, randomBytes } from "./primitives";

type Bytes = Uint8Array<ArrayBuffer>;
/** `memory` in KiB; `passes` over it. */
export type KeyWork = { memory: number; passes: number; salt: Bytes };
export type Sealed = KeyWork & { nonce: Bytes; ciphertext: Bytes };
/** Called now and then with the part that is done, from 0 to 1. */
export type OnProgress = (part: number) => void;

/** About two seconds on a slow phone. */
const MEMORY = 32_768;
const PASSES = 2;
const SALT_BYTES = 16;
/** The most that this app does for a file, twice what it asks for itself, and the least that protects anything. */
const MOST_MEMORY = 65_536;
const MOST_PASSES = 4;
const LEAST_MEMORY = 8_192;
const PURPOSE = ascii("second-look/case-file/v1");

export async function sealWithPassphrase(plain: Bytes, passphrase: string, onProgress: OnProgress): Promise<Sealed> {
  const work = newKeyWork();
  const nonce = randomBytes(NONCE_BYTES);
  const key = await keyFrom(passphrase, work, onProgress);
  return { ...work, nonce, ciphertext: await encrypt(key, nonce, plain, PURPOSE) };
}

/** Null when the passphrase is another one. */
export async function openWithPassphrase(
  { nonce, ciphertext, ...work }: Sealed,
  passphrase: string,
  onProgress: OnProgress,
): Promise<Bytes | null> {
  if (!isAffordable(work)) return null;
  return decrypt(await keyFrom(passphrase, work, onProgress), nonce, ciphertext, PURPOSE);
}

/** Whether this phone does that much work for a file. */
export function isAffordable({ memory, passes, salt }: KeyWork): boolean {
  const isInside = memory >= LEAST_MEMORY && memory <= MOST_MEMORY && passes >= 1 && passes <= MOST_PASSES;
  return isInside && salt.length === SALT_BYTES;
}

/** A new salt, and as much work for each try as this app asks for. */
export function newKeyWork(): KeyWork {
  return { memory: MEMORY, passes: PASSES, salt: randomBytes(SALT_BYTES) };
}

/** The key that takes this work. The caller has to look whether it is affordable, if the numbers come from elsewhere. */
export async function keyFrom(
  passphrase: string,
  { memory, passes, salt }: KeyWork,
  onProgress: OnProgress = () => {},
) {
  const work = { m: memory, t: passes, p: 1, dkLen: 32, onProgress };
  return aesKey(new Uint8Array(await argon2idAsync(typed(passphrase), salt, work)));
}

// Keyboards differ in how they compose letters and in the spaces that they add.
function typed(passphrase: string): string {
  return passphrase.normalize("NFKC").trim().replace(/\s+/g, " ");
}
