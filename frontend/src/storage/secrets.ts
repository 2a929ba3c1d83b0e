// The phone's secrets on disk, always wrapped, and the key that wraps them, which the browser holds as not extractable.
// This module only stores them; wrapping happens in cases/ with crypto/.
import type { IDBPObjectStore } from "idb";
import { transact, type WithDatabase } from "./database";
import type { Schema } from "./schema";

type Secret = CryptoKey | Uint8Array;

const WRAPPING_KEY = "wrapping-key";

export class SecretStore {
  readonly #withDatabase: WithDatabase;
  // Every secret that was read or written, in case the storage loses it.
  readonly #held = new Map<string, Secret>();

  constructor(withDatabase: WithDatabase) {
    this.#withDatabase = withDatabase;
  }

  async wrappingKey(make: () => Promise<CryptoKey>): Promise<CryptoKey> {
    const key = (await this.#read(WRAPPING_KEY)) ?? (await this.#keep(WRAPPING_KEY, await make()));
    if (key instanceof Uint8Array) throw new Error("the wrapping key is damaged");
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
