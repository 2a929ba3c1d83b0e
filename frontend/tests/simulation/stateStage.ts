// The starting point of the stories of a sealed state: a case with some notes, and the time until its state is written.
import type { SimulatedDevice } from "./devices";
import { stage, write } from "./stage";

export const TEN = Array.from({ length: 10 }, (_, index) => `note ${index}`);

export async function anaWithTen() {
  const { clock, device } = stage();
  const ana = device("ana");
  const phone = await ana.start();
  const id = await phone.book.create("Knee");
  await write(phone, id, ...TEN);
  return { clock, device, ana, phone, id };
}

/** Waits until the state is due and written. */
export async function rested(device: SimulatedDevice, clock: { advance: (ms: number) => void }): Promise<void> {
  await device.phone?.book.catchUpAll().catch(() => {});
  for (let turn = 0; turn < 12; turn += 1) {
    clock.advance(1_000);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}
