// What one page from the server says: each entry's hash, the chain over them, who signed, whether it opens, and what
// the server's disk has damaged. It opens nothing itself.
import type { Pulled } from "../protocol/api";
import { toHex } from "../protocol/bytes";
import { chainOver } from "../protocol/chain";
import { parseEnvelope } from "../protocol/envelope";
import type { LogRecord } from "../storage/schema";
import type { PulledRow } from "../storage/verify";
import type { ExchangeParts } from "./exchangeParts";

type PulledEntry = Pulled["entries"][number];

// Damage in transit is gone when the entry is asked for again; damage on the disk is not.
const EXCHANGES_BEFORE_PASSING_OVER = 3;

/** The rows of a page; null when entries seem to be damaged and must be asked for again first. */
export async function readPage(
  parts: ExchangeParts,
  record: LogRecord,
  token: string,
  entries: PulledEntry[],
): Promise<PulledRow[] | null> {
  const read = await Promise.all(entries.map((entry) => readEntry(parts, record.log, entry)));
  const listed = read.every(({ signed }) => signed) ? [] : await listedHashes(parts, record, token);
  const rows = read.map((row, at) => {
    const hash = row.signed ? row.hash : (listed[at] ?? row.hash);
    return { ...row, hash, isRotten: hash !== row.hash };
  });
  if (rows.some(({ isRotten }) => isRotten) && (record.brokenExchanges ?? 0) < EXCHANGES_BEFORE_PASSING_OVER)
    return null;
  const hashes = rows.map(({ hash }) => hash);
  const chains = await chainOver(parts.hash, hashes, record.cursorHash);
  return rows.map((row, at) => ({ ...row, chain: chains[at] ?? "" }));
}

export async function readEntry(parts: ExchangeParts, log: string, { seq, envelope }: PulledEntry) {
  const hash = toHex(await parts.hash(new Uint8Array(envelope)));
  const parsed = parseEnvelope(envelope);
  const ours = parsed !== null && parsed.header.log === log ? parsed : null;
  const signed = ours !== null && (await parts.isSigned(ours));
  const sealFinding = signed ? await parts.sealFinding(log, envelope) : null;
  return { seq, envelope, hash, header: ours?.header ?? null, signed, sealFinding };
}

// A bit may have flipped on the server's disk: then its list still has the hash of what was written, and its chain
// continues from that.
async function listedHashes(parts: ExchangeParts, record: LogRecord, token: string): Promise<string[]> {
  const listed = await parts.api.hashes(record.log, token, record.cursor);
  return listed.ok && listed.value.incarnation === record.incarnation ? listed.value.hashes : [];
}
