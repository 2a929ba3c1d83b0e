// What the file of a copy holds (docs/case-file.md): a case that everyone can read, or the same sealed with a
// passphrase. Layout and decoding only; whether the case may be merged is decided where it is opened.
import { array, maxLength, object, pipe, string } from "valibot";
import {
  isAffordable,
  type OnProgress,
  openWithPassphrase,
  type Sealed,
  sealWithPassphrase,
} from "../../crypto/passphrase";
import type { Readable } from "../../domain/copy/readable";
import { fromHex, toBase64, toHex } from "../../protocol/bytes";
import { pad, unpad } from "../../protocol/padding";
import { base64, count, decoded, hex } from "../../protocol/shapes";
import { type FileProblem, readChecked, withCheck } from "./fileCheck";

type Bytes = Uint8Array<ArrayBuffer>;
export type CaseCopy = { id: string; title: string; savedAt: string; pieces: Bytes[] };
export type WhatToCopy = Omit<CaseCopy, "pieces"> & {
  otherTitles: string[];
  readable: Readable;
  pieces: Uint8Array[];
};
export type ReadProblem = FileProblem | "wrong_passphrase";
/** `unseal` may be tried with as many passphrases as the person likes. */
export type ReadFile =
  | { is: "open"; copied: CaseCopy }
  | { is: "sealed"; unseal: (passphrase: string, onProgress: OnProgress) => Promise<ReadFile> }
  | { is: "unusable"; problem: ReadProblem };

const MOST_PIECES = 2_000;

const openCopy = object({
  savedAt: string(),
  case: object({ id: hex(16), title: string() }),
  state: pipe(array(base64), maxLength(MOST_PIECES)),
});
const sealedCopy = object({
  sealed: object({ memory: count, passes: count, salt: hex(16), nonce: hex(12), ciphertext: base64 }),
});

/** `about` tells whoever opens the file by chance what it is. */
export function openFile(
  { id, title, otherTitles, savedAt, readable, pieces }: WhatToCopy,
  about: string,
): Promise<Bytes> {
  const named = otherTitles.length > 0 ? { id, title, otherTitles } : { id, title };
  return withCheck(members({ about, savedAt, case: named, ...readable, state: pieces.map(toBase64) }));
}

export async function sealedFile(
  file: Bytes,
  passphrase: string,
  about: string,
  onProgress: OnProgress,
): Promise<Bytes> {
  const { memory, passes, salt, nonce, ciphertext } = await sealWithPassphrase(pad(file), passphrase, onProgress);
  const sealed = { by: "Argon2id, AES-256-GCM", memory, passes, salt: toHex(salt), nonce: toHex(nonce) };
  return withCheck(members({ about, sealed: { ...sealed, ciphertext: toBase64(ciphertext) } }));
}

export async function readFile(file: Uint8Array): Promise<ReadFile> {
  const read = await readChecked(file);
  if (!read.ok) return { is: "unusable", problem: read.problem };
  const sealed = decoded(sealedCopy, read.content)?.sealed;
  if (!sealed) return readCase(read.content);
  const { salt, nonce, ...rest } = sealed;
  const parts = { ...rest, salt: fromHex(salt), nonce: fromHex(nonce) };
  if (!isAffordable(parts)) return { is: "unusable", problem: "changed" };
  return { is: "sealed", unseal: (passphrase, onProgress) => unsealed(parts, passphrase, onProgress) };
}

async function unsealed(sealed: Sealed, passphrase: string, onProgress: OnProgress): Promise<ReadFile> {
  const padded = await openWithPassphrase(sealed, passphrase, onProgress);
  if (!padded) return { is: "unusable", problem: "wrong_passphrase" };
  const inner = await readChecked(unpad(padded)?.payload ?? new Uint8Array());
  return inner.ok ? readCase(inner.content) : { is: "unusable", problem: inner.problem };
}

function readCase(content: unknown): ReadFile {
  const read = decoded(openCopy, content);
  if (!read) return { is: "unusable", problem: "changed" };
  return { is: "open", copied: { ...read.case, savedAt: read.savedAt, pieces: read.state } };
}

/** The members of a JSON object, each on lines of its own. */
function members(content: Record<string, unknown>): string {
  return JSON.stringify(content, null, 1).slice(2, -2);
}
