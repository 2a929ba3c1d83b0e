// What a pairing code stands for (docs/protocol.md section 4): the invite's id, the token that claims it, and the key
// that opens it. The server sees the first two; the third never leaves the two phones.
import { concat, fromHex, toHex } from "../protocol/bytes";
import { aesKey, decrypt, encrypt, hkdf, NONCE_BYTES, randomBytes } from "./primitives";

type Bytes = Uint8Array<ArrayBuffer>;
export type InviteKeys = { id: string; claimToken: Bytes; key: Bytes };

/** `secret` is the code's 16 bytes. */
export async function inviteKeys(secret: Bytes): Promise<InviteKeys> {
  const [id, claimToken, key] = await Promise.all([
    hkdf(secret, "second-look/invite-id/v1", 16),
    hkdf(secret, "second-look/invite-claim/v1", 32),
    hkdf(secret, "second-look/invite-seal/v1", 32),
  ]);
  return { id: toHex(id), claimToken, key };
}

export async function sealInvite(keys: InviteKeys, content: unknown, nonce = randomBytes(NONCE_BYTES)): Promise<Bytes> {
  const plain = new TextEncoder().encode(JSON.stringify(content));
  return concat(nonce, await encrypt(await aesKey(keys.key), nonce, plain, fromHex(keys.id)));
}

/** What was sealed, or null when it was damaged or is another invite's. The caller decodes what it gets. */
export async function openInvite(keys: InviteKeys, sealed: Bytes): Promise<unknown> {
  const plain = await decrypt(
    await aesKey(keys.key),
    sealed.slice(0, NONCE_BYTES),
    sealed.slice(NONCE_BYTES),
    fromHex(keys.id),
  );
  if (plain === null) return null;
  try {
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return null;
  }
}
