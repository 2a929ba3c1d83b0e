// A phone with an app lock: its lock, the key that a PIN opens, and a start that goes the way of whoever knows a PIN.
import { expect } from "vitest";
import { AppLock } from "../../src/cases/appLock/appLock";
import { createDatabase } from "../../src/storage/database";
import { type SimulatedDevice, settle } from "./devices";
import { texts, titles } from "./stage";

export const PIN = "271828";
export const OTHER = "314159";

export function lockOf(device: SimulatedDevice, elapsed = () => 0): AppLock {
  return new AppLock(createDatabase(device.database), elapsed);
}

export async function keyOf(lock: AppLock, pin = PIN): Promise<CryptoKey> {
  const opening = await lock.openByPin(pin);
  if (!opening.ok) throw new Error("the PIN does not open the lock");
  return opening.key;
}

/** The phone opens without a lock, or with one of these PINs, and every word is there. */
export async function opens(device: SimulatedDevice, knee: string, pins = [PIN, OTHER]): Promise<string> {
  device.crash();
  const lock = lockOf(device);
  let by = "no lock";
  device.lockKey = undefined;
  if (await lock.state()) {
    for (const pin of pins) {
      const opening = await lock.openByPin(pin);
      if (opening.ok) [device.lockKey, by] = [opening.key, pin];
    }
  }
  const phone = await device.start();
  expect([titles(phone), await texts(phone, knee)]).toEqual([["Heart", "Knee"], ["swollen"]]);
  await settle([device]);
  return by;
}
