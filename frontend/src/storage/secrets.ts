// The phone's secrets at rest, always wrapped, and the key that wraps them, which the browser holds as not extractable.
// This room only keeps them; wrapping happens in cases/ with crypto/.
import type { IDBPObjectStore } from "idb";
import { transact, type WithDatabase } from "./database";
import type { Schema } from "./schema";

type Secret = CryptoKey | Uint8Array;

const WRAPPING_KEY = "wrapping-key";

export interface SecretStore {
  wrappingKey(make: () => Promise<CryptoKey>): Promise<CryptoKey>;
  get(name: string): Promise<Uint8Array | null>;
  put(name: string, wrapped: Uint8Array): Promise<void>;
  /** Keeps what is there already and returns it; otherwise stores `wrapped`. Two tabs may race. */
  putIfAbsent(name: string, wrapped: Uint8Array): Promise<Uint8Array>;
  /** Stores again what went through here and is not there any more. */
  restore(): Promise<void>;
  /** The names that begin with `beginning`. */
  names(beginning: string): Promise<string[]>;
  remove(name: string): Promise<void>;
}

export function createSecretStore(withDatabase: WithDatabase): SecretStore {
  const held = new Map<string, Secret>();
  const read = async (name: string) => {
    const found = await transact(withDatabase, ["secrets"], "readonly", (tx) => tx.objectStore("secrets").get(name));
    if (found) held.set(name, found);
    return found;
  };
  const write = async <T extends Secret>(
    name: string,
    value: T,
    known: (store: SecretsStore) => Promise<Secret | undefined>,
  ) => {
    const kept = await transact(
      withDatabase,
      ["secrets"],
      "readwrite",
      async (tx) => {
        const present = await known(tx.objectStore("secrets"));
        if (present === undefined) await tx.objectStore("secrets").put(value, name);
        return present ?? value;
      },
      { durability: "strict" },
    );
    held.set(name, kept);
    return kept;
  };
  const keep = <T extends Secret>(name: string, value: T) => write(name, value, (store) => store.get(name));
  return {
    async wrappingKey(make) {
      const key = (await read(WRAPPING_KEY)) ?? (await keep(WRAPPING_KEY, await make()));
      if (key instanceof Uint8Array) throw new Error("the wrapping key is damaged");
      return key;
    },
    async get(name) {
      const found = await read(name);
      return found instanceof Uint8Array ? found : null;
    },
    async put(name, wrapped) {
      await write(name, wrapped, async () => undefined);
    },
    async putIfAbsent(name, wrapped) {
      const kept = await keep(name, wrapped);
      if (!(kept instanceof Uint8Array)) throw new Error("a secret's name is taken");
      return kept;
    },
    async restore() {
      for (const [name, value] of held) await keep(name, value);
    },
    names: (beginning) =>
      transact(withDatabase, ["secrets"], "readonly", (tx) =>
        tx.objectStore("secrets").getAllKeys(IDBKeyRange.bound(beginning, `${beginning}\uffff`)),
      ),
    async remove(name) {
      held.delete(name);
      await transact(withDatabase, ["secrets"], "readwrite", (tx) => tx.objectStore("secrets").delete(name));
    },
  };
}

type SecretsStore = IDBPObjectStore<Schema, "secrets"[], "secrets", "readwrite">;
