// A storage that fails once is asked again: no failure is kept in place of a key.
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { Vault } from "../../../src/cases/keys/vault";
import { createDatabase } from "../../../src/storage/database";
import { SecretStore } from "../../../src/storage/secrets";

let failures = 0;
let store: SecretStore;

class FailingStore extends SecretStore {
  override async get(name: string): Promise<Uint8Array | null> {
    failOnce();
    return super.get(name);
  }

  override async wrappingKey(make: () => Promise<CryptoKey>): Promise<CryptoKey> {
    failOnce();
    return super.wrappingKey(make);
  }
}

function failOnce(): void {
  failures -= 1;
  if (failures >= 0) throw new Error("for a moment");
}

beforeEach(() => {
  failures = 0;
  store = new FailingStore(createDatabase(`vault-${crypto.randomUUID()}`));
});

describe("a storage that fails once", () => {
  it("answers the next time for a device's key", async () => {
    const { id, token } = await new Vault(store).makeDevice();
    const vault = new Vault(store);
    failures = 1;
    await expect(vault.device(id)).rejects.toThrow("for a moment");
    expect(await vault.device(id)).toMatchObject({ id, token });
  });

  it("answers the next time for the key that wraps all others", async () => {
    const vault = new Vault(store);
    failures = 1;
    await expect(vault.makeDevice()).rejects.toThrow("for a moment");
    const { id } = await vault.makeDevice();
    expect(await vault.device(id)).toMatchObject({ id });
  });
});
