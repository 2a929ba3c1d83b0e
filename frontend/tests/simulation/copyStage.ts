import type { SimulatedPhone } from "./devices";
import { stage, write } from "./stage";

export const ABOUT = { open: "A copy.", sealed: "A sealed copy." };

export const none = () => {};

export async function copyOf(phone: SimulatedPhone, id: string, passphrase: string | null = null): Promise<Uint8Array> {
  return (await phone.copies()).save(await phone.book.open(id), passphrase, ABOUT, none);
}

/** Opens a file that is not sealed. */
export async function openOn(phone: SimulatedPhone, file: Uint8Array) {
  const copies = await phone.copies();
  const read = await copies.read(file);
  if (read.is !== "open") throw new Error(JSON.stringify(read));
  return copies.open(read.copied, none);
}

export async function opened(phone: SimulatedPhone, file: Uint8Array): Promise<string> {
  const done = await openOn(phone, file);
  if (!done.ok) throw new Error("refused");
  return done.id;
}

export async function anaWithKnee() {
  const { clock, relay, device } = stage();
  const ana = device("ana");
  const phone = await ana.start();
  const knee = await phone.book.create("Knee");
  await write(phone, knee, "swollen", "stiff");
  return { clock, relay, device, ana, phone, knee };
}

export async function rowsOf(phone: SimulatedPhone, id: string): Promise<number> {
  return (await phone.log.rowsAfter(id, 0)).length;
}
