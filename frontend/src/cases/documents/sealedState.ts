// Opens the sealed state of a log at a start. It is sealed like a secret of this phone, under a name that says what it
// stands for: bytes of another log or of other rows do not open.
import type { StateHead, StateStore } from "../../storage/states";
import type { Vault } from "../keys/vault";

export type OpenedState = { head: StateHead; bytes: Uint8Array };
export type SealedStateParts = { states: StateStore; vault: Pick<Vault, "unwrapped"> };

/** Null when there is none, or any doubt about it. */
export async function openedState({ states, vault }: SealedStateParts, log: string): Promise<OpenedState | null> {
  // A storage that cannot be read now fails when the rows are read.
  const found = await states.of(log).catch(() => null);
  if (!found) return null;
  const { head, parts } = found;
  const opened = await Promise.all(parts.map((sealed, part) => vault.unwrapped(stateName(log, head, part), sealed)));
  const sound = opened.filter((bytes) => bytes !== null);
  return sound.length === parts.length ? { head, bytes: joined(sound) } : null;
}

/** The name of one part: everything that the state says of itself. */
export function stateName(log: string, { n, hash, rows, device, checked, fresh }: StateHead, part: number): string {
  return `state/${log}/${part}/${n}/${hash}/${rows}/${device}/${checked}/${fresh}`;
}

function joined(parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
