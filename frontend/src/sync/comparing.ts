// Compares the bytes on the server's disk with this phone's own, now and then: what rotted there since nobody would see before a new phone
// asks for it. What differs is said and put back, byte for byte. Once a day a log, one page at a time, in few calls however much
// the server says is damaged; what it says is never a reason to write an entry, or to begin a new incarnation.
import type { Credentials, ErrorCode } from "../protocol/api";
import type { Looks } from "../storage/looks";
import type { LogRecord, NoticeCode } from "../storage/schema";
import type { ExchangeParts } from "./exchangeParts";

export type ComparingParts = Pick<ExchangeParts, "api" | "log" | "now"> & { looks: Looks };
type Looked = NonNullable<LogRecord["looked"]>;

// Less than a day, so that a phone which is switched on at the same hour every day looks every day.
const REST_MS = 20 * 3_600_000;
const MOST_CALLS = 10;
/** The server's last word: it does not take them from this phone. Anything else may go better the next time. */
const REFUSED: ErrorCode[] = ["bad_envelope", "read_only"];

export function isDue(record: LogRecord, now: string): boolean {
  const isThere = record.incarnation !== null && !record.shutOut && record.cursor > 0;
  return isThere && begun(record.looked, now).calls < MOST_CALLS;
}

/** Looks at the next page of one log, and puts back what differs. */
export async function compare(parts: ComparingParts, record: LogRecord, credentials: Credentials): Promise<void> {
  const { log, incarnation } = record;
  const looked = begun(record.looked, parts.now());
  const token = credentials.deviceToken;
  const asked = { ...looked, calls: looked.calls + 1 };
  const listed = await parts.api.hashes(log, token, looked.seq, "bytes");
  await parts.looks.note(log, asked);
  if (!listed.ok || incarnation === null || listed.value.incarnation !== incarnation) return;
  const { rows, upTo } = await parts.looks.differing(log, looked.seq, listed.value.hashes);
  if (rows.length > 0) {
    asked.calls += 1;
    const envelopes = rows.map(({ envelope }) => envelope);
    const put = await parts.api.putBack(log, token, incarnation, envelopes);
    const code = put.ok ? "server_damaged" : REFUSED.includes(put.code) ? "server_still_damaged" : null;
    if (code === null) return parts.looks.note(log, asked);
    await say(parts, log, code, rows.length);
  }
  const isThrough = upTo >= record.cursor || listed.value.hashes.length === 0;
  await parts.looks.note(log, isThrough ? { ...asked, seq: 0, calls: MOST_CALLS } : { ...asked, seq: upTo });
}

/** Where to go on. A clock that was set back makes nobody wait. */
function begun(looked: Looked | undefined, now: string): Looked {
  if (!looked) return { at: now, seq: 0, calls: 0 };
  const rested = Date.parse(now) - Date.parse(looked.at);
  return rested >= 0 && rested < REST_MS ? looked : { at: now, seq: looked.seq, calls: 0 };
}

async function say(parts: ComparingParts, log: string, code: NoticeCode, count: number): Promise<void> {
  await parts.log.addNotice(log, { code, count, at: parts.now() });
}
