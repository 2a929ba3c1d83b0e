// What the sync engine is doing, in codes that a screen can put into words. Holds no secret and nothing typed.
import type { ErrorCode } from "../protocol/api";
import type { NoticeCode } from "../storage/schema";

export type Phase = "idle" | "sending" | "offline" | "backing-off";

/** Something the person should know: lost entries were put back on the server, or an entry was not what it claimed. */
export type Notice = {
  log: string;
  code: NoticeCode;
  count: number;
  at: string;
};

/** A pull under way: `have` of `total` entries of one log. */
export type Progress = { log: string; have: number; total: number };

/** `not_ours`: the server refuses the owner token of a log that is the person's own. */
export type Problem =
  | ErrorCode
  | "broken_chain"
  | "not_given_back"
  | "passed_over"
  | "no_space_for_others"
  | "not_ours";

export type SyncStatus = {
  phase: Phase;
  /** How many entries written into here were not seen like that on the server, over all logs that let this phone in. */
  waiting: number;
  /** ISO 8601 instant of the last full round: all sent and seen there, every chain verified to its head; or null. */
  syncedAt: string | null;
  /** The server was there for a minute or more, and no round could be completed. */
  isStuck: boolean;
  /** Why nothing is sent, when the cause is not a missing network. */
  problem: Problem | null;
  notices: Notice[];
  progress: Progress[];
  /** Logs of which this phone has all that the server had at the last exchange. A log not yet asked for is left out. */
  fetched: string[];
  /** Logs of others that the server does not let this phone into now. `wasIn`: it once did. */
  shutOut: { log: string; wasIn: boolean }[];
};

export interface StatusSource {
  current(): SyncStatus;
  subscribe(listener: (status: SyncStatus) => void): () => void;
  dismiss(notice: Notice): Promise<void>;
}
