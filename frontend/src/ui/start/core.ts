// What needs storage: the book of cases, sync, and what has to do with other phones. It opens after the first screen stands.
import type { CaseBook } from "../../cases/documents/book";
import type { Sharing } from "../../cases/sharing/sharing";
import type { StatusSource } from "../../sync/status";

/** What is kept on this phone and stands in no case, and how to be rid of it. */
export type SetAsideStore = { measure(): Promise<SetAsideSize>; free(): Promise<void> };
/** `logs` are those in which something may be tried anew. */
export type SetAsideSize = { entries: number; bytes: number; logs: string[] };
/** Storage, keys and sync, once they stand. "failed": they do not, and `cause` is what was thrown. */
export type Core =
  | { state: "opening" }
  | { state: "failed"; cause: unknown }
  | {
      state: "open";
      book: CaseBook;
      sync: StatusSource;
      sharing: () => Promise<Sharing>;
      setAside: () => Promise<SetAsideStore>;
    };
