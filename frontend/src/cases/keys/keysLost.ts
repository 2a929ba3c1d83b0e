// What is stored on this phone and does not open any more, because its keys are gone. Nothing is deleted: someone who begins again
// leaves it where it is.
import { createDatabase, transact } from "../../storage/database";

export class KeysLost extends Error {}

const KEYRING = "keyring";
/** Stands among the secrets once the person has begun again beside what does not open. */
export const SET_ASIDE = "set-aside";

export async function setLostKeyringAside(): Promise<void> {
  await transact(createDatabase(), ["secrets"], "readwrite", async (tx) => {
    const store = tx.objectStore("secrets");
    const lost = (await store.get(KEYRING)) ?? new Uint8Array();
    await store.put(lost, `${SET_ASIDE}/${await store.count()}`);
    await store.put(new Uint8Array(), SET_ASIDE);
    await store.delete(KEYRING);
  });
}
