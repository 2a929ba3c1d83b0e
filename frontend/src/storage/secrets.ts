// The phone's secrets on disk, always wrapped, and the key that wraps them: held by the browser as not extractable, or,
// with an app lock, passed in by whoever opened it (docs/app-lock.md). A tab whose key was replaced writes nothing more.
// This module only stores them; wrapping happens in cases/ with crypto/.
import type { IDBPObjectStore } from "idb";
import { transact, type WithDatabase } from "./database";
import type { Schema } from "./schema";

type Secret = CryptoKey | Uint8Array;

/** Holds the key, or the lock record while there is an app lock. */
export const WRAPPING_KEY = "wrapping-key";
/** Another one after each change of the key. */
export const WRAPPING_KEY_ID = "wrapping-key-id";

/** There is an app lock, and nobody has opened it. */
export class Locked extends Error {}

export class SecretStore {
  readonly #withDatabase: WithDatabase;
  readonly #lockKey: CryptoKey | undefined;
  // Every secret that was read or written, in case the storage loses it.
  readonly #held = new Map<string, Secret>();

  /** `lockKey`: what opened the app lock, if there is one. */
  constructor(withDatabase: WithDatabase, lockKey?: CryptoKey) {
    this.#withDatabase = withDatabase;
    this.#lockKey = lockKey;
  }

  async wrappingKey(make: () => Promise<CryptoKey>): Promise<CryptoKey> {
    // The id is asked for first: beside a newer key it stops this tab's writes, the other way round it would not.
    const [, stored] = await Promise.all([this.#read(WRAPPING_KEY_ID), this.#read(WRAPPING_KEY)]);
    const key = this.#lockKey ?? stored ?? (await this.#keep(WRAPPING_KEY, await make()));
    if (key instanceof Uint8Array) throw new Locked();
    return key;
  }

  async get(name: string): Promise<Uint8Array | null> {
    const found = await this.#read(name);
    return found instanceof Uint8Array ? found : null;
  }

  async put(name: string, wrapped: Uint8Array): Promise<void> {
    await this.#write(name, wrapped, async () => undefined);
  }

  /** Returns what is there already; otherwise stores `wrapped`. Two tabs may race. */
  async putIfAbsent(name: string, wrapped: Uint8Array): Promise<Uint8Array> {
    const kept = await this.#keep(name, wrapped);
    if (!(kept instanceof Uint8Array)) throw new Error("a secret's name is taken");
    return kept;
  }

  /** Stores again the secrets that are known and no longer there. */
  async restore(): Promise<void> {
    for (const [name, value] of this.#held) await this.#keep(name, value);
  }

  /** All names that begin with `beginning`. */
  names(beginning: string): Promise<string[]> {
    return transact(this.#withDatabase, ["secrets"], "readonly", (tx) =>
      tx.objectStore("secrets").getAllKeys(IDBKeyRange.bound(beginning, `${beginning}\uffff`)),
    );
  }

  async remove(name: string): Promise<void> {
    this.#held.delete(name);
    await transact(this.#withDatabase, ["secrets"], "readwrite", (tx) => tx.objectStore("secrets").delete(name));
  }

  async #read(name: string): Promise<Secret | undefined> {
    const found = await transact(this.#withDatabase, ["secrets"], "readonly", (tx) =>
      tx.objectStore("secrets").get(name),
    );
    if (found) this.#held.set(name, found);
    return found;
  }

  #keep<T extends Secret>(name: string, value: T): Promise<Secret | T> {
    return this.#write(name, value, (store) => store.get(name));
  }

  /** `known` finds what must be kept instead of `value`. */
  async #write<T extends Secret>(
    name: string,
    value: T,
    known: (store: SecretsStore) => Promise<Secret | undefined>,
  ): Promise<Secret | T> {
    const kept = await transact(
      this.#withDatabase,
      ["secrets"],
      "readwrite",
      async (tx) => {
        const id = await tx.objectStore("secrets").get(WRAPPING_KEY_ID);
        // Where the storage was lost there is none: then everything is put back.
        if (id && String(id) !== String(this.#held.get(WRAPPING_KEY_ID))) throw new Locked();
        const present = await known(tx.objectStore("secrets"));
        if (present === undefined) await tx.objectStore("secrets").put(value, name);
        return present ?? value;
      },
      { durability: "strict" },
    );
    this.#held.set(name, kept);
    return kept;
  }
}

type SecretsStore = IDBPObjectStore<Schema, "secrets"[], "secrets", "readwrite">;
