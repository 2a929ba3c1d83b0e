// A log's id is derived from its owner token (docs/protocol.md section 2), so that nobody else can make the log when
// the server has lost it. Older ids are random, and recognised by their form; only the server knows which token owns
// those.
import { ascii, concat, fromHex, toHex } from "../protocol/bytes";
import { hkdf, randomBytes, sha256 } from "./primitives";

const DOMAIN = ascii("second-look/log-id/v1\0");
// A UUID of version 8; random ones are version 4.
const MADE_OF_A_TOKEN = /^.{12}8...[89ab]/;

/** The only id under which the holder of this token may make a log. Hex. */
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

/** Whether the form of the id says that it is derived from a token. */
export function isMadeOfToken(id: string): boolean {
  return MADE_OF_A_TOKEN.test(id);
}

/** False when the id is derived from another token. */
export async function mayOwn(id: string, ownerToken: string): Promise<boolean> {
  return !isMadeOfToken(id) || (await logIdOf(ownerToken)) === id;
}

// Where a case moves when somebody else has taken its log: a token, an id and a key that every phone of the keyring
// derives alike, without having to agree (docs/protocol.md section 2). The server knows the owner's token and a
// companion the case's key, but neither knows the keyring's key.
export type FreshLog = { id: string; ownerToken: string; key: string };

export async function freshLog(keyringKey: string, log: string, ownerToken: string): Promise<FreshLog> {
  const secret = concat(fromHex(keyringKey), fromHex(ownerToken));
  const made = async (name: string) => toHex(await hkdf(secret, concat(ascii(name), fromHex(log)), 32));
  const [token, key] = await Promise.all([made("second-look/fresh-token/v1"), made("second-look/fresh-key/v1")]);
  return { id: await logIdOf(token), ownerToken: token, key };
}
