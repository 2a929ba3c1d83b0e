// The one thing that can be taken back right now. It is never timed away: it goes when the person closes it, uses it,
// or moves on to another screen after having had at least ten seconds to read it.
import { signal } from "@preact/signals";

export type Undo = { sentence: string; undo: () => void; offeredAt: number };

const SECONDS_TO_READ = 10;

export const offered = signal<Undo | null>(null);

/** Offers to take back what was just done. `sentence` says what it was. */
export function offerUndo(sentence: string, undo: () => void): void {
  offered.value = { sentence, undo, offeredAt: performance.now() };
}

export function takeBack(): void {
  const last = offered.value;
  offered.value = null;
  last?.undo();
}

export function closeUndo(): void {
  offered.value = null;
}

/** To be called on every navigation. */
export function forgetOldUndo(now = performance.now()): void {
  if (offered.value && now - offered.value.offeredAt > SECONDS_TO_READ * 1000) offered.value = null;
}
