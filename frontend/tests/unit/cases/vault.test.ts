// A storage that fails once is asked again: no failure is kept in the place of a key.
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { createVault } from "../../../src/cases/keys/vault";
import { createDatabase } from "../../../src/storage/database";
import { createSecretStore, type SecretStore } from "../../../src/storage/secrets";

let failures = 0;
let store: SecretStore;

beforeEach(() => {
  failures = 0;
  const real = createSecretStore(createDatabase(`vault-${crypto.randomUUID()}`));
  const once = <T>(work: () => Promise<T>): Promise<T> => {
    failures -= 1;
    return failures >= 0 ? Promise.reject(new Error("for a moment")) : work();
  };
  store = {
    ...real,
    get: (name) => once(() => real.get(name)),
    wrappingKey: (make) => once(() => real.wrappingKey(make)),
  };
});

describe("a storage that fails once", () => {
  it("answers the next time for a device's key", async () => {
    const { id, token } = await createVault(store).makeDevice();
    const vault = createVault(store);
    failures = 1;
    await expect(vault.device(id)).rejects.toThrow("for a moment");
    expect(await vault.device(id)).toMatchObject({ id, token });
  });

  it("answers the next time for the key that wraps all others", async () => {
    const vault = createVault(store);
    failures = 1;
    await expect(vault.makeDevice()).rejects.toThrow("for a moment");
    const { id } = await vault.makeDevice();
    expect(await vault.device(id)).toMatchObject({ id });
  });
});
