// Sealing and opening one envelope (docs/protocol.md sections 1 and 2). Opening makes its checks in the order given
// there and says which one failed. It never returns bytes that did not pass all of them.

import { madeOnce } from "../promises";
import { ascii, concat, fromHex, toHex, u32 } from "../protocol/bytes";
import { type Envelope, encodeHeader, type Header, parseEnvelope, signedBytes } from "../protocol/envelope";
import { pad, unpad } from "../protocol/padding";
import { inflate } from "./inflate";
import { aesKey, decrypt, encrypt, hkdf, NONCE_BYTES, randomBytes } from "./primitives";
import { type Signer, verifies } from "./signing";

type Bytes = Uint8Array<ArrayBuffer>;
export type CaseKey = { epoch: number; id: string; key: Bytes };
export type SealFailure = "malformed" | "unknown_key" | "bad_signature" | "bad_seal" | "bad_padding";
export type Opened = { ok: true; payload: Bytes; header: Header } | { ok: false; finding: SealFailure };

/** Derived keys, kept as long as the sealer: one for each case key and device. */
export type SealKeys = Map<string, Promise<CryptoKey>>;

export async function caseKey(epoch: number, key: Bytes): Promise<CaseKey> {
  return { epoch, key, id: toHex(await hkdf(key, "second-look/key-id/v1", 16)) };
}

/** The bytes of HKDF's info for the seal key of one case, epoch and device. */
export function sealInfo(log: string, epoch: number, device: string): Bytes {
  return concat(ascii("second-look/seal/v1"), fromHex(log), u32(epoch), fromHex(device));
}

/** Seals `payload` as the device of `signer`. `header.device` must be the signer's public key. */
export async function seal(
  payload: Uint8Array,
  header: Header,
  key: CaseKey,
  signer: Signer,
  cache: SealKeys,
  nonce: Bytes = randomBytes(NONCE_BYTES),
): Promise<Bytes> {
  const headerBytes = encodeHeader(header);
  const ciphertext = await encrypt(await sealKey(header, key, cache), nonce, pad(payload), headerBytes);
  const signature = await signer.sign(signedBytes(headerBytes, nonce, ciphertext));
  return concat(headerBytes, nonce, ciphertext, signature);
}

/** Opens an envelope of `log`. `verified`: the signature was checked before and is not checked again. */
export async function open(
  bytes: Uint8Array,
  log: string,
  keys: CaseKey[],
  cache: SealKeys,
  verified = false,
): Promise<Opened> {
  const envelope = parseEnvelope(bytes);
  if (envelope === null || envelope.header.log !== log) return { ok: false, finding: "malformed" };
  const { header } = envelope;
  const key = keys.find((known) => known.id === header.keyId && known.epoch === header.epoch);
  if (!key) return { ok: false, finding: "unknown_key" };
  if (!verified && !(await isSigned(envelope))) return { ok: false, finding: "bad_signature" };
  const padded = await decrypt(
    await sealKey(header, key, cache),
    envelope.nonce,
    envelope.ciphertext,
    envelope.headerBytes,
  );
  if (padded === null) return { ok: false, finding: "bad_seal" };
  const payload = await payloadOf(padded, header);
  return payload === null ? { ok: false, finding: "bad_padding" } : { ok: true, payload, header };
}

async function payloadOf(padded: Bytes, header: Header): Promise<Bytes | null> {
  const withCheck = unpad(padded);
  if (withCheck === null || withCheck.format === "raw") return withCheck?.payload ?? null;
  return header.kind === "snapshot" ? inflate(withCheck.payload) : null;
}

/** Whether the envelope was signed by the device that it names. Needs no key of the case. */
export function isSigned(envelope: Envelope): Promise<boolean> {
  const { header, headerBytes, nonce, ciphertext, signature } = envelope;
  return verifies(fromHex(header.device), signedBytes(headerBytes, nonce, ciphertext), signature);
}

function sealKey(header: Header, key: CaseKey, cache: SealKeys): Promise<CryptoKey> {
  const name = `${header.log}/${key.id}/${header.device}`;
  return madeOnce(cache, name, async () =>
    aesKey(await hkdf(key.key, sealInfo(header.log, key.epoch, header.device), 32)),
  );
}
