// The server's hash chain over a log (docs/protocol.md section 3). The hash itself comes in as an argument.
import { ascii, concat, fromHex, toHex } from "./bytes";
import { ZERO_HASH } from "./envelope";

export type Hash = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

const DOMAIN = concat(ascii("second-look/chain/v1"), Uint8Array.of(0));

export async function nextChain(hash: Hash, chain: string, entryHash: string): Promise<string> {
  return toHex(await hash(concat(DOMAIN, fromHex(chain), fromHex(entryHash))));
}

/** The chain hashes after each of `entryHashes`, starting from `from`. */
export async function chainOver(hash: Hash, entryHashes: string[], from = ZERO_HASH): Promise<string[]> {
  const chain: string[] = [];
  let last = from;
  for (const entryHash of entryHashes) {
    last = await nextChain(hash, last, entryHash);
    chain.push(last);
  }
  return chain;
}
