// What is derived from a pairing code (docs/protocol.md section 4): the invite's id, the token that claims it, and the
// keys that open it and the reply. The server sees the first two; the keys never leave the two phones. The two sealed
// messages together give the number that people compare, and the key for what is handed over after that.
import { ascii, concat, fromHex, toHex } from "../protocol/bytes";
import { aesKey, decrypt, encrypt, hkdf, NONCE_BYTES, randomBytes, sha256 } from "./primitives";

type Bytes = Uint8Array<ArrayBuffer>;
export type InviteSeal = { id: string; key: Bytes };
export type InviteKeys = InviteSeal & { secret: Bytes; claimToken: Bytes; reply: InviteSeal };
/** `number`: six digits, the same on both phones unless somebody is in between. */
export type Pairing = { number: string; handover: InviteSeal };

/** `secret` is the code's 16 bytes. */
export async function inviteKeys(secret: Bytes): Promise<InviteKeys> {
  const [idBytes, claimToken, key, replyKey] = await Promise.all([
    hkdf(secret, "second-look/invite-id/v1", 16),
    hkdf(secret, "second-look/invite-claim/v1", 32),
    hkdf(secret, "second-look/invite-seal/v1", 32),
    hkdf(secret, "second-look/invite-reply/v1", 32),
  ]);
  const id = toHex(idBytes);
  return { secret, id, claimToken, key, reply: { id, key: replyKey } };
}

/** Derived from the code and both sealed messages, byte for byte. */
export async function pairingOf({ secret, id }: InviteKeys, sealed: Bytes, reply: Bytes): Promise<Pairing> {
  const both = concat(await sha256(sealed), await sha256(reply));
  const [number, key] = await Promise.all([
    hkdf(secret, concat(ascii("second-look/pairing-number/v1"), both), 6),
    hkdf(secret, concat(ascii("second-look/handover-seal/v1"), both), 32),
  ]);
  const digits = number.reduce((value, byte) => value * 256 + byte, 0) % 1_000_000;
  return { number: String(digits).padStart(6, "0"), handover: { id, key } };
}

export async function sealInvite(keys: InviteSeal, content: unknown, nonce = randomBytes(NONCE_BYTES)): Promise<Bytes> {
  const plain = new TextEncoder().encode(JSON.stringify(content));
  return concat(nonce, await encrypt(await aesKey(keys.key), nonce, plain, fromHex(keys.id)));
}

/** What was sealed, or null when it is damaged or belongs to another invite. The caller decodes it. */
export async function openInvite(keys: InviteSeal, sealed: Bytes): Promise<unknown> {
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
