// The case book: every case on this phone, opened and saved. What the screens know of storage, keys and sync is this.
import type { CaseDoc, Writer } from "../domain/document";
import type { CaseEntry, Phone } from "../domain/keyring";

/** "saved" only after the local transaction has committed. "failed" means the phone refused to store; the text is still in memory. */
export type Saving = { state: "saved" | "saving" } | { state: "failed"; reason: "quota" | "storage" };

export interface OpenCase {
  readonly id: string;
  readonly doc: CaseDoc;
  readonly writer: Writer;
  saving(): Saving;
  /** Called after any change of the document or of `saving()`, from this phone or another. */
  subscribe(listener: () => void): () => void;
  /** Stores what is not stored yet, now. Resolves when it is on disk. */
  flush(): Promise<void>;
}

export interface CaseBook {
  cases(): CaseEntry[];
  phones(): Phone[];
  /** This phone's id in `phones()`, or null before the first case. */
  thisPhone(): string | null;
  /** This person's id: the `author` of what they wrote. "" before the first case. */
  person(): string;
  subscribe(listener: () => void): () => void;
  create(title: string): Promise<string>;
  rename(id: string, title: string): Promise<void>;
  putAway(id: string, away: boolean): Promise<void>;
  /** Opens a case of `cases()`; the same object while it is open. Rejects for an unknown id. */
  open(id: string): Promise<OpenCase>;
}
