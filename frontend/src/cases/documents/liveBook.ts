// The case book at work: opens and saves every case on this phone. Must not write about an own case in another keyring.
import { newLogOfOwn } from "../../crypto/logId";
import { newId, randomBytes } from "../../crypto/primitives";
import type { CaseDoc, Writer } from "../../domain/case/document";
import { isOurs, signerOf } from "../../domain/changes/signers";
import {
  archiveCase,
  enterCase,
  isDeclared,
  isOpenToGuests,
  isOwnCase,
  keyringCases,
  keyringPhones,
  type Phone,
  type RecoveryCodeState,
  renameCase,
} from "../../domain/keyring/keyring";
import { madeOnce } from "../../promises";
import { toHex } from "../../protocol/bytes";
import type { KeyringHolder } from "../keys/keyring";
import type { BookCase, CaseBook, OpenCase } from "./book";
import type { DeviceOwner } from "./mergeQuota";
import type { Provider, WholeOf } from "./provider";
import type { Saving } from "./saving";

export type BookParts = {
  keyring: KeyringHolder;
  register: (log: string) => Promise<void>;
  open: (log: string) => Promise<Provider>;
  now: () => string;
  minutesEast: (instant: string) => number;
};
type Opened = { provider: Provider; open: OpenCase };

/** The book, and what the holder of the keyring calls when the keyring has changed. */
export class LiveBook implements CaseBook {
  readonly #parts: BookParts;
  readonly #listeners = new Set<() => void>();
  readonly #opened = new Map<string, Promise<Opened>>();
  readonly #ready = new Set<Provider>();

  constructor(parts: BookParts) {
    this.#parts = parts;
  }

