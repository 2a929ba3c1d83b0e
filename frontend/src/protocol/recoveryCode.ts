// The text of a recovery code: 128 bits and twelve check bits in Crockford's base 32, as seven groups of four, each with
// a fifth character that checks its group, so that a wrong group can be named (docs/protocol.md section 4).
import { ascii, concat } from "./bytes";
import type { Hash } from "./chain";
import { ALPHABET, inAlphabet, secretIn, toBase32 } from "./pairingCode";

const DOMAIN = concat(ascii("second-look/recovery-check/v1"), Uint8Array.of(0));
export const GROUPS = 7;
const GROUP_CHARACTERS = 5;

/** `group`: the first that is wrong, from 1; null when no single one is. */
export type ReadRecoveryCode =
  | { state: "empty" | "incomplete" }
  | { state: "wrong"; group: number | null }
  | { state: "complete"; secret: Uint8Array<ArrayBuffer> };

/** `secret` is 16 bytes. */
export async function writeRecoveryCode(hash: Hash, secret: Uint8Array<ArrayBuffer>): Promise<string> {
  // Of the hash's first two bytes, the twelve bits that come first.
  const check = (await hash(concat(DOMAIN, secret))).slice(0, 2);
  const data = toBase32(concat(secret, check), GROUPS * 4).match(/.{4}/g) ?? [];
  return data.map((group, at) => group + checkOf(at + 1, group)).join("-");
}

/** Reads a code, or a link that ends with one. Ignores case, spaces and hyphens. */
export async function readRecoveryCode(hash: Hash, text: string): Promise<ReadRecoveryCode> {
  const groups = groupsIn(inAlphabet(text.slice(text.lastIndexOf("#") + 1)));
  if (groups.length === 0) return { state: "empty" };
  const wrong = groups.findIndex(({ letters, isLast }, at) => !isGroup(letters, at + 1, isLast));
  if (wrong >= 0 || groups.length > GROUPS)
    return { state: "wrong", group: wrong < 0 || wrong >= GROUPS ? null : wrong + 1 };
  const isWhole = groups.length === GROUPS && groups.at(-1)?.letters.length === GROUP_CHARACTERS;
  if (!isWhole) return { state: "incomplete" };
  const secret = secretIn(groups.map(({ letters }) => letters.slice(0, 4)).join(""));
  const isRight = (await writeRecoveryCode(hash, secret)) === groups.map(({ letters }) => letters).join("-");
  return isRight ? { state: "complete", secret } : { state: "wrong", group: null };
}

type Group = { letters: string; isLast: boolean };

// Where a person separates groups, a letter too few or too many is found in its own group.
function groupsIn(text: string): Group[] {
  const parts = text.split(/[^0-9A-Z]+/).filter((part) => part !== "");
  const groups = parts.flatMap((part) => part.match(/.{1,5}/g) ?? []);
  return groups.map((letters, at) => ({ letters, isLast: at === groups.length - 1 }));
}

function isGroup(letters: string, number: number, isLast: boolean): boolean {
  if ([...letters].some((letter) => !ALPHABET.includes(letter))) return false;
  return letters.length === GROUP_CHARACTERS ? checkOf(number, letters.slice(0, 4)) === letters[4] : isLast;
}

// Any one wrong character, two swapped neighbours, and a group in another's place give another check character.
function checkOf(number: number, group: string): string {
  const sum = [...group].reduce((check, letter) => timesX(check) ^ ALPHABET.indexOf(letter), number);
  return ALPHABET[timesX(sum)] ?? "";
}

// In the field of 32 elements, modulo x⁵ + x² + 1.
function timesX(value: number): number {
  return value < 16 ? value << 1 : ((value << 1) & 31) ^ 5;
}
