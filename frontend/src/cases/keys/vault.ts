// This phone's secrets, unwrapped: the keyring it belongs to and its device keys. In memory only; at rest they are wrapped.
import { makeWrappingKey, randomBytes } from "../../crypto/primitives";
import { type Signer, signerOf } from "../../crypto/signing";
import { unwrap, unwrapBytes, wrap, wrapBytes } from "../../crypto/wrap";
import { fromHex, toHex } from "../../protocol/bytes";
import type { SecretStore } from "../../storage/secrets";
import { KeysLost, SET_ASIDE } from "./keysLost";

/** What opens a keyring: its log, key and owner token. Hex. */
export type KeyringKeys = { log: string; key: string; ownerToken: string };
/** The keyring this phone is in, the phone's own id there, the keyring it has yet to move out of, and those beside it (see secondKeyrings). */
export type KeyringSecret = KeyringKeys & {
  phone: string;
  leaving: KeyringKeys | null;
  second: readonly unknown[];
};
export type Device = { id: string; token: string; signer: Signer };

export interface Vault {
  keyring(): Promise<KeyringSecret | null>;
  /** Whether the person has begun again beside what does not open any more. */
  hasBegunAgain(): Promise<boolean>;
  /** Keeps `made` unless this phone has a keyring already; returns the one it has. */
  firstKeyring(made: KeyringSecret): Promise<KeyringSecret>;
  replaceKeyring(secret: KeyringSecret): Promise<void>;
  /** The text kept under `name`; `make` says what it is the first time. The same in every tab and after a restart. */
  keptText(name: string, make: () => Promise<string>): Promise<string>;
  /** What rests here for a moment only, under the name it was wrapped with. */
  wrapped(name: string, bytes: Uint8Array): Promise<Uint8Array>;
  unwrapped(name: string, wrapped: Uint8Array): Promise<Uint8Array | null>;
  /** Keeps `text` in the place of what is kept under `name`. */
  keepText(name: string, text: string): Promise<void>;
  /** The texts whose names begin with `beginning`. */
  keptTexts(beginning: string): Promise<string[]>;
  /** Whether there are any, without opening them. */
  holds(beginning: string): Promise<boolean>;
  forgetText(name: string): Promise<void>;
  /** Makes a device key and its bearer token, stored before anyone can use them. */
  makeDevice(): Promise<Device>;
  /** Null when this phone's key for the device is missing or does not open. */
  device(id: string): Promise<Device | null>;
}

const KEYRING = "keyring";
/** How the names begin of wishes that the server may not have carried out yet. */
export const WITHDRAWALS = "withdrawal/";

export function createVault(store: SecretStore): Vault {
  const devices = new Map<string, Promise<Device | null>>();
  let wrapping: Promise<CryptoKey> | null = null;
  const key = () => {
    wrapping ??= store.wrappingKey(makeWrappingKey).catch((error: unknown) => {
      wrapping = null;
      throw error;
    });
    return wrapping;
  };
  const read = async (name: string) => {
    const wrapped = await store.get(name);
    return wrapped ? unwrap(await key(), name, wrapped) : null;
  };
  const wrapped = async (name: string, make: () => Promise<string>) => wrap(await key(), name, { text: await make() });
  const readDevice = async (id: string) => deviceIn(id, await read(`device/${id}`));

  return {
    async keyring() {
      const wrapped = await store.get(KEYRING);
      return wrapped ? keyringIn(await unwrap(await key(), KEYRING, wrapped)) : null;
    },
    hasBegunAgain: async () => (await store.get(SET_ASIDE)) !== null,
    async firstKeyring(made) {
      const kept = await store.putIfAbsent(KEYRING, await wrap(await key(), KEYRING, made));
      return keyringIn(await unwrap(await key(), KEYRING, kept));
    },
    replaceKeyring: async (secret) => store.put(KEYRING, await wrap(await key(), KEYRING, secret)),
    async keptText(name, make) {
      const known = await read(name);
      const kept = known ?? (await unwrap(await key(), name, await store.putIfAbsent(name, await wrapped(name, make))));
      return textIn(kept);
    },
    wrapped: async (name, bytes) => wrapBytes(await key(), name, new Uint8Array(bytes)),
    unwrapped: async (name, wrapped) => unwrapBytes(await key(), name, wrapped),
    keepText: async (name, text) => store.put(name, await wrapped(name, async () => text)),
    async keptTexts(beginning) {
      const found = await Promise.all((await store.names(beginning)).map(read));
      // One that another tab has let go of meanwhile is not there.
      return found.filter((kept) => kept !== null).map(textIn);
    },
    holds: async (beginning) => (await store.names(beginning)).length > 0,
    forgetText: store.remove,
    async makeDevice() {
      const seed = randomBytes(32);
      const token = toHex(randomBytes(32));
      const signer = await signerOf(seed);
      const id = toHex(signer.publicKey);
      await store.put(`device/${id}`, await wrap(await key(), `device/${id}`, { seed: toHex(seed), token }));
      return { id, token, signer };
    },
    device(id) {
      const known = devices.get(id) ?? readDevice(id);
      devices.set(id, known);
      // A storage that failed once may answer the next time.
      known.catch(() => devices.delete(id));
      return known;
    },
  };
}

// A keyring that does not open is not "no keyring": a new one in its place would hide every case.
function keyringIn(value: unknown): KeyringSecret {
  const keys = keyringKeysIn(value);
  const { phone, leaving, second } = fieldsOf(value);
  if (!keys || !isText(phone)) throw new KeysLost("this phone's keyring does not open");
  return { ...keys, phone, leaving: keyringKeysIn(leaving), second: Array.isArray(second) ? second : [] };
}

/** Decodes what opens a keyring, from this phone's vault or from an invite. */
export function keyringKeysIn(value: unknown): KeyringKeys | null {
  const { log, key, ownerToken } = fieldsOf(value);
  return isHex(log, 16) && isHex(key, 32) && isHex(ownerToken, 32) ? { log, key, ownerToken } : null;
}

function textIn(kept: unknown): string {
  const { text } = fieldsOf(kept);
  if (!isText(text)) throw new Error("what this phone kept does not open");
  return text;
}

async function deviceIn(id: string, value: unknown): Promise<Device | null> {
  const { seed, token } = fieldsOf(value);
  if (!isText(seed) || !isText(token)) return null;
  return { id, token, signer: await signerOf(fromHex(seed, 32)) };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isHex(value: unknown, bytes: number): value is string {
  return isText(value) && value.length === bytes * 2 && /^[0-9a-f]*$/.test(value);
}
