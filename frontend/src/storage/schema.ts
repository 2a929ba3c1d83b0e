// What is stored on the phone: sealed rows, one record for each log, wrapped secrets, drafts of what is not a row yet,
// and sealed states of documents. No store holds anything typed in clear. No autoincrement keys (browsers have lost them on restart). An update
// row is below 1 MiB by the protocol's limit.
import type { DBSchema } from "idb";
import type { Finding } from "../protocol/api";

/**
 * One envelope, whose signature was checked before it was stored. `n` is its place in the order in which this phone
 * stored it. `seq` is the server's number and `chain` the server's chain hash there; both are set once the row was seen
 * in a chain that this phone has verified. `pending` is 1 while this device still has to send it, and 2 while the
 * server says that it has it, at the seq `claimed`, but it was not seen there yet. `finding` keeps it out of the
 * document; then `aside` is its author while its bytes are kept, and "" when they are not: `envelope` is empty then.
 * `resealed`: its content also went out under this device's own name. `carries` is the hash of the content that such a
 * row took over. `touched` are the entries that a row still to be sent writes into, each with its log, so that waiting
 * entries are counted without opening a row. `at` is when a row of another device came; rows of older versions of the
 * app have none. `needs` is what has to be in the document before the row can be merged: a clock of a Yjs session.
 */
export type Row = {
  log: string;
  n: number;
  device: string;
  counter: number;
  hash: string;
  previous: string;
  envelope: Uint8Array;
  seq?: number;
  chain?: string;
  pending?: 1 | 2;
  claimed?: number;
  finding?: Finding;
  aside?: string;
  resealed?: 1;
  carries?: string | undefined;
  touched?: TouchedEntry[] | undefined;
  at?: string | undefined;
  needs?: { client: number; clock: number } | undefined;
};
export type TouchedEntry = [log: string, entry: string];

/** What was typed on a log and is not a row yet, wrapped like a secret. `id` is new each time it is written. */
export type Draft = { log: string; id: string; sealed: Uint8Array };

/** A part of the sealed state of a log; what the other fields say stands in `storage/states`. */
export type StatePart = {
  log: string;
  part: number;
  parts: number;
  n: number;
  hash: string;
  rows: number;
  device: string | null;
  checked: number;
  fresh: number;
  sealed: Uint8Array;
};

export type NoticeCode =
  | "server_lost_entries"
  | "server_rolled_back"
  | "phone_lost_entries"
  | "passed_over"
  | "no_space_for_others"
  | "too_many_devices"
  | "moved"
  | "removed_by_others"
  | "server_damaged"
  | "server_still_damaged"
  | Finding;
export type StoredNotice = {
  code: NoticeCode;
  count: number;
  at: string;
};

/** The state of a log here: the writing device, what was last verified of the server, and what remains to be done. */
export type LogRecord = {
  log: string;
  rows: number;
  device: string | null;
  counter: number;
  previous: string;
  incarnation: string | null;
  cursor: number;
  cursorHash: string;
  serverHead: number;
  /** How many exchanges in a row have ended without the rows that the server claims to have. */
  unseenExchanges?: number;
  /** How many exchanges in a row have ended at an inconsistent page. */
  brokenExchanges?: number;
  /** How many exchanges there were since an entry was found to be damaged on the server. */
  exchangesSinceRotten?: number;
  /** How far the server's bytes were compared with the rows here, since when, and in how many calls. */
  scrubbed?: { at: string; seq: number; calls: number };
  /** How many envelopes another phone of the person wrote with this device, before this one went on as it. */
  writtenElsewhere?: number;
  /** The server holds other bytes under this device's counter: the storage was cloned and needs a new device id. */
  cloned: boolean;
  /** The server lost entries of other devices; what this phone holds of them is to be sealed again. */
  orphans: boolean;
  /** The server does not let this companion's phone in: its access was closed, or the server lost the log. */
  shutOut?: boolean;
  /** The server refuses the owner token: somebody else owns the log. */
  notOurs?: boolean;
  /** The case has moved to another log: in which run of the app, and how many rows had been moved by then. */
  movedOn?: { run: string; rows: number };
  notices: StoredNotice[];
  /** The rows of others up to here were tried on this phone: they are in the document, waiting, or set aside. */
  checkedUpTo?: number;
  /**
   * The rows being tried now, and by which runs of the app, latest last. What a run left unfinished may be what killed
   * it; another tab at work leaves the same.
   */
  checking?: { from: number; to: number; isAlone: boolean; runs: string[] } | null;
  /** How many times the person let in more of what others wrote: each time doubles the quota. */
  quotaDoublings?: number;
  /** Devices from which the person wants nothing for now. */
  setAside?: string[];
  /** When a page was last pulled. */
  lastExchangeAt: string | null;
  /** When everything written here was last seen in the server's chain, with that chain verified up to its head. */
  syncedAt?: string;
};

export interface Schema extends DBSchema {
  rows: {
    key: [string, number];
    value: Row;
    indexes: {
      seq: [string, number];
      hash: [string, string];
      counter: [string, string, number];
      pending: [string, 1 | 2, number];
      touched: TouchedEntry;
      aside: [string, string];
    };
  };
  logs: { key: string; value: LogRecord };
  secrets: { key: string; value: CryptoKey | Uint8Array };
  drafts: { key: [string, string]; value: Draft };
  states: { key: [string, number]; value: StatePart };
}
