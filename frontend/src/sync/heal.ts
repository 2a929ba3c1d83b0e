// Making this phone known to the server, and putting back what the server lost (docs/protocol.md section 3).
// The server's list of hashes is the truth about what it holds; the phone's rows are the truth about what was written.
import type { Answer, Failure } from "../protocol/api";
import { fromHex, toHex } from "../protocol/bytes";
import { chainOver } from "../protocol/chain";
import type { LogRecord } from "../storage/schema";
import type { Credentials, ExchangeParts, Step } from "./exchangeParts";

type Loss = "server_lost_entries" | "server_rolled_back";

/** Makes the log and this device's grant known; both calls may be repeated. A log that had to be made anew has lost its entries. */
export async function introduce(parts: ExchangeParts, record: LogRecord, credentials: Credentials): Promise<Step> {
  const created = await parts.api.createLog(record.log, credentials.ownerToken);
  if (!created.ok) return created;
  const granted = await giveGrant(parts, record.log, credentials);
  if (!granted.ok) return granted;
  const { incarnation } = created.value;
  if (record.incarnation !== null && record.incarnation !== incarnation) {
    return heal(parts, record, credentials, "server_lost_entries");
  }
  await parts.log.patch(record.log, () => ({ incarnation }));
  return "again";
}

/** After a 404: the log is gone, or only this device's grant. Making both again tells which. */
export async function reintroduce(parts: ExchangeParts, record: LogRecord, credentials: Credentials): Promise<Step> {
  const step = await introduce(parts, record, credentials);
  if (step !== "again") return step;
  const check = await parts.api.pull(record.log, credentials.deviceToken, record.cursor);
  return check.ok ? "again" : check;
}

/** The server's past is not what this device had verified. Every device must notice, so the log gets a new incarnation. */
export async function startOver(
  parts: ExchangeParts,
  record: LogRecord,
  credentials: Credentials,
  headSeq: number | null,
): Promise<Step> {
  if (record.incarnation === null) return "again";
  const seen = headSeq ?? (await headOf(parts, record, credentials));
  if (typeof seen !== "number") return seen;
  const renewed = await parts.api.newIncarnation(record.log, credentials.deviceToken, record.incarnation, seen);
  if (!renewed.ok && renewed.code === "head_moved") return "again";
  if (!renewed.ok && renewed.code !== "wrong_incarnation") return renewed;
  return heal(parts, record, credentials, "server_rolled_back");
}

export async function heal(
  parts: ExchangeParts,
  record: LogRecord,
  credentials: Credentials,
  loss: Loss,
): Promise<Step> {
  const { log } = record;
  const hashes: string[] = [];
  for (;;) {
    const page = await parts.api.hashes(log, credentials.deviceToken, hashes.length);
    if (!page.ok) return page;
    const { incarnation, head } = page.value;
    hashes.push(...page.value.hashes);
    if (hashes.length >= head.seq) {
      await parts.server.heal(log, incarnation, hashes, await chainOver(parts.hash, hashes));
      await parts.log.addNotice(log, { code: loss, count: 1, at: parts.now() });
      return "again";
    }
    if (page.value.hashes.length === 0) return { ok: false, code: "unreadable_answer", retryAfter: null, details: {} };
  }
}

async function giveGrant(parts: ExchangeParts, log: string, credentials: Credentials): Promise<Answer<null>> {
  const tokenHash = toHex(await parts.hash(fromHex(credentials.deviceToken)));
  return parts.api.grant(log, credentials.ownerToken, credentials.device, tokenHash);
}

async function headOf(parts: ExchangeParts, record: LogRecord, credentials: Credentials): Promise<number | Failure> {
  const pulled = await parts.api.pull(record.log, credentials.deviceToken, record.cursor);
  return pulled.ok ? pulled.value.head.seq : pulled;
}
