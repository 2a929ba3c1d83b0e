// What an app lock reads and replaces on the disk (docs/app-lock.md): all secrets and drafts at once, the lock record,
// and the count of wrong PINs. Every replacement is one transaction, and only of what was read before.
import type { IDBPObjectStore } from "idb";
import { transact, type WithDatabase } from "./database";
import type { Draft, Schema } from "./schema";
import { WRAPPING_KEY, WRAPPING_KEY_ID } from "./secrets";

/** `key`: the wrapping key, or the lock record. `secrets` by name, without the two above. */
export type Stored = { key: CryptoKey | Uint8Array | null; secrets: Map<string, Uint8Array>; drafts: Draft[] };
/** How often a PIN was wrong since it was last right, and how many milliseconds are left to wait. */
export type WrongPins = { count: number; left: number };

const WRONG_PINS = "wrong-pins";
const NAMES_OF_ITS_OWN = [WRAPPING_KEY, WRAPPING_KEY_ID, WRONG_PINS];
const DURABLY = { durability: "strict" } as const;

export class LockStore {
  readonly #withDatabase: WithDatabase;

  constructor(withDatabase: WithDatabase) {
    this.#withDatabase = withDatabase;
  }

  /** What is where the key or the lock record stands. */
  async key(): Promise<CryptoKey | Uint8Array | null> {
    const found = await transact(this.#withDatabase, ["secrets"], "readonly", (tx) =>
      tx.objectStore("secrets").get(WRAPPING_KEY),
    );
    return found ?? null;
  }

  all(): Promise<Stored> {
    return transact(this.#withDatabase, ["secrets", "drafts"], "readonly", async (tx) => {
      const store = tx.objectStore("secrets");
      const names = await store.getAllKeys();
      const values = await store.getAll();
      const drafts = await tx.objectStore("drafts").getAll();
      const secrets = names.flatMap((name, at): [string, Uint8Array][] => {
        const value = values[at];
        return value instanceof Uint8Array && !NAMES_OF_ITS_OWN.includes(name) ? [[name, value]] : [];
      });
      return { key: values[names.indexOf(WRAPPING_KEY)] ?? null, secrets: new Map(secrets), drafts };
    });
  }

  /**
   * Replaces everything that `before` names, under a new id of the key, and deletes all sealed states. False, and
   * nothing done, if it has changed.
   */
  replaceAll(before: Stored, after: Stored, keyId: Uint8Array): Promise<boolean> {
    return transact(
      this.#withDatabase,
      ["secrets", "drafts", "states"],
      "readwrite",
      async (tx) => {
        const [secrets, drafts] = [tx.objectStore("secrets"), tx.objectStore("drafts")];
        const key = await secrets.get(WRAPPING_KEY);
        const names = await secrets.getAllKeys();
        const draftKeys = await drafts.getAllKeys();
        // Each separately, here and below: when one throws at once, the outcome of the others is still awaited.
        const now = await Promise.all([...before.secrets.keys()].map(async (name) => secrets.get(name)));
        const isSame =
          !(key instanceof Uint8Array) &&
          names.filter((name) => !NAMES_OF_ITS_OWN.includes(name)).length === before.secrets.size &&
          [...before.secrets.values()].every((value, at) => String(value) === String(now[at])) &&
          String(draftKeys) === String(before.drafts.map(({ log, id }) => [log, id]));
        if (!isSame || after.key === null) return false;
        await Promise.all([...after.secrets].map(async ([name, value]) => secrets.put(value, name)));
        await Promise.all(after.drafts.map(async (draft) => drafts.put(draft)));
        await secrets.put(keyId, WRAPPING_KEY_ID);
        await secrets.put(after.key, WRAPPING_KEY);
        await secrets.delete(WRONG_PINS);
        // Under the old key; a start makes them again from rows.
        await tx.objectStore("states").clear();
        return true;
      },
      DURABLY,
    );
  }

  /** Puts `after` in the place of the lock record `before`. False, and nothing done, if another one stands there. */
  replaceKey(before: Uint8Array, after: CryptoKey | Uint8Array): Promise<boolean> {
    return this.#inSecrets(async (store) => {
      const isSame = String(await store.get(WRAPPING_KEY)) === String(before);
      if (isSame) await store.put(after, WRAPPING_KEY);
      return isSame;
    });
  }

  /** Changes the count of wrong PINs; resolves to what `change` was given. */
  wrongPins(change: (now: WrongPins) => WrongPins): Promise<WrongPins> {
    return this.#inSecrets(async (store) => {
      const before = wrongPinsIn(await store.get(WRONG_PINS));
      await store.put(new TextEncoder().encode(JSON.stringify(change(before))), WRONG_PINS);
      return before;
    });
  }

  #inSecrets<T>(work: (store: SecretsStore) => Promise<T>): Promise<T> {
    return transact(this.#withDatabase, ["secrets"], "readwrite", (tx) => work(tx.objectStore("secrets")), DURABLY);
  }
}

type SecretsStore = IDBPObjectStore<Schema, "secrets"[], "secrets", "readwrite">;

function wrongPinsIn(stored: CryptoKey | Uint8Array | undefined): WrongPins {
  if (!(stored instanceof Uint8Array)) return { count: 0, left: 0 };
  const { count, left }: { count: unknown; left: unknown } = JSON.parse(new TextDecoder().decode(stored));
  return { count: Number(count) || 0, left: Number(left) || 0 };
}
