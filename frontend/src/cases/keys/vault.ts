// This phone's secrets, unwrapped: the keyring it belongs to and its device keys. Unwrapped in memory only; on disk
// they are wrapped.
import { makeWrappingKey, randomBytes } from "../../crypto/primitives";
import { type Signer, signerOf } from "../../crypto/signing";
import { unwrap, unwrapBytes, wrap, wrapBytes } from "../../crypto/wrap";
import { madeOnce } from "../../promises";
import { fromHex, toHex } from "../../protocol/bytes";
import type { SecretStore } from "../../storage/secrets";
import { KeysLost, SET_ASIDE } from "./keysLost";

/** What opens a keyring: its log, key and owner token. Hex. */
export type KeyringKeys = { log: string; key: string; ownerToken: string };
/** This phone's keyring, the phone's own id there, the keyring it has yet to move out of, and the second keyrings. */
export type KeyringSecret = KeyringKeys & {
  phone: string;
  leaving: KeyringKeys | null;
  second: readonly unknown[];
};
/** Hex. */
export type DeviceSecret = { seed: string; token: string };
export type Device = { id: string; token: string; signer: Signer };

const KEYRING = "keyring";
/** Name prefix of withdrawals that the server may not have carried out yet. */
export const WITHDRAWALS = "withdrawal/";
/** Name prefix of what a phone notes that was set up with a recovery code. */
export const RECOVERED = "recovered/";

export class Vault {
  readonly #store: SecretStore;
  readonly #devices = new Map<string, Promise<Device | null>>();
  readonly #wrapping = new Map<string, Promise<CryptoKey>>();

  constructor(store: SecretStore) {
    this.#store = store;
  }

  async keyring(): Promise<KeyringSecret | null> {
    const wrapped = await this.#store.get(KEYRING);
    return wrapped ? keyringIn(await unwrap(await this.#key(), KEYRING, wrapped)) : null;
  }

  /** Whether the person has begun again beside what can no longer be opened. */
  async hasBegunAgain(): Promise<boolean> {
    return (await this.#store.get(SET_ASIDE)) !== null;
  }

  /** Keeps `made` unless this phone already has a keyring; returns the one it has. */
  async firstKeyring(made: KeyringSecret): Promise<KeyringSecret> {
    const kept = await this.#store.putIfAbsent(KEYRING, await wrap(await this.#key(), KEYRING, made));
    return keyringIn(await unwrap(await this.#key(), KEYRING, kept));
  }

  async replaceKeyring(secret: KeyringSecret): Promise<void> {
    await this.#store.put(KEYRING, await wrap(await this.#key(), KEYRING, secret));
  }

  /** The text kept under `name`; `make` supplies it the first time. The same in every tab and after a restart. */
  async keptText(name: string, make: () => Promise<string>): Promise<string> {
    const known = await this.#read(name);
    if (known !== null) return textIn(known);
    const kept = await this.#store.putIfAbsent(name, await this.#wrappedText(name, make));
    return textIn(await unwrap(await this.#key(), name, kept));
  }

  /** Wraps what is stored for a short time only, under `name`. */
  async wrapped(name: string, bytes: Uint8Array): Promise<Uint8Array> {
    return wrapBytes(await this.#key(), name, new Uint8Array(bytes));
  }

  async unwrapped(name: string, wrapped: Uint8Array): Promise<Uint8Array | null> {
    return unwrapBytes(await this.#key(), name, wrapped);
  }

  /** Replaces what is kept under `name` with `text`. */
  async keepText(name: string, text: string): Promise<void> {
    await this.#store.put(name, await this.#wrappedText(name, async () => text));
  }

  /** The texts whose names begin with `beginning`. */
  async keptTexts(beginning: string): Promise<string[]> {
    const names = await this.#store.names(beginning);
    const found = await Promise.all(names.map((name) => this.#read(name)));
    // One that another tab has removed meanwhile is missing.
    return found.filter((kept) => kept !== null).map(textIn);
  }

  /** Whether there are any, without opening them. */
  async holds(beginning: string): Promise<boolean> {
    return (await this.#store.names(beginning)).length > 0;
  }

  forgetText(name: string): Promise<void> {
    return this.#store.remove(name);
  }

  /** Makes a device key and its bearer token, stored before anyone can use them. */
  async makeDevice(): Promise<Device> {
    const seed = randomBytes(32);
    const token = toHex(randomBytes(32));
    const signer = await signerOf(seed);
    const id = toHex(signer.publicKey);
    await this.#keepDevice(id, { seed: toHex(seed), token });
    return { id, token, signer };
  }

  /** Keeps a device of another phone of the person, to go on as it. Null when the seed is not its own. */
  async keepDevice(id: string, secret: DeviceSecret): Promise<Device | null> {
    const device = await deviceIn(id, secret);
    if (!device || toHex(device.signer.publicKey) !== id) return null;
    await this.#keepDevice(id, secret);
    this.#devices.delete(id);
    return device;
  }

  /** What another phone needs to go on as this device. */
  async deviceSecret(id: string): Promise<DeviceSecret | null> {
    const { seed, token } = fieldsOf(await this.#read(deviceName(id)));
    return isText(seed) && isText(token) ? { seed, token } : null;
  }

  /** Null when this phone's key for the device is missing or does not open. */
  device(id: string): Promise<Device | null> {
    return madeOnce(this.#devices, id, async () => deviceIn(id, await this.#read(deviceName(id))));
  }

  async #keepDevice(id: string, secret: DeviceSecret): Promise<void> {
    const name = deviceName(id);
    await this.#store.put(name, await wrap(await this.#key(), name, secret));
  }

  #key(): Promise<CryptoKey> {
    return madeOnce(this.#wrapping, "", () => this.#store.wrappingKey(makeWrappingKey));
  }

  async #read(name: string): Promise<unknown> {
    const wrapped = await this.#store.get(name);
    return wrapped ? unwrap(await this.#key(), name, wrapped) : null;
  }

  async #wrappedText(name: string, make: () => Promise<string>): Promise<Uint8Array> {
    return wrap(await this.#key(), name, { text: await make() });
  }
}

/** The name under which the vault keeps a device's key. */
export function deviceName(id: string): string {
  return `device/${id}`;
}

// A keyring that cannot be opened is not "no keyring": a new one in its place would hide every case.
function keyringIn(value: unknown): KeyringSecret {
  const keys = keyringKeysIn(value);
  const { phone, leaving, second } = fieldsOf(value);
  if (!keys || !isText(phone)) throw new KeysLost("this phone's keyring does not open");
  return { ...keys, phone, leaving: keyringKeysIn(leaving), second: Array.isArray(second) ? second : [] };
}

/** Decodes keyring keys, from this phone's vault or from an invite. */
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
