// Signing in a browser without Ed25519 is the same as in one that has it: each makes the other's signatures, and
// accepts and refuses the same.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fallbackSigner, fallbackVerifies, hasNativeEd25519, signerOf, verifies } from "../../../src/crypto/signing";

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => new Uint8Array(bytes));
const messages = fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes));
const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The same point, with the group's order added to the signature's number; the equation alone would accept it. */
function ofAnotherForm(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(signature);
  let number = copy.subarray(32).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n) + GROUP_ORDER;
  for (let at = 32; at < 64; at += 1) {
    copy[at] = Number(number % 256n);
    number /= 256n;
  }
  return copy;
}

describe("a browser without Ed25519", () => {
  it("signs as one that has it", async () => {
    expect(await hasNativeEd25519()).toBe(true);
    await fc.assert(
      fc.asyncProperty(seeds, messages, async (seed, message) => {
        const [native, fallback] = await Promise.all([signerOf(seed), fallbackSigner(seed)]);
        expect(fallback.publicKey).toEqual(native.publicKey);
        expect(await fallback.sign(message)).toEqual(await native.sign(message));
      }),
    );
  });

  it("believes a signature, and refuses it with any bit flipped, as one that has it", async () => {
    const part = fc.constantFrom<"key" | "message" | "signature">("key", "message", "signature");
    await fc.assert(
      fc.asyncProperty(seeds, messages, part, fc.nat(), async (seed, message, which, bit) => {
        const { publicKey: key, sign } = await signerOf(seed);
        const parts = { key, message, signature: await sign(message) };
        expect(await fallbackVerifies(parts.key, parts.message, parts.signature)).toBe(true);
        const bent = new Uint8Array(parts[which]);
        if (bent.length === 0) return;
        const at = bit % (bent.length * 8);
        bent[at >> 3] = (bent[at >> 3] ?? 0) ^ (1 << (at & 7));
        const [k, m, s] = (["key", "message", "signature"] as const).map((one) => (one === which ? bent : parts[one]));
        if (!k || !m || !s) throw new Error("there are three parts");
        expect([await fallbackVerifies(k, m, s), await verifies(k, m, s)]).toEqual([false, false]);
      }),
    );
  });

  it("refuses a second form of a good signature, and what is no key or no signature at all", async () => {
    const { publicKey, sign } = await signerOf(new Uint8Array(32).fill(7));
    const message = new Uint8Array([1, 2, 3]);
    const signature = await sign(message);
    const nothing = new Uint8Array(0);
    for (const check of [verifies, fallbackVerifies]) {
      expect(await check(publicKey, message, signature)).toBe(true);
      expect(await check(publicKey, message, ofAnotherForm(signature))).toBe(false);
      expect(await check(publicKey, message, signature.subarray(0, 63))).toBe(false);
      expect(await check(nothing, message, signature)).toBe(false);
      expect(await check(new Uint8Array(32).fill(255), message, signature)).toBe(false);
    }
  });
});
