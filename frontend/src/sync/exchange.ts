// One log's exchange with the server: introduce it, pull, push, pull what came meanwhile; heal when the server lost
// entries. Moves bytes that it cannot read. Every step may be repeated: a failure ends the exchange, and the next one
// continues there. Pulling comes first, so that nothing is pushed on top of a past that this device has not verified.
import type { Credentials, Failure, Pulled, Pushed } from "../protocol/api";
import { saying } from "../storage/localLog";
import type { StoredPage } from "../storage/pulledPage";
import type { LogRecord, Row } from "../storage/schema";
import type { PulledRow } from "../storage/verify";
import { type Exchanged, type ExchangeFailure, type ExchangeParts, failed, type Step } from "./exchangeParts";
import { heal, introduce, reintroduce, startOver } from "./heal";
import { readPage } from "./readPage";
import { refetchRotten } from "./refetchRotten";

// A server that keeps changing its answers is left alone until the next wake.
const MAX_RESTARTS = 6;
// A server may send more than a phone can take: after this many bytes that are not kept, it is asked again later.
const MOST_PASSED_OVER = 4_000_000;

export async function exchangeLog(parts: ExchangeParts, log: string, credentials: Credentials): Promise<Exchanged> {
  const received = await repeat(parts, log, credentials, pullPage);
  if (!received.ok && !isPause(received)) return received;
  const sent = await repeat(parts, log, credentials, pushPending);
  const last = received.ok ? await repeat(parts, log, credentials, pullPage) : received;
  if (!sent.ok || !last.ok) return sent.ok ? last : sent;
  // A row counts as sent once it was seen again. A server that took it and does not show it has failed.
  await refetchRotten(parts, log, credentials.deviceToken);
  const end = await parts.syncLog.endRound(log, parts.now());
  return end === "unseen" ? failed("not_given_back") : { ok: true };
}

// Pulling has to wait. What was pulled is verified, so the person's own words can be pushed on top of it.
function isPause({ code }: ExchangeFailure): boolean {
  return code === "passed_over" || code === "no_space_for_others";
}

type Part = (parts: ExchangeParts, record: Known, credentials: Credentials) => Promise<Step>;
/** A log that the server knows, as far as this phone can tell. */
type Known = LogRecord & { incarnation: string };

async function repeat(parts: ExchangeParts, log: string, credentials: Credentials, part: Part): Promise<Exchanged> {
  for (let restarts = 0; restarts < MAX_RESTARTS; ) {
    const record = await parts.log.record(log);
    // If the log has a new device meanwhile, the next exchange uses that device's credentials.
    if (!record || record.device !== credentials.device) return { ok: true };
    const step = isKnown(record) ? await part(parts, record, credentials) : await introduce(parts, record, credentials);
    if (step === "done") return { ok: true };
    if (typeof step !== "string") return step;
    if (step === "again") restarts += 1;
  }
  return failed("head_moved");
}

async function pushPending(parts: ExchangeParts, record: Known, credentials: Credentials): Promise<Step> {
  const waiting = record.cloned ? [] : await parts.log.toSend(record.log, parts.batchSize.entries());
  const batch = within(waiting, parts.batchSize.bytes());
  if (batch.length === 0) return "done";
  const envelopes = batch.map((row) => row.envelope);
  const pushed = await parts.api.push(record.log, credentials.deviceToken, record.incarnation, envelopes);
  if (!pushed.ok) return refused(parts, record, credentials, pushed, batch.length);
  const { seqs } = pushed.value;
  if (seqs.length !== batch.length) return failed("unreadable_answer");
  if (!isPossible(record, pushed.value)) return failed("not_given_back");
  parts.batchSize.grow();
  await parts.syncLog.claim(
    record.log,
    batch.map((row, at) => ({ n: row.n, seq: seqs[at] ?? 0 })),
  );
  return "moved";
}

// What was pushed is not in the chain up to the cursor, so its place must be after it, in the order sent, and no later
// than the head.
function isPossible(record: Known, { seqs, head }: Pushed): boolean {
  const places = [record.cursor, ...seqs];
  return places.every((seq, at) => at === 0 || seq > (places[at - 1] ?? 0)) && (seqs.at(-1) ?? 0) <= head.seq;
}