  cases(): BookCase[] {
    return casesOf(this.#parts.keyring);
  }

  phones(): Phone[] {
    return phonesOf(this.#parts.keyring);
  }

  thisPhone(): string | null {
    return this.#parts.keyring.current()?.secret.phone ?? null;
  }

  recoveryCodeState(): RecoveryCodeState {
    return this.#parts.keyring.recoveryCodeState();
  }

  isMe(author: string): boolean {
    return this.phones().some((phone) => phone.id === author);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  saving(): Saving {
    return this.#parts.keyring.current()?.provider.saving() ?? { state: "saved" };
  }

  async create(title: string): Promise<string> {
    const { provider, writer } = await this.#parts.keyring.ensure();
    const { log: id, ownerToken } = await newLogOfOwn();
    const keys = [{ epoch: 1, key: toHex(randomBytes(32)) }];
    enterCase(provider.doc, writer, { id, ownerToken, keys, companion: null }, title);
    await provider.flush().catch((error: unknown) => {
      // It will be stored once there is space. The person saw that it was not, and may have begun another.
      archiveCase(provider.doc, writer, id, true);
      throw error;
    });
    return id;
  }

  rename(id: string, title: string): Promise<void> {
    return this.#change(id, (doc, writer) => renameCase(doc, writer, id, title));
  }

  setArchived(id: string, isArchived: boolean): Promise<void> {
    return this.#change(id, (doc, writer) => archiveCase(doc, writer, id, isArchived));
  }

  async open(id: string): Promise<OpenCase> {
    return (await madeOnce(this.#opened, id, () => this.#open(id))).open;
  }

  async storeAll(): Promise<void> {
    const failure = (await this.#each((provider) => provider.flush())).find(({ status }) => status === "rejected");
    if (failure) throw new Error("not everything is stored");
  }

  changed(): void {
    for (const listener of [...this.#listeners]) listener();
    // A key that has arrived may open rows that were waiting for it.
    for (const provider of this.#ready) provider.catchUp().catch(() => {});
  }

  /** Stores what can be stored now, in every open case. */
  async flushAll(): Promise<void> {
    await this.#each((provider) => provider.flush());
  }

  /** Merges every row that the local log holds into the open documents. */
  async catchUpAll(): Promise<void> {
    await this.#each((provider) => provider.catchUp());
  }

  /** Whether nothing would be lost if the page closed now. */
  isKept(): boolean {
    return this.#inUse().every((provider) => provider.isKept());
  }

  /** Stores again what is open and gone from storage. Resolves to whether there was any; rejects when it could not. */
  async restoreAll(whole: () => Promise<WholeOf>): Promise<boolean> {
    return (await Promise.all(this.#inUse().map((each) => each.restore(whole)))).includes(true);
  }

  /** The storage was reopened: rows of open documents may be gone. */
  doubtAll(): void {
    for (const provider of this.#inUse()) provider.doubt();
  }

  /**
   * Whose device it is that writes on a log. Nobody writes much into a keyring, and anyone who has its key can claim
   * any device as the person's own.
   */
  deviceOwnerOf(log: string, device: string): DeviceOwner {
    const entry = this.cases().find(({ id, formerly }) => id === log || formerly === log);
    if (!entry) return "guest";
    if (entry.from !== null || !isOwnCase(entry)) return "other";
    return this.#isFromOwnPhone(log, device) ? "own" : "guest";
  }

  /** Closes a case that leaves this phone. */
  async close(id: string): Promise<void> {
    const known = await this.#opened.get(id);
    this.#opened.delete(id);
    if (!known) return;
    this.#ready.delete(known.provider);
    known.provider.close();
  }

  async #open(id: string): Promise<Opened> {
    const { keyring, register, open, now, minutesEast } = this.#parts;
    const held = keyring.current();
    if (!held || !this.cases().some((entry) => entry.id === id)) throw new Error("no such case on this phone");
    await register(id);
    const provider = await open(id);
    this.#ready.add(provider);
    const writer: Writer = { author: held.secret.phone, newId, now, minutesEast };
    return { provider, open: this.#openCase(id, provider, writer) };
  }

  #openCase(id: string, provider: Provider, writer: Writer): OpenCase {
    const { doc } = provider;
    return {
      id,
      doc,
      writer,
      isOwn: (traces) => traces.every((trace) => this.#isFromOwnPhone(id, signerOf(doc, trace))),
      isOwnDevice: (device) => isOurs(doc, device) || this.#isFromOwnPhone(id, device),
      saving: () => provider.saving(),
      subscribe: (listener) => provider.subscribe(listener),
      flush: () => provider.flush(),
    };
  }

  // A case to which nobody was ever invited is written by nobody else, so no phone need have listed its device.
  #isFromOwnPhone(id: string, device: string | null): boolean {
    const doc = this.#parts.keyring.current()?.provider.doc;
    if (device === null || !doc) return true;
    const isPrivate =
      keyringCases(doc).some((entry) => entry.id === id && isOwnCase(entry)) && !isOpenToGuests(doc, id);
    return isPrivate || isDeclared(doc, id, device);
  }

  async #change(id: string, say: (doc: CaseDoc, writer: Writer) => void): Promise<void> {
    const own = await this.#parts.keyring.ensure();
    // In the keyring that lists the case: nothing about an own one goes into another keyring.
    const enteredIn = this.cases().find((entry) => entry.id === id)?.enteredIn ?? own.provider;
    say(enteredIn.doc, own.writer);
    await enteredIn.flush().catch(saidBySaving);
  }

  // The keyring first: it has the keys of all the others.
  #inUse(): Provider[] {
    const { keyring } = this.#parts;
    const held = keyring.current();
    return [
      ...(held ? [held.provider] : []),
      ...keyring.secondKeyrings().map(({ provider }) => provider),
      ...this.#ready,
    ];
  }

  // All are tried at once: a case that cannot be stored must not hold up another while the page closes.
  #each(work: (provider: Provider) => Promise<void>): Promise<PromiseSettledResult<void>[]> {
    return Promise.allSettled(this.#inUse().map(work));
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
