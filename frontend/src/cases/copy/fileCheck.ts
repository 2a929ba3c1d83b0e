// The outermost layer of the file of a copy (docs/case-file.md): what it is, how long, and a hash of the rest. It tells
// a file that was cut from one that was changed, before anything in it is used. The hash is no proof of who wrote it.
import { sha256 } from "../../crypto/primitives";
import { ascii, concat, toHex } from "../../protocol/bytes";

type Bytes = Uint8Array<ArrayBuffer>;
export type FileProblem = "not_ours" | "cut" | "changed" | "too_new";
export type Checked = { ok: true; content: unknown } | { ok: false; problem: FileProblem };

const VERSION = 1;
const BEGINNING = '{\n"format": "second-look/case",\n"version": ';
const HEAD = /^\{\n"format": "second-look\/case",\n"version": (\d{1,9}),\n"bytes": (\d{1,12}),\n/;
const TAIL = /"check": "([0-9a-f]{64})"\n\}$/;
const LONGEST_HEAD = 120;
/** `"check": "`, 64 digits, `"`, a new line and `}`. */
const TAIL_BYTES = 77;
const CHECK_END = 67;
/** A whole case of many years has a tenth of this. */
const MOST_BYTES = 67_108_864;
const [TAB, NEW_LINE, RETURN, SPACE] = [9, 10, 13, 32];
const MARK = [0xef, 0xbb, 0xbf];

/** `members` are the file's own members as JSON, without the braces around them. */
export async function withCheck(members: string): Promise<Bytes> {
  const rest = ascii(`,\n${members},\n`);
  const around = ascii(`${BEGINNING}${VERSION},\n"bytes": `).length + rest.length + TAIL_BYTES;
  let size = around;
  while (around + String(size).length !== size) size = around + String(size).length;
  const hashed = concat(ascii(`${BEGINNING}${VERSION},\n"bytes": ${size}`), rest, ascii('"check": "'));
  return concat(hashed, ascii(`${toHex(await sha256(hashed))}"\n}`));
}

/** What the file holds, not decoded yet, or what is wrong with the file. */
export async function readChecked(file: Uint8Array): Promise<Checked> {
  if (file.length > MOST_BYTES) return { ok: false, problem: "not_ours" };
  const bytes = asWritten(file);
  const problem = await problemOf(bytes);
  if (problem) return { ok: false, problem };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { ok: true, content: JSON.parse(text) };
  } catch {
    return { ok: false, problem: "changed" };
  }
}

async function problemOf(bytes: Bytes): Promise<FileProblem | null> {
  const start = latin(bytes.subarray(0, LONGEST_HEAD));
  if (BEGINNING.startsWith(start)) return "cut";
  if (!start.startsWith(BEGINNING)) return "not_ours";
  const head = HEAD.exec(start);
  const tail = TAIL.exec(latin(bytes.subarray(-TAIL_BYTES)));
  const size = Number(head?.[2]);
  const isShort = head ? bytes.length < size : bytes.length < LONGEST_HEAD;
  if (!tail && isShort) return "cut";
  if (!head || !tail || size !== bytes.length) return "changed";
  const hashed = bytes.slice(0, bytes.length - CHECK_END);
  if (toHex(await sha256(hashed)) !== tail[1]) return "changed";
  return Number(head[1]) > VERSION ? "too_new" : null;
}

// What mail and editors do to a file of text: a mark at its beginning, two signs for each new line, space at its end.
function asWritten(file: Uint8Array): Bytes {
  const start = MARK.every((byte, at) => file[at] === byte) ? MARK.length : 0;
  let end = file.length;
  while (end > start && [TAB, NEW_LINE, RETURN, SPACE].includes(file[end - 1] ?? 0)) end -= 1;
  return new Uint8Array(file.subarray(start, end).filter((byte) => byte !== RETURN));
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
