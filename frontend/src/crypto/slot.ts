// What is derived from a recovery code (docs/protocol.md section 4): the slot's address, the bearer that opens it on the
// server, and the key that seals its content. The server sees the first two, and keeps a hash of the second.
import { concat, fromHex, toHex, u32 } from "../protocol/bytes";
import { aesKey, decrypt, encrypt, hkdf, NONCE_BYTES, randomBytes } from "./primitives";

type Bytes = Uint8Array<ArrayBuffer>;
export type SlotKeys = { slot: string; bearer: string; key: Bytes };

/** `secret` is the code's 16 bytes. */
export async function slotKeys(secret: Bytes): Promise<SlotKeys> {
  const [slot, bearer, key] = await Promise.all([
    hkdf(secret, "second-look/slot-id/v1", 16),
    hkdf(secret, "second-look/slot-bearer/v1", 32),
    hkdf(secret, "second-look/slot-seal/v1", 32),
  ]);
  return { slot: toHex(slot), bearer: toHex(bearer), key };
}

/** Bound to the version, so that the server cannot give an older content a newer number. */
export async function sealSlot(
  { slot, key }: SlotKeys,
  version: number,
  content: unknown,
  nonce = randomBytes(NONCE_BYTES),
): Promise<Bytes> {
  const plain = new TextEncoder().encode(JSON.stringify(content));
  return concat(nonce, await encrypt(await aesKey(key), nonce, plain, boundTo(slot, version)));
}

/** What was sealed, or null when it is damaged, of another version or of another code. The caller decodes it. */
export async function openSlot({ slot, key }: SlotKeys, version: number, sealed: Bytes): Promise<unknown> {
  const [nonce, ciphertext] = [sealed.slice(0, NONCE_BYTES), sealed.slice(NONCE_BYTES)];
  const plain = await decrypt(await aesKey(key), nonce, ciphertext, boundTo(slot, version));
  return plain === null ? null : JSON.parse(new TextDecoder().decode(plain));
}

function boundTo(slot: string, version: number): Bytes {
  return concat(fromHex(slot), u32(version));
}
