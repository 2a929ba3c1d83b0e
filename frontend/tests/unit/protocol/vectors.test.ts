// The known answers that the Python tests also check: two programs, one format.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inviteKeys, openInvite, pairingOf, sealInvite } from "../../../src/crypto/invite";
import { freshLog, isMadeOfToken, logIdOf, mayOwn } from "../../../src/crypto/logId";
import { hkdf, newId, sha256 } from "../../../src/crypto/primitives";
import { caseKey, open, seal, sealInfo } from "../../../src/crypto/seal";
import { fallbackSigner, fallbackVerifies, signerOf, verifies } from "../../../src/crypto/signing";
import { openSlot, sealSlot, slotKeys } from "../../../src/crypto/slot";
import { fromHex, toHex } from "../../../src/protocol/bytes";
import { nextChain } from "../../../src/protocol/chain";
import { encodeHeader, type Header, parseEnvelope, signedBytes } from "../../../src/protocol/envelope";
import { pad, padme } from "../../../src/protocol/padding";
import { readCode, writeCode } from "../../../src/protocol/pairingCode";
import { readRecoveryCode, writeRecoveryCode } from "../../../src/protocol/recoveryCode";

const text = readFileSync(new URL("../../../../docs/vectors.json", import.meta.url), "utf8");
const vectors: Vectors = JSON.parse(text);
const kinds = ["update", "roster", "snapshot"] as const;

type EnvelopeVector = Record<
  "name" | "log_id" | "key_id" | "device_id" | "previous" | "case_key" | "device_seed" | "payload" | "stored_payload",
  string
> &
  Record<
    "padded" | "nonce" | "header" | "ciphertext" | "signed_bytes" | "signature" | "envelope" | "entry_hash",
    string
  > & {
    kind: number;
    epoch: number;
    counter: number;
    format: number;
    head: Header["head"];
    through: Header["through"];
  };
type Vectors = {
  padme: { length: number; padded_length: number }[];
  keys: (Record<"log_id" | "case_key" | "key_id" | "device_seed" | "device_id" | "seal_key", string> & {
    epoch: number;
  })[];
  envelopes: EnvelopeVector[];
  openings_refused: (Record<"name" | "log_id" | "case_key" | "finding" | "envelope", string> & { epoch?: number })[];
  chain: { seq: number; before: string; entry_hash: string; chain_hash: string }[];
  fresh_logs: Record<
    "keyring_key" | "log_id" | "owner_token" | "fresh_owner_token" | "fresh_log_id" | "fresh_key",
    string
  >[];
  log_ids: { owner_token: string; log_id: string }[];
  codes: { secret: string; text: string; also_read: string[] }[];
  codes_refused: { why: string; text: string }[];
  recovery_codes: { secret: string; text: string; also_read: string[] }[];
  recovery_codes_refused: { why: string; text: string; group: number | null }[];
  slots: (Record<
    "secret" | "slot" | "bearer" | "bearer_hash" | "slot_key" | "nonce" | "plaintext_utf8" | "sealed",
    string
  > & { version: number })[];
  pairings: Record<
    | "secret"
    | "sealed"
    | "reply_nonce"
    | "reply_utf8"
    | "reply"
    | "number"
    | "handover_key"
    | "handover_nonce"
    | "handover_utf8"
    | "handover",
    string
  >[];
  invites: Record<
    "secret" | "invite_id" | "claim_token" | "claim_hash" | "invite_key" | "nonce" | "plaintext_utf8" | "sealed",
    string
  >[];
};

function headerOf(vector: EnvelopeVector): Header {
  return {
    kind: kinds[vector.kind - 1] ?? "update",
    log: vector.log_id,
    epoch: vector.epoch,
    keyId: vector.key_id,
    device: vector.device_id,
    counter: vector.counter,
    previous: vector.previous,
    head: vector.head,
    through: vector.through,
  };
}

function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return fromHex(hex);
}

