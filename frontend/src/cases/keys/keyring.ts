// The keyring as this phone holds it: opened from its own sealed log, made when the first case is. A phone that holds
// nothing joins another phone's keyring; one that holds anything keeps it as a second keyring until the person wants to
// unite both. The keys of every other log are looked up here, in the own keyring first: a second one must never replace
// a key. Another tab may have joined one meanwhile, so the vault is asked which keyring is the right one before
// anything is entered.
import { newLogOfOwn } from "../../crypto/logId";
import { newId, randomBytes } from "../../crypto/primitives";
import type { Writer } from "../../domain/case/document";
import {
  enterPhone,
  formerKeys,
  isAnyOpen,
  type KeyringCase,
  keyringCases,
  keyringPhones,
  type Phone,
  type RecoveryCodeState,
  recoveryCodeState,
} from "../../domain/keyring/keyring";
import { toHex } from "../../protocol/bytes";
import type { Changes } from "../../storage/changes";
import type { LocalLog } from "../../storage/localLog";
import type { Provider } from "../documents/provider";
import { KeysLost } from "./keysLost";
import type { LogKeys } from "./sealer";
import type { SecondKeyring, SecondKeyringCase, SecondKeyrings } from "./secondKeyrings";
import type { KeyringKeys, KeyringSecret, Vault } from "./vault";

export type Keyring = { secret: KeyringSecret; provider: Provider; writer: Writer };
export type KeyringParts = {
  log: LocalLog;
  changes: Changes;
  vault: Vault;
  open: (log: string) => Promise<Provider>;
  now: () => string;
  phoneName: string;
  /** The code that only a phone with a second keyring needs, loaded when there is one. */
  loadSecondKeyrings: () => Promise<SecondKeyringModule>;
  onChange: () => void;
  onError: (error: unknown) => void;
};

export type SecondKeyringModule = {
  SecondKeyrings: typeof SecondKeyrings;
  moveOver: (
    parts: KeyringParts & { registerCases(keyring: Keyring): Promise<void> },
    keyring: Keyring,
  ) => Promise<void>;
};
/** How to bring two keyrings together, for the keyring merge alone. */
export type KeyringControls = {
  /** The keyring that this phone has now, if any. */
  latest(): Promise<Keyring | null>;
  /** Completes a move that was begun. */
  moveIn(keyring: Keyring): Promise<Keyring>;
  /** Opens this keyring as the phone's own. */
  use(secret: KeyringSecret): Promise<Keyring>;
  closeSecond(log: string): void;
  tellTabs(): void;
};

// Announced like a changed log when the phone has another keyring than before.
const ANOTHER_KEYRING = "keyring";

export class KeyringHolder {
  readonly #parts: KeyringParts;
  #current: Keyring | null = null;
  // The key is needed to open the keyring's first row, before there is a document to ask.
  #opening: KeyringSecret | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  // Loaded when there is one.
  #second: SecondKeyrings | null = null;

  constructor(parts: KeyringParts) {
    this.#parts = parts;
    parts.changes.subscribe((changed, here) => {
      if (changed === ANOTHER_KEYRING && !here) this.#inTurn(() => this.#latest()).catch(parts.onError);
    });
  }

  current(): Keyring | null {
    return this.#current;
  }

