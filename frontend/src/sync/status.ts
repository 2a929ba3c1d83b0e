// What the sync engine is doing, in words that a screen can say. Holds no secret and no text of anybody's.
import type { ErrorCode } from "../protocol/api";
import type { NoticeCode } from "../storage/schema";

export type Phase = "idle" | "sending" | "offline" | "backing-off";

/** Something the person should know: the server lost entries and this phone put them back, or an entry was not what it claims. */
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
  /** Entries written into on this phone that were not seen on the server so, over all logs that it lets this phone into. */
  waiting: number;
  /** ISO 8601 instant of the last full round: all sent and seen there, every chain verified to its head. Null before the first. */
  syncedAt: string | null;
  /** For a minute or more the server was there, and no round could be completed. */
  isStuck: boolean;
  /** Why sending stands still, when it is not for want of a network. */
  problem: Problem | null;
  notices: Notice[];
  progress: Progress[];
  /** Logs of which this phone has all that the server had when they last spoke. A log not yet asked for is not among them. */
  fetched: string[];
  /** Logs of others that the server does not let this phone into now. `wasIn`: it did once. */
  shutOut: { log: string; wasIn: boolean }[];
};

export interface StatusSource {
  current(): SyncStatus;
  subscribe(listener: (status: SyncStatus) => void): () => void;
  dismiss(notice: Notice): Promise<void>;
}
