// The case book: every case on this phone, opened and saved. What the screens know of storage, keys and sync is this.
import { newLogOfOwn } from "../../crypto/logId";
import { newId, randomBytes } from "../../crypto/primitives";
import type { CaseDoc, Writer } from "../../domain/case/document";
import { isOurs, signerOf, type Trace } from "../../domain/changes/signers";
import {
  archiveCase,
  enterCase,
  isDeclared,
  isOpenToGuests,
  isOwnCase,
  type KeyringCase,
  keyringCases,
  keyringPhones,
  type Phone,
  renameCase,
} from "../../domain/keyring/keyring";
import { toHex } from "../../protocol/bytes";
import type { KeyringHolder } from "../keys/keyring";
import type { DeviceOwner } from "./mergeQuota";
import type { Provider, WholeOf } from "./provider";
import type { Saving } from "./saving";

export type { Saving };

export interface OpenCase {
  readonly id: string;
  readonly doc: CaseDoc;
  readonly writer: Writer;
  /** Whether all of this was written on this person's phones, by what their devices signed. */
  isOwn(traces: Trace[]): boolean;
  /** Whether this device is one of theirs. */
  isOwnDevice(device: string): boolean;
  saving(): Saving;
  /** Called after any change of the document or of `saving()`, from this phone or another. */
  subscribe(listener: () => void): () => void;
  /** Stores what is not stored yet, now. Resolves when it is on disk; rejects when the phone could not, and keeps trying. */
  flush(): Promise<void>;
}

/** `from`: the phone whose keyring beside this one's it stands in; null for a case of this phone's own keyring. */
export type BookCase = KeyringCase & { from: string | null; enteredIn?: Provider };

