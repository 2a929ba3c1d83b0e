// Compares the bytes on the server's disk with this phone's own now and then: rot there would go unnoticed until a new
// phone asks for it. Entries that differ are put back byte for byte, with a notice. Once a day for each log, one page
// at a time, in few calls however much the server says is damaged. What the server says is never a reason to write a
// new entry or to begin a new incarnation.
import type { Credentials, ErrorCode } from "../protocol/api";
import type { LogRecord, NoticeCode } from "../storage/schema";
import type { ScrubStore } from "../storage/scrubStore";
import type { ExchangeParts } from "./exchangeParts";

export type ScrubParts = Pick<ExchangeParts, "api" | "log" | "now"> & { scrubStore: ScrubStore };
type Scrubbed = NonNullable<LogRecord["scrubbed"]>;

// Less than a day, so that a phone that is switched on at the same hour every day scrubs every day.
const REST_MS = 20 * 3_600_000;
const MOST_CALLS = 10;
/** Final refusals: the server does not take entries from this phone. Anything else may succeed next time. */
const REFUSED: ErrorCode[] = ["bad_envelope", "read_only"];

export function isScrubDue(record: LogRecord, now: string): boolean {
  const isThere = record.incarnation !== null && !record.shutOut && record.cursor > 0;
  return isThere && begun(record.scrubbed, now).calls < MOST_CALLS;
}

/** Compares the next page of one log, and puts back what differs. */
export async function scrub(parts: ScrubParts, record: LogRecord, credentials: Credentials): Promise<void> {
  const { log, incarnation } = record;
  const scrubbed = begun(record.scrubbed, parts.now());
  const token = credentials.deviceToken;
  const asked = { ...scrubbed, calls: scrubbed.calls + 1 };
  const listed = await parts.api.hashes(log, token, scrubbed.seq, "bytes");
  await parts.scrubStore.noteScrubbed(log, asked);
  if (!listed.ok || incarnation === null || listed.value.incarnation !== incarnation) return;
  const { rows, upTo } = await parts.scrubStore.differing(log, scrubbed.seq, listed.value.hashes);
  if (rows.length > 0) {
    asked.calls += 1;
    const envelopes = rows.map(({ envelope }) => envelope);
    const put = await parts.api.putBack(log, token, incarnation, envelopes);
    const code = put.ok ? "server_damaged" : REFUSED.includes(put.code) ? "server_still_damaged" : null;
    if (code === null) return parts.scrubStore.noteScrubbed(log, asked);
    await say(parts, log, code, rows.length);
  }
  const isThrough = upTo >= record.cursor || listed.value.hashes.length === 0;
  await parts.scrubStore.noteScrubbed(
    log,
    isThrough ? { ...asked, seq: 0, calls: MOST_CALLS } : { ...asked, seq: upTo },
  );
}

/** Where to continue. A clock that was set back must not make the scrub wait. */
function begun(scrubbed: Scrubbed | undefined, now: string): Scrubbed {
  if (!scrubbed) return { at: now, seq: 0, calls: 0 };
  const rested = Date.parse(now) - Date.parse(scrubbed.at);
  return rested >= 0 && rested < REST_MS ? scrubbed : { at: now, seq: scrubbed.seq, calls: 0 };
}

async function say(parts: ScrubParts, log: string, code: NoticeCode, count: number): Promise<void> {
  await parts.log.addNotice(log, { code, count, at: parts.now() });
}
