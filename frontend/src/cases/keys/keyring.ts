// The keyring as this phone holds it: opened from its own sealed log, made when the first case is. A phone that holds nothing
// joins another one's; one that holds anything has it beside its own, until the person wants both to be one. Every other log's
// keys are looked up here, in the own keyring first: another one must never take the place of a key. Another tab may have
// joined meanwhile: the vault knows which keyring is the right one, so it is asked before anything is entered.
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
} from "../../domain/keyring/keyring";
import { toHex } from "../../protocol/bytes";
import type { Changes } from "../../storage/changes";
import type { LocalLog } from "../../storage/localLog";
import type { Provider } from "../documents/provider";
import { KeysLost } from "./keysLost";
import type { LogKeys } from "./sealer";
import type { createSecondKeyrings, SecondKeyring, SecondKeyringCase, SecondKeyrings } from "./secondKeyrings";
import type { KeyringKeys, KeyringSecret, Vault } from "./vault";

export type Keyring = { secret: KeyringSecret; provider: Provider; writer: Writer };
export type KeyringParts = {
  log: LocalLog;
  changes: Changes;
  vault: Vault;
  open: (log: string) => Promise<Provider>;
  now: () => string;
  phoneName: string;
  /** What only a phone with a second keyring needs, loaded then. */
  loadSecondKeyrings: () => Promise<SecondKeyringModule>;
  onChange: () => void;
  onError: (error: unknown) => void;
};

export type SecondKeyringModule = {
  createSecondKeyrings: typeof createSecondKeyrings;
  moveOver: (
    parts: KeyringParts & { registerCases(keyring: Keyring): Promise<void> },
    keyring: Keyring,
  ) => Promise<void>;
};
/** How to bring two keyrings together, for those whose business it is. */
export type KeyringControls = {
  /** The keyring this phone has by now, if any. */
  latest(): Promise<Keyring | null>;
  /** Ends a move that was begun. */
  moveIn(keyring: Keyring): Promise<Keyring>;
  /** Opens this keyring as the phone's own. */
  use(secret: KeyringSecret): Promise<Keyring>;
  closeSecond(log: string): void;
  tellTabs(): void;
};

export interface KeyringHolder {
  current(): Keyring | null;
  /** Opens the keyring this phone has, if any. Rejects when it does not open. */
  load(): Promise<void>;
  /** The keyring, made now when there is none. */
  ensure(): Promise<Keyring>;
  /** The keyrings beside the own one that are open. */
  secondKeyrings(): SecondKeyring[];
  /** Their cases, but for what they say of `own` ones. */
  secondKeyringCases(own: readonly KeyringCase[]): SecondKeyringCase[];
  /** Lets nobody else change the keyring meanwhile; see Hands. */
  exclusively<T>(work: (controls: KeyringControls) => Promise<T>): Promise<T>;
  keysOf(log: string): LogKeys | null;
  /** Enters every case again into a storage that lost its logs. */
  restore(): Promise<void>;
  /** Whether someone was ever invited to a case of this keyring. */
  isOpenToGuests(): boolean;
  /** Whether the person has more phones than this one, and whether this one was taken out of their list. */
  hasOthers(): boolean;
  isOut(): boolean;
}

// Rung on the bell of logs when the phone has another keyring than before.
const ANOTHER_KEYRING = "keyring";