export interface CaseBook {
  /** The own ones first. */
  cases(): BookCase[];
  phones(): Phone[];
  /** This phone's id in `phones()`, or null before the first case. */
  thisPhone(): string | null;
  /** Whether `author` of an entry is the person whose phone this is, on this phone or another of theirs. */
  isMe(author: string): boolean;
  subscribe(listener: () => void): () => void;
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

export type BookParts = {
  keyring: KeyringHolder;
  register: (log: string) => Promise<void>;
  open: (log: string) => Promise<Provider>;
  now: () => string;
  minutesEast: (instant: string) => number;
};
/** The book, and the bell that whoever holds the keyring rings when it has changed. */
export type LiveBook = CaseBook & {
  changed(): void;
  /** Stores what can be stored now, in every open case. */
  flushAll(): Promise<void>;
  /** Merges every row that the local log holds into the open documents. */
  catchUpAll(): Promise<void>;
  /** Whether nothing would be lost if the page went away now. */
  isKept(): boolean;
  /** Stores again what is open and not there any more. Says whether there was any; rejects when it could not. */
  restoreAll(whole: () => Promise<WholeOf>): Promise<boolean>;
  /** The storage was opened again: what is open may not be there any more. */
  doubtAll(): void;
  /** Whose a device is that writes on a log. */
  deviceOwnerOf(log: string, device: string): DeviceOwner;
  /** Closes a case that leaves this phone. */
  close(id: string): Promise<void>;
};

export function createBook({ keyring, register, open, now, minutesEast }: BookParts): LiveBook {
  const listeners = new Set<() => void>();
  const opened = new Map<string, Promise<{ provider: Provider; open: OpenCase }>>();
  const ready = new Set<Provider>();
  const cases = () => casesOf(keyring);
  const phones = () => phonesOf(keyring);

  async function openCase(id: string): Promise<{ provider: Provider; open: OpenCase }> {
    const held = keyring.current();
    if (!held || !cases().some((entry) => entry.id === id)) throw new Error("no such case on this phone");
    await register(id);
    const provider = await open(id);
    ready.add(provider);
    const writer: Writer = { author: held.secret.phone, newId, now, minutesEast };
    const { doc, saving, subscribe, flush } = provider;
    const isOwn = (traces: Trace[]) => traces.every((trace) => isFromOwnPhone(id, signerOf(doc, trace)));
    const isOwnDevice = (device: string) => isOurs(doc, device) || isFromOwnPhone(id, device);
    return { provider, open: { id, doc, writer, isOwn, isOwnDevice, saving, subscribe, flush } };
  }

  // A case that was never opened to others is written by nobody else; no phone need have said with which device.
  function isFromOwnPhone(id: string, device: string | null): boolean {
    const doc = keyring.current()?.provider.doc;
    if (device === null || !doc) return true;
    const isPrivate =
      keyringCases(doc).some((entry) => entry.id === id && isOwnCase(entry)) && !isOpenToGuests(doc, id);
    return isPrivate || isDeclared(doc, id, device);
  }

  // Nobody writes much into a keyring, and whoever has its key may say of any device that it is the person's own.
  function deviceOwnerOf(log: string, device: string): DeviceOwner {
    const entry = cases().find(({ id, formerly }) => id === log || formerly === log);
    if (!entry) return "guest";
    if (entry.from !== null || !isOwnCase(entry)) return "other";
    return isFromOwnPhone(log, device) ? "own" : "guest";
  }

  async function change(id: string, say: (doc: CaseDoc, writer: Writer) => void): Promise<void> {
    const own = await keyring.ensure();
    // Where the case is entered: nothing of an own one is said in another keyring.
    const enteredIn = casesOf(keyring).find((entry) => entry.id === id)?.enteredIn ?? own.provider;
    say(enteredIn.doc, own.writer);
    await enteredIn.flush().catch(saidBySaving);
  }

  return {
    cases,
    phones,
    deviceOwnerOf,
    thisPhone: () => keyring.current()?.secret.phone ?? null,
    isMe: (author) => phones().some((phone) => phone.id === author),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed() {
      for (const listener of [...listeners]) listener();
      // A key that came may open rows that waited for it.
      for (const provider of ready) provider.catchUp().catch(() => {});
    },
    saving: () => keyring.current()?.provider.saving() ?? { state: "saved" },
    async create(title) {
      const { provider, writer } = await keyring.ensure();
      const { log: id, ownerToken } = await newLogOfOwn();
      const keys = [{ epoch: 1, key: toHex(randomBytes(32)) }];
      enterCase(provider.doc, writer, { id, ownerToken, keys, companion: null }, title);
      await provider.flush().catch((error: unknown) => {
        // It will be stored when there is room; the person was told that it was not, and may have begun another.
        archiveCase(provider.doc, writer, id, true);
        throw error;
      });
      return id;
    },
    rename: (id, title) => change(id, (doc, writer) => renameCase(doc, writer, id, title)),
    setArchived: (id, isArchived) => change(id, (doc, writer) => archiveCase(doc, writer, id, isArchived)),
    async open(id) {
      const known = opened.get(id) ?? openCase(id);
      opened.set(id, known);
      known.catch(() => opened.delete(id));
      return (await known).open;
    },
    close,
    async storeAll() {
      const failure = (await each((provider) => provider.flush())).find(({ status }) => status === "rejected");
      if (failure) throw new Error("not everything is stored");
    },
    flushAll: async () => void (await each((provider) => provider.flush())),
    catchUpAll: async () => void (await each((provider) => provider.catchUp())),
    isKept: () => inUse().every((provider) => provider.isKept()),
    restoreAll: async (whole) => (await Promise.all(inUse().map((each) => each.restore(whole)))).includes(true),
    doubtAll() {
      for (const provider of inUse()) provider.doubt();
    },
  };

  async function close(id: string): Promise<void> {
    const known = await opened.get(id);
    opened.delete(id);
    if (!known) return;
    ready.delete(known.provider);
    known.provider.close();
  }

  // The keyring first: it has the keys of all others.
  function inUse(): Provider[] {
    const held = keyring.current();
    return [...(held ? [held.provider] : []), ...keyring.secondKeyrings().map(({ provider }) => provider), ...ready];
  }

  // Every one is tried, at once: a case that cannot be stored must not hold up another while the page goes away.
  async function each(work: (provider: Provider) => Promise<void>): Promise<PromiseSettledResult<void>[]> {
    return Promise.allSettled(inUse().map(work));
  }
}

function saidBySaving(): void {}

function casesOf(keyring: KeyringHolder): BookCase[] {
  const held = keyring.current();
  const own = held ? keyringCases(held.provider.doc).map((entry) => ({ ...entry, from: null })) : [];
  return [...own, ...keyring.secondKeyringCases(own)];
}

function phonesOf(keyring: KeyringHolder): Phone[] {
  const held = keyring.current();
  return held ? keyringPhones(held.provider.doc) : [];
}