async function pullPage(parts: ExchangeParts, record: Known, credentials: Credentials): Promise<Step> {
  const limit = parts.batchSize.entries();
  const pulled = await parts.api.pull(record.log, credentials.deviceToken, record.cursor, limit);
  if (!pulled.ok) return refused(parts, record, credentials, pulled, limit);
  parts.batchSize.grow();
  if (record.shutOut) await parts.log.patch(record.log, () => ({ shutOut: false }));
  const { incarnation, afterHash, head, entries } = pulled.value;
  if (entries.length > limit) return failed("unreadable_answer");
  if (incarnation !== record.incarnation) return heal(parts, record, credentials, "server_lost_entries");
  if (head.seq < record.cursor || afterHash !== record.cursorHash)
    return startOver(parts, record, credentials, head.seq);
  const rows = await readPage(parts, record, credentials.deviceToken, entries);
  if (rows === null || !isWhole(record, rows, pulled.value)) return refusePage(parts, record);
  const hasSpace = rows.length === 0 || (await parts.hasSpaceForOthers());
  const page = { incarnation, from: record.cursor, rows, serverHead: head.seq, hasSpace, at: parts.now() };
  const stored = await parts.syncLog.store(record.log, page);
  switch (stored.outcome) {
    case "contradicted":
      return startOver(parts, record, credentials, head.seq);
    case "stale":
      return "again";
    case "no_space":
      return pause(parts, record.log, "no_space_for_others");
    case "stored":
      return goneOver(parts, record.log, rows.at(-1)?.seq ?? record.cursor, head.seq, stored);
  }
}

async function goneOver(
  parts: ExchangeParts,
  log: string,
  cursor: number,
  head: number,
  { missed, passedOver }: StoredPage,
): Promise<Step> {
  parts.onProgress(log, cursor, head);
  if (missed > 0) return failed("not_given_back");
  parts.passedOver.bytes += passedOver;
  if (parts.passedOver.bytes > MOST_PASSED_OVER) return pause(parts, log, "passed_over");
  return cursor === head ? "done" : "moved";
}

// No gap in the seqs after the cursor, no empty page short of the head, and the head's own hash at its end.
function isWhole(record: Known, rows: PulledRow[], { head }: Pulled): boolean {
  const end = rows.at(-1) ?? { seq: record.cursor, chain: record.cursorHash };
  if (rows.some((row, at) => row.seq !== record.cursor + 1 + at) || end.seq > head.seq) return false;
  return end.seq === head.seq ? end.chain === head.hash : rows.length > 0;
}

async function refusePage(parts: ExchangeParts, record: Known): Promise<Step> {
  const notice = { code: "broken_chain" as const, count: 1, at: parts.now() };
  await parts.log.patch(record.log, (known) => ({
    ...saying(notice)(known),
    brokenExchanges: (known.brokenExchanges ?? 0) + 1,
  }));
  return failed("broken_chain");
}

async function pause(parts: ExchangeParts, log: string, code: "passed_over" | "no_space_for_others"): Promise<Step> {
  await parts.log.addNotice(log, { code, count: 1, at: parts.now() });
  return failed(code);
}

async function refused(
  parts: ExchangeParts,
  record: Known,
  credentials: Credentials,
  failure: Failure,
  asked: number,
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
      return "done";
    case "too_large":
    case "too_many":
      parts.batchSize.shrink();
      return asked > 1 ? "moved" : failure;
    case "timed_out":
      parts.batchSize.shrink();
      return failure;
    default:
      return failure;
  }
}

function isKnown(record: LogRecord): record is Known {
  return record.incarnation !== null;
}

function within(rows: Row[], bytes: number): Row[] {
  let sum = 0;
  const end = rows.findIndex((row, at) => {
    sum += row.envelope.length;
    return at > 0 && sum > bytes;
  });
  return end === -1 ? rows : rows.slice(0, end);
}
