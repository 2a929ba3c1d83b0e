// The text of a pairing code: 128 bits in Crockford's base 32 with two check characters, seven groups of four
// (docs/protocol.md section 4). The check hash comes in as an argument.
import { ascii, concat } from "./bytes";
import type { Hash } from "./chain";

export const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DOMAIN = concat(ascii("second-look/code-check/v1"), Uint8Array.of(0));
const SECRET_CHARACTERS = 26;
export const CODE_CHARACTERS = 28;

export type ReadCode =
  | { state: "empty" | "incomplete" | "wrong" }
  | { state: "complete"; secret: Uint8Array<ArrayBuffer> };

/** `secret` is 16 bytes. */
export async function writeCode(hash: Hash, secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const text = toBase32(secret, SECRET_CHARACTERS) + (await checkOf(hash, secret));
  return (text.match(/.{4}/g) ?? []).join("-");
}

/** Reads a code, or a link that ends with one. Ignores case, spaces and hyphens. */
export async function readCode(hash: Hash, text: string): Promise<ReadCode> {
  const typed = normalised(text.includes("#") ? text.slice(text.lastIndexOf("#") + 1) : text);
  if (typed === "") return { state: "empty" };
  if ([...typed].some((character) => !ALPHABET.includes(character)) || typed.length > CODE_CHARACTERS)
    return { state: "wrong" };
  if (typed.length < CODE_CHARACTERS) return { state: "incomplete" };
  const secret = secretIn(typed);
  const isRight = (await writeCode(hash, secret)).replaceAll("-", "") === typed;
  return isRight ? { state: "complete", secret } : { state: "wrong" };
}

async function checkOf(hash: Hash, secret: Uint8Array): Promise<string> {
  return toBase32((await hash(concat(DOMAIN, secret))).subarray(0, 2), 2);
}

function normalised(text: string): string {
  return inAlphabet(text).replace(/[\s-]/g, "");
}

/** In capitals, and with the characters of the alphabet for those that look like them. */
export function inAlphabet(text: string): string {
  return text.toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
}

// The bits from the left, five at a time; missing bits at the end are zeros.
export function toBase32(bytes: Uint8Array, characters: number): string {
  let text = "";
  for (let n = 0; n < characters; n += 1) {
    let value = 0;
    for (let bit = n * 5; bit < n * 5 + 5; bit += 1)
      value = (value << 1) | (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    text += ALPHABET[value];
  }
  return text;
}

/** The 128 bits with which a text in base 32 begins. */
export function secretIn(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(16);
  for (let bit = 0; bit < 128; bit += 1) {
    const set = (ALPHABET.indexOf(text[Math.floor(bit / 5)] ?? "0") >> (4 - (bit % 5))) & 1;
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (set << (7 - (bit & 7)));
  }
  return bytes;
}
