// The case book as the screens see it. It is all that they know of storage, keys and sync.
import type { CaseDoc, Writer } from "../../domain/case/document";
import type { Trace } from "../../domain/changes/signers";
import type { KeyringCase, Phone, RecoveryCodeState } from "../../domain/keyring/keyring";
import type { Provider } from "./provider";
import type { Saving } from "./saving";

export type { Saving };

export interface OpenCase {
  readonly id: string;
  readonly doc: CaseDoc;
  readonly writer: Writer;
  /** Whether all of this was written on this person's phones, judged by the devices that signed it. */
  isOwn(traces: Trace[]): boolean;
  /** Whether this device belongs to this person. */
  isOwnDevice(device: string): boolean;
  saving(): Saving;
  /** Called after any change of the document or of `saving()`, from this phone or another. */
  subscribe(listener: () => void): () => void;
  /** Stores at once what is not stored yet. Rejects when it could not be stored; the phone keeps trying. */
  flush(): Promise<void>;
}

/** `from`: the phone whose second keyring holds the case; null for a case of this phone's own keyring. */
export type BookCase = KeyringCase & { from: string | null; enteredIn?: Provider };

export interface CaseBook {
  /** This person's own cases first. */
  cases(): BookCase[];
  phones(): Phone[];
  /** This phone's id in `phones()`, or null before the first case. */
  thisPhone(): string | null;
  /** Whether the `author` of an entry is this person, writing on this phone or another of theirs. */
  isMe(author: string): boolean;
  subscribe(listener: () => void): () => void;
  /** Whether the person's cases could be brought to another phone with a recovery code. */
  recoveryCodeState(): RecoveryCodeState;
  /** Whether the list of cases and their names are stored. */
  saving(): Saving;
  /** Rejects when the phone could not store the case. */
  create(title: string): Promise<string>;
  rename(id: string, title: string): Promise<void>;
  setArchived(id: string, isArchived: boolean): Promise<void>;
  /** Opens a case of `cases()`; the same object while it is open. Rejects for an unknown id. */
  open(id: string): Promise<OpenCase>;
  /** Stores what is not stored yet, in every open case. Rejects when the phone could not. */
  storeAll(): Promise<void>;
}
