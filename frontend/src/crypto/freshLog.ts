// Where a case goes when somebody else has taken its log: a token, an id and a key of which every phone of the keyring makes
// the same, with nothing to agree on (docs/protocol.md section 2). The server knows the owner's token and a companion the
// case's key, but neither knows the keyring's.
import { ascii, concat, fromHex, toHex } from "../protocol/bytes";
import { logIdOf } from "./logId";
import { hkdf } from "./primitives";

export type FreshLog = { id: string; ownerToken: string; key: string };

export async function freshLog(keyringKey: string, log: string, ownerToken: string): Promise<FreshLog> {
  const secret = concat(fromHex(keyringKey), fromHex(ownerToken));
  const made = async (name: string) => toHex(await hkdf(secret, concat(ascii(name), fromHex(log)), 32));
  const [token, key] = await Promise.all([made("second-look/fresh-token/v1"), made("second-look/fresh-key/v1")]);
  return { id: await logIdOf(token), ownerToken: token, key };
}
