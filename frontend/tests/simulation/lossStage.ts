// The starting point of a loss: a phone with two cases, whose database is deleted while the app runs.
import { type SimulatedDevice, settle } from "./devices";
import { stage, write } from "./stage";

/** As when a person, or the browser itself, clears the site's storage. */
export async function cleared(name: string): Promise<void> {
  const deletion = indexedDB.deleteDatabase(name);
  await new Promise((resolve, reject) => {
    deletion.onsuccess = resolve;
    deletion.onerror = reject;
  });
}

export async function clear(device: SimulatedDevice): Promise<void> {
  await cleared(device.database);
  await settle([device]);
}

export async function restarted(device: SimulatedDevice) {
  device.crash();
  return device.start();
}

export async function anaWithTwoCases() {
  const { clock, relay, device } = stage();
  const ana = device("ana");
  const phone = await ana.start();
  const [knee, heart] = [await phone.book.create("Knee"), await phone.book.create("Heart")];
  await write(phone, knee, "swollen");
  return { clock, relay, device, ana, phone, knee, heart };
}
