// Makes this phone known to the server, and puts back what the server lost (docs/protocol.md section 3). The server's
// list of hashes is the truth about what it holds; the phone's rows are the truth about what was written.
import type { Answer, Credentials, Failure, Hashes, LogState } from "../protocol/api";
import { fromHex, toHex } from "../protocol/bytes";
import { chainOver } from "../protocol/chain";
import { ZERO_HASH } from "../protocol/envelope";
import type { LogRecord } from "../storage/schema";
import { type ExchangeFailure, type ExchangeParts, failed, type Step } from "./exchangeParts";

// More than any server lets a log have. Without a limit, a server that claims more would be asked for hashes for ever.
const MOST_ENTRIES = 400_000;

type Loss = "server_lost_entries" | "server_rolled_back";

/** Makes the log and this device's grant known; may be repeated. A log that had to be remade has lost its entries. */
export async function introduce(parts: ExchangeParts, record: LogRecord, credentials: Credentials): Promise<Step> {
  const known = await (credentials.ownerToken === null
    ? askIn(parts, record, credentials)
    : makeKnown(parts, record.log, credentials, credentials.ownerToken));
  if (!known.ok) {
    // The writer of the other keyring may claim anything: nothing of this person's own is affected.
    if (known.code === "not_ours" && credentials.isSecond) return shutOut(parts, record);
    if (known.code === "not_ours") await parts.log.patch(record.log, () => ({ notOurs: true }));
    return known;
  }
  const { incarnation } = known.value;
  if (record.incarnation !== null && record.incarnation !== incarnation) {
    return heal(parts, record, credentials, "server_lost_entries");
  }
  await parts.log.patch(record.log, () => ({ incarnation, notOurs: false }));
  return "again";
}

/** After a 404: the log is gone, or only this device's grant. Making both again tells which; a companion cannot. */
export async function reintroduce(parts: ExchangeParts, record: LogRecord, credentials: Credentials): Promise<Step> {
  const step = await introduce(parts, record, credentials);
  if (step !== "again") return step;
  const check = await parts.api.pull(record.log, credentials.deviceToken, record.cursor, 1);
  return check.ok ? "again" : check;
}

/** The server's past is not what this device verified. Every device must notice, so the log gets a new incarnation. */
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
  const listed = await allHashes(parts, record.log, credentials.deviceToken);
  if (listed === "again" || "ok" in listed) return listed;
  const chains = await chainOver(parts.hash, listed.hashes);
  if ((chains.at(-1) ?? ZERO_HASH) !== listed.head.hash) return failed("broken_chain");
  const { incarnation, hashes } = listed;
  await parts.syncLog.heal(record.log, { incarnation, hashes, chains }, { code: loss, count: 1, at: parts.now() });
  return "again";
}

/** Every hash of one incarnation up to one head; "again" when the log changed between two pages. */
async function allHashes(
  parts: ExchangeParts,
  log: string,
  token: string,
): Promise<Hashes | "again" | ExchangeFailure> {
  const first = await parts.api.hashes(log, token, 0);
  if (!first.ok) return first;
  const { incarnation, head } = first.value;
  const hashes = [...first.value.hashes];
  if (head.seq > MOST_ENTRIES) return failed("unreadable_answer");
  while (hashes.length < head.seq) {
    const page = await parts.api.hashes(log, token, hashes.length);
    if (!page.ok) return page;
    if (page.value.incarnation !== incarnation || page.value.head.hash !== head.hash) return "again";
    if (page.value.hashes.length === 0) return failed("unreadable_answer");
    for (const hash of page.value.hashes) hashes.push(hash);
  }
  return hashes.length === head.seq ? { incarnation, head, hashes } : failed("unreadable_answer");
}

async function makeKnown(
  parts: ExchangeParts,
  log: string,
  { device, deviceToken }: Credentials,
  ownerToken: string,
): Promise<Answer<LogState> | ExchangeFailure> {
  const created = await parts.api.createLog(log, ownerToken);
  // Somebody else owns it, or the server lost it and its random id proves nothing: see docs/protocol.md section 2.
  if (!created.ok) return created.code === "not_found" ? failed("not_ours") : created;
  const tokenHash = toHex(await parts.hash(fromHex(deviceToken)));
  const granted = await parts.api.grant(log, ownerToken, { device, role: "owner", tokenHash });
  return granted.ok ? created : granted;
}

async function askIn(
  parts: ExchangeParts,
  record: LogRecord,
  credentials: Credentials,
): Promise<{ ok: true; value: LogState } | ExchangeFailure> {
  const asked = await parts.api.pull(record.log, credentials.deviceToken, record.cursor, 1);
  return asked.ok || asked.code !== "not_found" ? asked : shutOut(parts, record);
}

async function shutOut(parts: ExchangeParts, record: LogRecord): Promise<ExchangeFailure> {
  if (!record.shutOut) await parts.log.patch(record.log, () => ({ shutOut: true }));
  return failed("shut_out");
}

async function headOf(parts: ExchangeParts, record: LogRecord, credentials: Credentials): Promise<number | Failure> {
  const pulled = await parts.api.pull(record.log, credentials.deviceToken, record.cursor, 1);
  return pulled.ok ? pulled.value.head.seq : pulled;
}