export function createKeyringHolder(parts: KeyringParts): KeyringHolder {
  const { vault, log } = parts;
  let current: Keyring | null = null;
  // The key is needed to open the keyring's first row, before there is a document to ask.
  let opening: KeyringSecret | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  // Loaded when there is one.
  let second: SecondKeyrings | null = null;

  parts.changes.subscribe((changed, here) => {
    if (changed === ANOTHER_KEYRING && !here) inTurn(latest).catch(parts.onError);
  });

  // One at a time: two callers must not make or change the keyring side by side.
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work, work);
    turn = done.catch(() => {});
    return done;
  }

  async function use(secret: KeyringSecret): Promise<Keyring> {
    opening = secret;
    await log.register(secret.log);
    const provider = await parts.open(secret.log);
    const before = current;
    const keyring = { secret, provider, writer: { author: secret.phone, newId, now: parts.now } };
    current = keyring;
    before?.provider.close();
    provider.subscribe(() => {
      if (current !== keyring) return;
      parts.onChange();
      // A case that could not be registered now is after the next change or start.
      registerCases(keyring).catch(() => {});
    });
    await registerCases(keyring);
    parts.onChange();
    return keyring;
  }

  async function latest(): Promise<Keyring | null> {
    const secret = await vault.keyring();
    // A storage that lost it gets it back: another one in its place would hide every case.
    if (!secret) return current;
    const keyring = current?.secret.log === secret.log ? current : await use(secret);
    keyring.secret = secret;
    if (second || secret.second.length > 0) await followSecond(secret.second).catch(parts.onError);
    return keyring;
  }

  async function followSecond(kept: readonly unknown[]): Promise<void> {
    second ??= (await parts.loadSecondKeyrings()).createSecondKeyrings(parts);
    await second.follow(kept);
  }

  async function latestOrMade(): Promise<Keyring> {
    const known = await latest();
    if (known) return known;
    const fresh = { ...(await newLogOfOwn()), key: toHex(randomBytes(32)) };
    const made = { ...fresh, phone: newId(), leaving: null, second: [] };
    return moveIn(await use(await vault.firstKeyring(made)));
  }

  // Ends a move that was begun, and enters this phone.
  async function moveIn(keyring: Keyring): Promise<Keyring> {
    const { secret, provider, writer } = keyring;
    if (secret.leaving) await (await parts.loadSecondKeyrings()).moveOver({ ...parts, registerCases }, keyring);
    opening = keyring.secret;
    enterPhone(provider.doc, writer, secret.phone, parts.phoneName);
    await provider.flush();
    return keyring;
  }

  // A case that another phone entered takes part in sync from here on.
  async function registerCases({ provider }: Keyring): Promise<void> {
    const known = new Set((await log.logs()).map((record) => record.log));
    for (const { id } of keyringCases(provider.doc)) if (!known.has(id)) await log.register(id);
  }

  function phones() {
    return current ? keyringPhones(current.provider.doc) : [];
  }

  function tellTabs(): void {
    parts.changes.announce(ANOTHER_KEYRING);
    parts.onChange();
  }

  function keysOf(name: string): LogKeys | null {
    const known = [opening, opening?.leaving].find((one) => one?.log === name);
    if (known) return keysIn(known);
    if (!current) return null;
    const own = keyringCases(current.provider.doc).find((entry) => entry.id === name);
    return own ?? formerKeys(current.provider.doc, name) ?? second?.keysOf(name) ?? null;
  }

  return {
    current: () => current,
    load: () =>
      inTurn(async () => {
        const keyring = await latest();
        if (!keyring && (await log.logs()).length > 0 && !(await vault.hasBegunAgain())) {
          throw new KeysLost("this phone's keyring is gone, and its logs are not");
        }
        // A move that cannot end now, for want of room, leaves everything readable and is tried at the next start.
        if (keyring) await moveIn(keyring).catch(parts.onError);
      }),
    ensure: () => inTurn(latestOrMade),
    secondKeyrings: () => second?.all() ?? [],
    secondKeyringCases: (own) => second?.cases(own, current?.secret.log) ?? [],
    exclusively: (work) =>
      inTurn(() => work({ latest, moveIn, use, closeSecond: (name) => second?.close(name), tellTabs })),
    // Not in turn: whoever's turn it is may be waiting for this, to store a word.
    async restore() {
      if (current) await registerCases(current);
      await second?.register();
    },
    hasOthers: () => phones().length > 1,
    isOut: () => phones().some(({ id, outAt }) => outAt !== null && id === current?.secret.phone),
    isOpenToGuests: () => current !== null && isAnyOpen(current.provider.doc),
    keysOf,
  };
}

function keysIn({ ownerToken, key }: KeyringKeys): LogKeys {
  return { ownerToken, keys: [{ epoch: 1, key }] };
}
