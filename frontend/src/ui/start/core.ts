// What needs storage: the book of cases, sync, and what has to do with other phones. It opens after the first screen stands.
import type { CaseBook } from "../../cases/book";
import type { Others } from "../../cases/others";
import type { StatusSource } from "../../sync/status";

/** Storage, keys and sync, once they stand. "failed": they do not, and `cause` is what was thrown. */
export type Core =
  | { state: "opening" }
  | { state: "failed"; cause: unknown }
  | { state: "open"; book: CaseBook; sync: StatusSource; others: () => Promise<Others> };
