// The keyring as this phone holds it: opened from its own sealed log, made when the first case is, replaced when this
// phone joins another one's. Every other log's keys are looked up here.
import { newId, randomBytes } from "../crypto/primitives";
import type { Writer } from "../domain/document";
import { enterCase, enterPhone, keyringCases, keyringPhones } from "../domain/keyring";
import { toHex } from "../protocol/bytes";
import type { UpdateLog } from "../storage/updateLog";
import type { Provider } from "./provider";
import type { LogKeys } from "./sealer";
import type { KeyringAccess, KeyringSecret, Vault } from "./vault";

export type Keyring = { secret: KeyringSecret; provider: Provider; writer: Writer };
export type KeyringParts = {
  log: UpdateLog;
  vault: Vault;
  open: (log: string) => Promise<Provider>;
  now: () => string;
  phoneName: string;
  onChange: () => void;
};

export interface KeyringHolder {
  current(): Keyring | null;
  /** Opens the keyring this phone has, if any. */
  load(): Promise<void>;
  /** The keyring, made now when there is none. */
  ensure(): Promise<Keyring>;
  /** Joins the keyring of another phone; what this phone's own keyring held goes along. */
  join(shared: KeyringAccess): Promise<void>;
  keysOf(log: string): LogKeys | null;
}

export function createKeyringHolder(parts: KeyringParts): KeyringHolder {
  let current: Keyring | null = null;
  // The key is needed to open the keyring's first row, before there is a document to ask.
  let opening: KeyringSecret | null = null;

  async function use(secret: KeyringSecret): Promise<Keyring> {
    opening = secret;
    await parts.log.register(secret.log);
    const provider = await parts.open(secret.log);
    const writer: Writer = { author: secret.phone, newId, now: parts.now };
    const keyring = { secret, provider, writer };
    current = keyring;
    const onChange = () => {
      if (current !== keyring) return;
      parts.onChange();
      // A case that could not be registered now is after the next change or start.
      registerCases(keyring).catch(() => {});
    };
    provider.subscribe(onChange);
    await registerCases(keyring);
    return keyring;
  }

  // Begun again at the next start if the phone dies in between: the old keyring goes only when all of it has moved.
  async function moveIn(keyring: Keyring): Promise<void> {
    const { leaving, ...secret } = keyring.secret;
    if (!leaving) return;
    const old = await parts.open(leaving.log);
    carryOver(old, keyring);
    await keyring.provider.flush();
    if (keyring.provider.saving().state !== "saved") throw new Error("the cases of this phone could not be moved yet");
    old.close();
    await registerCases(keyring);
    await parts.vault.replaceKeyring({ ...secret, leaving: null });
    keyring.secret = { ...secret, leaving: null };
    opening = keyring.secret;
    await parts.log.forget(leaving.log);
  }

  // A case that another phone entered takes part in sync from here on.
  async function registerCases({ provider }: Keyring): Promise<void> {
    for (const { id } of keyringCases(provider.doc)) await parts.log.register(id);
  }

  return {
    current: () => current,
    async load() {
      const secret = await parts.vault.keyring();
      if (secret) await moveIn(await use(secret));
    },
    async ensure() {
      if (current) return current;
      const made = {
        log: newId(),
        key: toHex(randomBytes(32)),
        ownerToken: toHex(randomBytes(32)),
        phone: newId(),
        leaving: null,
      };
      const keyring = await use(await parts.vault.firstKeyring(made));
      enterPhone(keyring.provider.doc, keyring.writer, keyring.secret.phone, parts.phoneName);
      await keyring.provider.flush();
      return keyring;
    },
    async join(shared) {
      const before = current;
      if (before?.secret.log === shared.log) return;
      const { log, key, ownerToken } = before?.secret ?? {};
      const leaving = log && key && ownerToken ? { log, key, ownerToken } : null;
      const secret = { ...shared, phone: before?.secret.phone ?? newId(), leaving };
      await parts.vault.replaceKeyring(secret);
      const keyring = await use(secret);
      enterPhone(keyring.provider.doc, keyring.writer, secret.phone, parts.phoneName);
      await keyring.provider.flush();
      await moveIn(keyring);
      before?.provider.close();
      parts.onChange();
    },
    keysOf(log) {
      const access = [opening, opening?.leaving].find((known) => known?.log === log);
      if (access) return { ownerToken: access.ownerToken, keys: [{ epoch: 1, key: access.key }] };
      if (!current) return null;
      return keyringCases(current.provider.doc).find((entry) => entry.id === log) ?? null;
    },
  };
}

function carryOver(from: Provider, to: Keyring): void {
  for (const entry of keyringCases(from.doc)) {
    enterCase(to.provider.doc, to.writer, entry, entry.title.value, entry.createdAt);
  }
  for (const phone of keyringPhones(from.doc)) {
    enterPhone(to.provider.doc, to.writer, phone.id, phone.name.value, phone.addedAt);
  }
}
