// What an exchange works with and how its steps end.
import type { ErrorCode, Failure, LogApi } from "../protocol/api";
import type { Hash } from "../protocol/chain";
import type { Envelope } from "../protocol/envelope";
import type { ServerLog } from "../storage/serverLog";
import type { UpdateLog } from "../storage/updateLog";
import type { Pace } from "./pace";

export type ExchangeParts = {
  log: UpdateLog;
  server: ServerLog;
  api: LogApi;
  hash: Hash;
  /** Whether the envelope was signed by the device that it names. Tells nothing of what is in it. */
  isSigned: (envelope: Envelope) => Promise<boolean>;
  now: () => string;
  pace: Pace;
  onProgress: (log: string, have: number, total: number) => void;
};
/**
 * What the server must not do is a failure of its own, like its error codes: a page that contradicts itself, an entry that it
 * says it has and does not give back. Being shut out is nobody's failure.
 */
export type ExchangeFailure = Omit<Failure, "code"> & {
  code: ErrorCode | "broken_chain" | "not_given_back" | "shut_out";
};
export type Exchanged = { ok: true } | ExchangeFailure;
/** "moved": something went over, look for more. "again": the log changed under this step, start over. "done": nothing left. */
export type Step = "moved" | "again" | "done" | ExchangeFailure;

export function failed(code: ExchangeFailure["code"]): ExchangeFailure {
  return { ok: false, code, retryAfter: null, details: {} };
}
