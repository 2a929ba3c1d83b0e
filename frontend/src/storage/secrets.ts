// The phone's secrets at rest, always wrapped, and the key that wraps them, which the browser holds as not extractable.
// This room only keeps them; wrapping happens in cases/ with crypto/.
import type { WithDatabase } from "./database";

const WRAPPING_KEY = "wrapping-key";

export interface SecretStore {
  wrappingKey(make: () => Promise<CryptoKey>): Promise<CryptoKey>;
  get(name: string): Promise<Uint8Array | null>;
  put(name: string, wrapped: Uint8Array): Promise<void>;
  /** Keeps what is there already and returns it; otherwise stores `wrapped`. Two tabs may race. */
  putIfAbsent(name: string, wrapped: Uint8Array): Promise<Uint8Array>;
}

export function createSecretStore(withDatabase: WithDatabase): SecretStore {
  const keep = <T extends CryptoKey | Uint8Array>(name: string, value: T) =>
    withDatabase(async (database) => {
      const tx = database.transaction("secrets", "readwrite", { durability: "strict" });
      const known = await tx.store.get(name);
      if (known === undefined) await tx.store.put(value, name);
      await tx.done;
      return known ?? value;
    });
  return {
    async wrappingKey(make) {
      const known = await withDatabase((database) => database.get("secrets", WRAPPING_KEY));
      const key = known ?? (await keep(WRAPPING_KEY, await make()));
      if (key instanceof Uint8Array) throw new Error("the wrapping key is damaged");
      return key;
    },
    async get(name) {
      const found = await withDatabase((database) => database.get("secrets", name));
      return found instanceof Uint8Array ? found : null;
    },
    async put(name, wrapped) {
      await withDatabase(async (database) => {
        const tx = database.transaction("secrets", "readwrite", { durability: "strict" });
        await tx.store.put(wrapped, name);
        await tx.done;
      });
    },
    async putIfAbsent(name, wrapped) {
      const kept = await keep(name, wrapped);
      if (!(kept instanceof Uint8Array)) throw new Error("a secret's name is taken");
      return kept;
    },
  };
}
