// What needs storage: the book of cases, sync, and everything to do with other phones. It opens after the first screen
// is shown.
import type { Copies } from "../../cases/copy/copies";
import type { CaseBook } from "../../cases/documents/book";
import type { Sharing } from "../../cases/sharing/sharing";
import type { StatusSource } from "../../sync/status";

/** What this phone stores outside any case, and how to delete it. */
export type SetAsideStore = { measure(): Promise<SetAsideSize>; free(): Promise<void> };
/** `logs` are those in which something can be tried again. */
export type SetAsideSize = { entries: number; bytes: number; logs: string[] };
/** Storage, keys and sync, once they are ready. "failed": they could not be opened, and `cause` is what was thrown. */
export type Core =
  | { state: "opening" }
  | { state: "failed"; cause: unknown }
  /** There is an app lock. `open` tries again with what opened it; nothing, when there is no lock any more. */
  | { state: "locked"; open: (lockKey?: CryptoKey) => Promise<void> }
  | {
      state: "open";
      book: CaseBook;
      sync: StatusSource;
      sharing: () => Promise<Sharing>;
      copies: () => Promise<Copies>;
      setAside: () => Promise<SetAsideStore>;
    };
