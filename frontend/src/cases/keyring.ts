// The keyring as this phone holds it: opened from its own sealed log, made when the first case is, replaced when this
// phone joins another one's. Every other log's keys are looked up here. Another tab may have joined meanwhile: the vault
// knows which keyring is the right one, so it is asked before anything is entered.
import { newId, randomBytes } from "../crypto/primitives";
import type { Writer } from "../domain/document";
import { enterPhone, isAnyOpen, keyringCases } from "../domain/keyring";
import { toHex } from "../protocol/bytes";
import type { Changes } from "../storage/changes";
import type { UpdateLog } from "../storage/updateLog";
import { KeysLost } from "./keysLost";
import type { Provider } from "./provider";
import type { LogKeys } from "./sealer";
import type { KeyringAccess, KeyringSecret, Vault } from "./vault";

export type Keyring = { secret: KeyringSecret; provider: Provider; writer: Writer };
export type KeyringParts = {
  log: UpdateLog;
  changes: Changes;
  vault: Vault;
  open: (log: string) => Promise<Provider>;
  now: () => string;
  phoneName: string;
  onChange: () => void;
  onError: (error: unknown) => void;
};

export interface KeyringHolder {
  current(): Keyring | null;
  /** Opens the keyring this phone has, if any. Rejects when it does not open. */
  load(): Promise<void>;
  /** The keyring, made now when there is none. */
  ensure(): Promise<Keyring>;
  /** Joins the keyring of another phone; what this phone's own keyring held goes along. Rejects when it could not be stored. */
  join(shared: KeyringAccess): Promise<void>;
  keysOf(log: string): LogKeys | null;
  /** Enters every case again into a storage that lost its logs. */
  restore(): Promise<void>;
  /** Whether someone was ever invited to a case of this keyring. */
  isOpenToGuests(): boolean;
}

// Rung on the bell of logs when the phone has another keyring than before.
const ANOTHER_KEYRING = "keyring";

export function createKeyringHolder(parts: KeyringParts): KeyringHolder {
  const { vault, log } = parts;
  let current: Keyring | null = null;
  // The key is needed to open the keyring's first row, before there is a document to ask.
  let opening: KeyringSecret | null = null;
  let turn: Promise<unknown> = Promise.resolve();

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
    return current?.secret.log === secret.log ? current : use(secret);
  }

  async function latestOrMade(): Promise<Keyring> {
    const known = await latest();
    if (known) return known;
    const made = { log: newId(), key: randomHex(), ownerToken: randomHex(), phone: newId(), leaving: null };
    return moveIn(await use(await vault.firstKeyring(made)));
  }

  // Enters this phone and what the keyring that it leaves held. Begun again at the next start when the phone dies or has no
  // room in between: the old keyring goes only when all of it is stored in the new one.
  async function moveIn(keyring: Keyring): Promise<Keyring> {
    const { leaving, ...secret } = keyring.secret;
    const old = leaving && (await parts.open(leaving.log));
    if (old) await carryOver(old, keyring);
    old?.close();
    enterPhone(keyring.provider.doc, keyring.writer, secret.phone, parts.phoneName);
    await keyring.provider.flush();
    if (!leaving) return keyring;
    await registerCases(keyring);
    await vault.replaceKeyring({ ...secret, leaving: null });
    keyring.secret = { ...secret, leaving: null };
    opening = keyring.secret;
    await log.forget(leaving.log);
    return keyring;
  }

  // A case that another phone entered takes part in sync from here on.
  async function registerCases({ provider }: Keyring): Promise<void> {
    const known = new Set((await log.logs()).map((record) => record.log));
    for (const { id } of keyringCases(provider.doc)) if (!known.has(id)) await log.register(id);
  }

  async function joinNow(shared: KeyringAccess): Promise<void> {
    const before = await latest();
    if (before) await moveIn(before);
    if (before?.secret.log !== shared.log) await moveTo(shared, before?.secret ?? null);
    parts.changes.announce(ANOTHER_KEYRING);
    parts.onChange();
  }

  async function moveTo(shared: KeyringAccess, before: KeyringSecret | null): Promise<void> {
    const leaving = before && accessOf(before);
    await vault.replaceKeyring({ ...shared, phone: before?.phone ?? newId(), leaving });
    const secret = await vault.keyring();
    if (!secret) throw new Error("the keyring was not kept");
    await moveIn(await use(secret));
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
    join: (shared) => inTurn(() => joinNow(shared)),
    // Not in turn: whoever's turn it is may be waiting for this, to store a word.
    async restore() {
      if (current) await registerCases(current);
    },
    isOpenToGuests: () => current !== null && isAnyOpen(current.provider.doc),
    keysOf(name) {
      const access = [opening, opening?.leaving].find((known) => known?.log === name);
      if (access) return { ownerToken: access.ownerToken, keys: [{ epoch: 1, key: access.key }] };
      if (!current) return null;
      return keyringCases(current.provider.doc).find((entry) => entry.id === name) ?? null;
    },
  };
}

async function carryOver(from: Provider, { provider, writer }: Keyring): Promise<void> {
  const { carryKeyring } = await import("../domain/carryKeyring");
  carryKeyring(from.doc, provider.doc, writer);
}

function accessOf({ log, key, ownerToken }: KeyringAccess): KeyringAccess {
  return { log, key, ownerToken };
}

function randomHex(): string {
  return toHex(randomBytes(32));
}
