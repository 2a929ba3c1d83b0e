// What is stored on this phone and can no longer be opened because its keys are gone. Nothing is deleted: if the person
// begins again, it stays where it is.
import { createDatabase, transact } from "../../storage/database";
import { WRAPPING_KEY } from "../../storage/secrets";

export class KeysLost extends Error {}

const KEYRING = "keyring";
/** Stored among the secrets once the person has begun again beside what cannot be opened. */
export const SET_ASIDE = "set-aside";

export async function setLostKeyringAside(): Promise<void> {
  await transact(createDatabase(), ["secrets"], "readwrite", async (tx) => {
    const store = tx.objectStore("secrets");
    const lost = (await store.get(KEYRING)) ?? new Uint8Array();
    await store.put(lost, `${SET_ASIDE}/${await store.count()}`);
    await store.put(new Uint8Array(), SET_ASIDE);
    await store.delete(KEYRING);
    // An app lock closes what is set aside, not what comes after it.
    const key = await store.get(WRAPPING_KEY);
    if (!(key instanceof Uint8Array)) return;
    await store.put(key, `${SET_ASIDE}/lock/${await store.count()}`);
    await store.delete(WRAPPING_KEY);
  });
}
