// What an exchange works with, and how its steps end.
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
  /** Whether the envelope was signed by the device that it names. Says nothing about its content. */
  isSigned: (envelope: Envelope) => Promise<boolean>;
  /** Why an entry of the log cannot be opened with the keys on this phone; null when it can. */
  sealFinding: (log: string, envelope: Uint8Array) => Promise<Finding | null>;
  /** Whether the phone has space beyond what is reserved for its owner's own words. */
  hasSpaceForOthers: () => Promise<boolean>;
  /** How many bytes this exchange has passed over so far. */
  passedOver: { bytes: number };
  now: () => string;
  batchSize: BatchSize;
  onProgress: (log: string, have: number, total: number) => void;
};
/**
 * What the server must not do is a failure with its own code, like those the server names: a page that contradicts
 * itself, an entry that it claims to have and does not give back, too many entries that are not kept. Being shut out is
 * no error.
 */
export type ExchangeFailure = Omit<Failure, "code"> & { code: Problem | "shut_out" };
export type Exchanged = { ok: true } | ExchangeFailure;
/** "moved": something was moved, look for more. "again": the log has changed, start over. "done": nothing left. */
export type Step = "moved" | "again" | "done" | ExchangeFailure;

export function failed(code: ExchangeFailure["code"]): ExchangeFailure {
  return { ok: false, code, retryAfter: null, details: {} };
}
