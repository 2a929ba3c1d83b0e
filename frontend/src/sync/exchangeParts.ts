// What an exchange works with and how its steps end.
import type { Failure, Finding, LogApi } from "../protocol/api";
import type { Hash } from "../protocol/chain";
import type { Envelope } from "../protocol/envelope";
import type { LocalLog } from "../storage/localLog";
import type { SyncLog } from "../storage/syncLog";
import type { BatchSize } from "./batchSize";
import type { Problem } from "./status";

export type ExchangeParts = {
  log: LocalLog;
  syncLog: SyncLog;
  api: LogApi;
  hash: Hash;
  /** Whether the envelope was signed by the device that it names. Tells nothing of what is in it. */
  isSigned: (envelope: Envelope) => Promise<boolean>;
  /** What keeps an entry of the log from being opened with the keys that this phone has; null when nothing does. */
  sealFinding: (log: string, envelope: Uint8Array) => Promise<Finding | null>;
  /** Whether the phone has room beyond what it keeps free for its owner's own words. */
  hasSpaceForOthers: () => Promise<boolean>;
  /** What this exchange has passed over so far, in bytes. */
  passedOver: { bytes: number };
  now: () => string;
  batchSize: BatchSize;
  onProgress: (log: string, have: number, total: number) => void;
};
/**
 * What the server must not do is a failure of its own, like its error codes: a page that contradicts itself, an entry that it
 * says it has and does not give back, too much that is nobody's entry. Being shut out is nobody's failure.
 */
export type ExchangeFailure = Omit<Failure, "code"> & { code: Problem | "shut_out" };
export type Exchanged = { ok: true } | ExchangeFailure;
/** "moved": something went over, look for more. "again": the log changed under this step, start over. "done": nothing left. */
export type Step = "moved" | "again" | "done" | ExchangeFailure;

export function failed(code: ExchangeFailure["code"]): ExchangeFailure {
  return { ok: false, code, retryAfter: null, details: {} };
}