describe("known answers", () => {
  it.each(vectors.padme)("pads a length of $length to $padded_length", ({ length, padded_length }) => {
    expect(padme(length)).toBe(padded_length);
  });

  it.each(vectors.keys)("derives the keys of epoch $epoch", async (vector) => {
    expect((await caseKey(vector.epoch, bytes(vector.case_key))).id).toBe(vector.key_id);
    expect(toHex((await signerOf(bytes(vector.device_seed))).publicKey)).toBe(vector.device_id);
    const info = sealInfo(vector.log_id, vector.epoch, vector.device_id);
    expect(toHex(await hkdf(bytes(vector.case_key), info, 32))).toBe(vector.seal_key);
  });

  it.each(vectors.envelopes)("writes and opens: $name", async (vector) => {
    const header = headerOf(vector);
    const key = await caseKey(vector.epoch, bytes(vector.case_key));
    const parsed = parseEnvelope(bytes(vector.envelope));
    expect(parsed?.header).toEqual(header);
    expect(toHex(encodeHeader(header))).toBe(vector.header);
    const format = vector.format === 1 ? "deflate" : "raw";
    expect(toHex(pad(bytes(vector.stored_payload), format))).toBe(vector.padded);
    expect(toHex(signedBytes(bytes(vector.header), bytes(vector.nonce), bytes(vector.ciphertext)))).toBe(
      vector.signed_bytes,
    );
    const opened = await open(bytes(vector.envelope), header.log, [key], new Map());
    expect(opened.ok && toHex(opened.payload)).toBe(vector.payload);
    expect(toHex(await sha256(bytes(vector.envelope)))).toBe(vector.entry_hash);
    if (format === "deflate") return;
    const signer = await signerOf(bytes(vector.device_seed));
    const sealed = await seal(bytes(vector.payload), header, key, signer, new Map(), bytes(vector.nonce));
    expect(toHex(sealed)).toBe(vector.envelope);
  });

  it.each(vectors.envelopes)("signs the same without the browser's Ed25519: $name", async (vector) => {
    const signer = await fallbackSigner(bytes(vector.device_seed));
    const message = bytes(vector.signed_bytes);
    expect(toHex(signer.publicKey)).toBe(vector.device_id);
    expect(toHex(await signer.sign(message))).toBe(vector.signature);
    const forged = bytes(vector.signature);
    forged[5] = (forged[5] ?? 0) ^ 1;
    for (const check of [verifies, fallbackVerifies]) {
      expect(await check(signer.publicKey, message, bytes(vector.signature))).toBe(true);
      expect(await check(signer.publicKey, message, forged)).toBe(false);
    }
  });

  it.each(vectors.openings_refused)("refuses to open: $name", async (vector) => {
    const key = await caseKey(vector.epoch ?? 1, bytes(vector.case_key));
    const opened = await open(bytes(vector.envelope), vector.log_id, [key], new Map());
    expect(opened).toEqual({ ok: false, finding: vector.finding });
  });

  it.each(vectors.log_ids)("makes the id $log_id of its owner token", async ({ owner_token, log_id }) => {
    expect(await logIdOf(owner_token)).toBe(log_id);
    expect([isMadeOfToken(log_id), await mayOwn(log_id, owner_token)]).toEqual([true, true]);
    expect(await mayOwn(log_id, "ab".repeat(32))).toBe(false);
  });

  it.each(vectors.fresh_logs)("makes the log $fresh_log_id to which a case moves", async (vector) => {
    const made = await freshLog(vector.keyring_key, vector.log_id, vector.owner_token);
    const { fresh_log_id: id, fresh_owner_token: ownerToken, fresh_key: key } = vector;
    expect(made).toEqual({ id, ownerToken, key });
    // Neither the owner token alone nor another keyring gives the same key.
    expect((await freshLog("ab".repeat(32), vector.log_id, vector.owner_token)).key).not.toBe(key);
  });

  it("cannot tell whose a random id is", async () => {
    expect([isMadeOfToken(newId()), await mayOwn(newId(), "ab".repeat(32))]).toEqual([false, true]);
  });

  it.each(vectors.chain)("chains seq $seq", async (vector) => {
    expect(await nextChain(sha256, vector.before, vector.entry_hash)).toBe(vector.chain_hash);
  });

  it.each(vectors.codes)("writes and reads the code $text", async (vector) => {
    expect(await writeCode(sha256, bytes(vector.secret))).toBe(vector.text);
    for (const text of [vector.text, `https://example.org/pair#${vector.text}`, ...vector.also_read]) {
      expect(await readCode(sha256, text)).toEqual({ state: "complete", secret: bytes(vector.secret) });
    }
  });

  it.each(vectors.codes_refused)("refuses a code: $why", async ({ text }) => {
    expect(["incomplete", "wrong"]).toContain((await readCode(sha256, text)).state);
  });

  it.each(vectors.recovery_codes)("writes and reads the recovery code $text", async (vector) => {
    expect(await writeRecoveryCode(sha256, bytes(vector.secret))).toBe(vector.text);
    for (const text of [vector.text, `https://example.org/recover#${vector.text}`, ...vector.also_read])
      expect(await readRecoveryCode(sha256, text)).toEqual({ state: "complete", secret: bytes(vector.secret) });
  });

  it.each(vectors.recovery_codes_refused)("refuses a recovery code and names the group: $why", async (vector) => {
    const read = await readRecoveryCode(sha256, vector.text);
    const isCut = vector.text.length < 41 && vector.group === null;
    expect(read).toEqual(isCut ? { state: "incomplete" } : { state: "wrong", group: vector.group });
  });

  it("names a wrong group while the rest is still to be typed", async () => {
    const [known] = vectors.recovery_codes_refused;
    expect(await readRecoveryCode(sha256, known?.text.slice(0, 19) ?? "")).toEqual({ state: "wrong", group: 3 });
    expect(await readRecoveryCode(sha256, known?.text.slice(0, 15) ?? "")).toEqual({ state: "incomplete" });
    expect(await readRecoveryCode(sha256, " - ")).toEqual({ state: "empty" });
  });

  it.each(vectors.slots)("seals and opens version $version of a slot", async (vector) => {
    const keys = await slotKeys(bytes(vector.secret));
    expect({ ...keys, key: toHex(keys.key) }).toEqual({
      slot: vector.slot,
      bearer: vector.bearer,
      key: vector.slot_key,
    });
    expect(toHex(await sha256(bytes(vector.bearer)))).toBe(vector.bearer_hash);
    const content = JSON.parse(vector.plaintext_utf8);
    expect(toHex(await sealSlot(keys, vector.version, content, bytes(vector.nonce)))).toBe(vector.sealed);
    expect(await openSlot(keys, vector.version, bytes(vector.sealed))).toEqual(content);
    // An older content under a newer number does not open.
    expect(await openSlot(keys, vector.version + 1, bytes(vector.sealed))).toBeNull();
  });

  it.each(vectors.invites)("seals and opens an invite", async (vector) => {
    const keys = await inviteKeys(bytes(vector.secret));
    expect([keys.id, toHex(keys.claimToken), toHex(keys.key)]).toEqual([
      vector.invite_id,
      vector.claim_token,
      vector.invite_key,
    ]);
    expect(toHex(await sha256(keys.claimToken))).toBe(vector.claim_hash);
    const content = JSON.parse(vector.plaintext_utf8);
    expect(toHex(await sealInvite(keys, content, bytes(vector.nonce)))).toBe(vector.sealed);
    expect(await openInvite(keys, bytes(vector.sealed))).toEqual(content);
  });

  it.each(vectors.pairings)("makes a pairing's number, reply and handover", async (vector) => {
    const keys = await inviteKeys(bytes(vector.secret));
    const reply = await sealInvite(keys.reply, JSON.parse(vector.reply_utf8), bytes(vector.reply_nonce));
    expect(toHex(reply)).toBe(vector.reply);
    const { number, handover } = await pairingOf(keys, bytes(vector.sealed), reply);
    expect([number, toHex(handover.key)]).toEqual([vector.number, vector.handover_key]);
    const content = JSON.parse(vector.handover_utf8);
    expect(toHex(await sealInvite(handover, content, bytes(vector.handover_nonce)))).toBe(vector.handover);
    expect(await openInvite(handover, bytes(vector.handover))).toEqual(content);
    expect((await pairingOf(keys, bytes(vector.sealed), bytes(vector.sealed))).number).not.toBe(number);
  });
});
