// A log's id is made of its owner token (docs/protocol.md section 2), so that nobody else can make the log when the server has
// lost it. Ids from before that are random, and told apart by their form; which token may own those, only the server knows.
import { ascii, concat, fromHex, toHex } from "../protocol/bytes";
import { randomBytes, sha256 } from "./primitives";

const DOMAIN = ascii("second-look/log-id/v1\0");
// A UUID of version 8; a random one is of version 4.
const MADE_OF_A_TOKEN = /^.{12}8...[89ab]/;

/** The one id under which the holder of this token may make a log. Hex. */
export async function logIdOf(ownerToken: string): Promise<string> {
  const id = (await sha256(concat(DOMAIN, fromHex(ownerToken)))).subarray(0, 16);
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x80;
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80;
  return toHex(id);
}

/** A token and the id of a log that nobody has made yet. */
export async function newLogOfOwn(): Promise<{ log: string; ownerToken: string }> {
  const ownerToken = toHex(randomBytes(32));
  return { log: await logIdOf(ownerToken), ownerToken };
}

/** Whether the id says of itself that it is made of a token. */
export function isMadeOfToken(id: string): boolean {
  return MADE_OF_A_TOKEN.test(id);
}

/** False when the id is made of another token. */
export async function mayOwn(id: string, ownerToken: string): Promise<boolean> {
  return !isMadeOfToken(id) || (await logIdOf(ownerToken)) === id;
}