  /** Opens the keyring this phone has, if any. Rejects when it does not open. */
  load(): Promise<void> {
    const { log, vault, onError } = this.#parts;
    return this.#inTurn(async () => {
      const keyring = await this.#latest();
      if (!keyring && (await log.logs()).length > 0 && !(await vault.hasBegunAgain())) {
        throw new KeysLost("this phone's keyring is gone, and its logs are not");
      }
      // A move that cannot be completed for lack of space leaves everything readable and is tried at the next start.
      if (keyring) await this.#moveIn(keyring).catch(onError);
    });
  }

  /** The keyring; makes one if there is none. */
  ensure(): Promise<Keyring> {
    return this.#inTurn(() => this.#latestOrMade());
  }

  /** The second keyrings that are open. */
  secondKeyrings(): SecondKeyring[] {
    return this.#second?.all() ?? [];
  }

  /** Their cases, except what they claim about `own` ones. */
  secondKeyringCases(own: readonly KeyringCase[]): SecondKeyringCase[] {
    return this.#second?.cases(own, this.#current?.secret.log) ?? [];
  }

  /** Runs `work` while nothing else can change the keyring; see KeyringControls. */
  exclusively<T>(work: (controls: KeyringControls) => Promise<T>): Promise<T> {
    const controls: KeyringControls = {
      latest: () => this.#latest(),
      moveIn: (keyring) => this.#moveIn(keyring),
      use: (secret) => this.#use(secret),
      closeSecond: (log) => this.#second?.close(log),
      tellTabs: () => this.#tellTabs(),
    };
    return this.#inTurn(() => work(controls));
  }

  keysOf(log: string): LogKeys | null {
    const known = [this.#opening, this.#opening?.leaving].find((one) => one?.log === log);
    if (known) return keysIn(known);
    if (!this.#current) return null;
    const { doc } = this.#current.provider;
    const own = keyringCases(doc).find((entry) => entry.id === log);
    return own ?? formerKeys(doc, log) ?? this.#second?.keysOf(log) ?? null;
  }

  /**
   * Registers every case again in a storage that lost its logs. Not queued: the work whose turn it is may be waiting
   * for this to store a word.
   */
  async restore(): Promise<void> {
    if (this.#current) await this.#registerCases(this.#current);
    await this.#second?.register();
  }

  /** Whether anyone was ever invited to a case of this keyring. */
  isOpenToGuests(): boolean {
    return this.#current !== null && isAnyOpen(this.#current.provider.doc);
  }

  /** Whether the cases could be brought to another phone with a recovery code. */
  recoveryCodeState(): RecoveryCodeState {
    return this.#current ? recoveryCodeState(this.#current.provider.doc) : "none";
  }

  /** Whether the person has more phones than this one. */
  hasOthers(): boolean {
    return this.#phones().length > 1;
  }

  /** Whether this phone was taken out of the list of the person's phones. */
  isOut(): boolean {
    return this.#phones().some(({ id, outAt }) => outAt !== null && id === this.#current?.secret.phone);
  }

  // One at a time: two callers must not make or change the keyring at once.
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work, work);
    this.#turn = done.catch(() => {});
    return done;
  }

  async #latest(): Promise<Keyring | null> {
    const secret = await this.#parts.vault.keyring();
    // A storage that lost the keyring gets it back: a new one in its place would hide every case.
    if (!secret) return this.#current;
    const keyring = this.#current?.secret.log === secret.log ? this.#current : await this.#use(secret);
    keyring.secret = secret;
    const isFollowed = this.#second !== null || secret.second.length > 0;
    if (isFollowed) await this.#followSecond(secret.second).catch(this.#parts.onError);
    return keyring;
  }

  async #use(secret: KeyringSecret): Promise<Keyring> {
    const { log, open, now, onChange } = this.#parts;
    this.#opening = secret;
    await log.register(secret.log);
    const provider = await open(secret.log);
    const before = this.#current;
    const keyring = { secret, provider, writer: { author: secret.phone, newId, now } };
    this.#current = keyring;
    before?.provider.close();
    provider.subscribe(() => {
      if (this.#current !== keyring) return;
      onChange();
      // A case that could not be registered now is registered after the next change or start.
      this.#registerCases(keyring).catch(() => {});
    });
    await this.#registerCases(keyring);
    onChange();
    return keyring;
  }

  async #followSecond(kept: readonly unknown[]): Promise<void> {
    this.#second ??= new (await this.#parts.loadSecondKeyrings()).SecondKeyrings(this.#parts);
    await this.#second.follow(kept);
  }

  async #latestOrMade(): Promise<Keyring> {
    const known = await this.#latest();
    if (known) return known;
    const fresh = { ...(await newLogOfOwn()), key: toHex(randomBytes(32)) };
    const made = { ...fresh, phone: newId(), leaving: null, second: [] };
    return this.#moveIn(await this.#use(await this.#parts.vault.firstKeyring(made)));
  }

  // Completes a move that was begun, and enters this phone.
  async #moveIn(keyring: Keyring): Promise<Keyring> {
    const { secret, provider, writer } = keyring;
    const registerCases = (moved: Keyring) => this.#registerCases(moved);
    if (secret.leaving)
      await (await this.#parts.loadSecondKeyrings()).moveOver({ ...this.#parts, registerCases }, keyring);
    this.#opening = keyring.secret;
    enterPhone(provider.doc, writer, secret.phone, this.#parts.phoneName);
    await provider.flush();
    return keyring;
  }

  // A case that another phone entered takes part in sync from now on.
  async #registerCases({ provider }: Keyring): Promise<void> {
    await this.#parts.log.registerAll(keyringCases(provider.doc).map(({ id }) => id));
  }

  #phones(): Phone[] {
    return this.#current ? keyringPhones(this.#current.provider.doc) : [];
  }

  #tellTabs(): void {
    this.#parts.changes.announce(ANOTHER_KEYRING);
    this.#parts.onChange();
  }
}

function keysIn({ ownerToken, key }: KeyringKeys): LogKeys {
  return { ownerToken, keys: [{ epoch: 1, key }] };
}
