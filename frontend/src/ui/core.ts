// What needs storage: the book of cases, pairing and sync. It opens after the first screen stands.
import type { CaseBook } from "../cases/book";
import type { Companions } from "../cases/companions";
import type { Pairing } from "../cases/pairing";
import type { StatusSource } from "../sync/status";

/** Storage, keys and sync, once they stand. "failed": this browser does not let the app store anything. */
export type Core =
  | { state: "opening" }
  | { state: "failed" }
  | { state: "open"; book: CaseBook; pairing: Pairing; companions: Companions; sync: StatusSource };
