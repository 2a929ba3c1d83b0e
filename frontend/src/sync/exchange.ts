// One log's exchange with the server: be known there, push, pull, and heal when the server lost entries. It moves bytes
// that it cannot read. Every step may be repeated; a failure ends the exchange and the next one starts where it stood.
import type { Failure, Finding, Pulled } from "../protocol/api";
import { toHex } from "../protocol/bytes";
import { chainOver, type Hash } from "../protocol/chain";
import { parseEnvelope } from "../protocol/envelope";
import type { LogRecord, Row } from "../storage/schema";
import type { PulledRow } from "../storage/serverLog";
import type { Credentials, Exchanged, ExchangeParts, Step } from "./exchangeParts";
import { heal, introduce, reintroduce, startOver } from "./heal";

const PUSH_ENTRIES = 200;
const PUSH_BYTES = 700_000;
// A server that keeps changing its mind is left alone until the next wake.
const MAX_RESTARTS = 6;

export async function exchangeLog(parts: ExchangeParts, log: string, credentials: Credentials): Promise<Exchanged> {
  for (let restarts = 0; restarts < MAX_RESTARTS; ) {
    const record = await parts.log.record(log);
    const step = record ? await nextStep(parts, record, credentials) : "done";
    if (step === "done") return { ok: true };
    if (typeof step !== "string") return step;
    if (step === "again") restarts += 1;
  }
  return { ok: false, code: "head_moved", retryAfter: null, details: {} };
}

async function nextStep(parts: ExchangeParts, record: LogRecord, credentials: Credentials): Promise<Step> {
  if (record.incarnation === null) return introduce(parts, record, credentials);
  const pushed = record.cloned ? null : await pushPending(parts, record, record.incarnation, credentials);
  return pushed ?? (await pullPage(parts, record, credentials));
}

async function pushPending(
  parts: ExchangeParts,
  record: LogRecord,
  incarnation: string,
  credentials: Credentials,
): Promise<Step | null> {
  const batch = within(await parts.log.pending(record.log, PUSH_ENTRIES), PUSH_BYTES);
  if (batch.length === 0) return null;
  const envelopes = batch.map((row) => row.envelope);
  const pushed = await parts.api.push(record.log, credentials.deviceToken, incarnation, envelopes);
  if (!pushed.ok) return refused(parts, record, credentials, pushed);
  const { seqs } = pushed.value;
  if (seqs.length !== batch.length) return { ok: false, code: "unreadable_answer", retryAfter: null, details: {} };
  const acknowledged = batch.map((row, at) => ({ n: row.n, seq: seqs[at] ?? 0 }));
  await parts.server.acknowledge(record.log, acknowledged, parts.now());
  return "moved";
}

async function pullPage(parts: ExchangeParts, record: LogRecord, credentials: Credentials): Promise<Step> {
  const pulled = await parts.api.pull(record.log, credentials.deviceToken, record.cursor);
  if (!pulled.ok) return refused(parts, record, credentials, pulled);
  const { incarnation, afterHash, head } = pulled.value;
  if (incarnation !== record.incarnation) return heal(parts, record, credentials, "server_lost_entries");
  if (head.seq < record.cursor || afterHash !== record.cursorHash)
    return startOver(parts, record, credentials, head.seq);
  const rows = await rowsOf(parts.hash, record, pulled.value.entries);
  if (!isWhole(record, rows, pulled.value)) return refusePage(parts, record);
  const cursor = rows.at(-1)?.seq ?? record.cursor;
  const page = { incarnation, from: record.cursor, rows, serverHead: head.seq, at: parts.now() };
  const stored = await parts.server.store(record.log, page);
  if (stored.outcome === "stale") return "again";
  await report(parts, record.log, stored.findings);
  parts.onProgress(record.log, cursor, head.seq);
  return cursor === head.seq ? "done" : "moved";
}

async function rowsOf(hash: Hash, record: LogRecord, entries: Pulled["entries"]): Promise<PulledRow[]> {
  const hashes = await Promise.all(entries.map(async ({ envelope }) => toHex(await hash(new Uint8Array(envelope)))));
  const chains = await chainOver(hash, hashes, record.cursorHash);
  return entries.map(({ seq, envelope }, at) => {
    const header = parseEnvelope(envelope)?.header ?? null;
    const ours = header !== null && header.log === record.log ? header : null;
    return { seq, envelope, hash: hashes[at] ?? "", chain: chains[at] ?? "", header: ours };
  });
}

// Seqs without a gap from the cursor on, something on every page short of the head, and the head's own hash at its end.
function isWhole(record: LogRecord, rows: PulledRow[], { head }: Pulled): boolean {
  const end = rows.at(-1) ?? { seq: record.cursor, chain: record.cursorHash };
  if (rows.some((row, at) => row.seq !== record.cursor + 1 + at) || end.seq > head.seq) return false;
  return end.seq === head.seq ? end.chain === head.hash : rows.length > 0;
}

async function refusePage(parts: ExchangeParts, record: LogRecord): Promise<Step> {
  await report(parts, record.log, ["broken_chain"]);
  return { ok: false, code: "broken_chain", retryAfter: null, details: {} };
}

async function report(parts: ExchangeParts, log: string, findings: Finding[]): Promise<void> {
  for (const code of findings) await parts.log.addNotice(log, { code, count: 1, at: parts.now() });
}

async function refused(
  parts: ExchangeParts,
  record: LogRecord,
  credentials: Credentials,
  failure: Failure,
): Promise<Step> {
  switch (failure.code) {
    case "not_found":
      return reintroduce(parts, record, credentials);
    case "wrong_incarnation":
      return heal(parts, record, credentials, "server_lost_entries");
    case "counter_gap":
      return startOver(parts, record, credentials, null);
    case "counter_conflict":
      await parts.log.patch(record.log, () => ({ cloned: true }));
      return "again";
    default:
      return failure;
  }
}

function within(rows: Row[], bytes: number): Row[] {
  let sum = 0;
  const end = rows.findIndex((row, at) => {
    sum += row.envelope.length;
    return at > 0 && sum > bytes;
  });
  return end === -1 ? rows : rows.slice(0, end);
}
