// Real envelopes for the conformance suite, sealed by the same code as the app's.
import { randomBytes, sha256 } from "../../src/crypto/primitives";
import { caseKey, seal } from "../../src/crypto/seal";
import { type Signer, signerOf } from "../../src/crypto/signing";
import { toHex } from "../../src/protocol/bytes";
import { type Header, ZERO_HASH, ZERO_INCARNATION } from "../../src/protocol/envelope";

export type Writer = {
  device: string;
  token: string;
  tokenHash: string;
  next(payload?: Uint8Array): Promise<Uint8Array>;
};
export const hex = (size: number) => toHex(randomBytes(size));

/** A device of `log` that seals one envelope after another. */
export async function writerOn(log: string): Promise<Writer> {
  const signer: Signer = await signerOf(randomBytes(32));
  const key = await caseKey(1, randomBytes(32));
  const device = toHex(signer.publicKey);
  const token = randomBytes(32);
  let counter = 0;
  let previous = ZERO_HASH;
  return {
    device,
    token: toHex(token),
    tokenHash: toHex(await sha256(token)),
    async next(payload = randomBytes(40)) {
      counter += 1;
      const head = { incarnation: ZERO_INCARNATION, seq: 0, hash: ZERO_HASH };
      const header: Header = {
        kind: "update",
        log,
        epoch: 1,
        keyId: key.id,
        device,
        counter,
        previous,
        head,
        through: null,
      };
      const envelope = await seal(payload, header, key, signer, new Map());
      previous = toHex(await sha256(envelope));
      return envelope;
    },
  };
}
