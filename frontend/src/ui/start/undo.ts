// The one thing that can be undone or put right at the moment. It never times out. It goes when the person closes it,
// uses it, or moves to another screen after at least ten seconds in which to read it.
import { signal } from "@preact/signals";

/** `button` replaces "Undo"; without `undo` there is only something to read. */
type Offer = { sentence: string; button?: string; undo?: () => void };
export type Undo = Offer & { offeredAt: number };

const SECONDS_TO_READ = 10;
const JUST_NOW_MS = 1000;

export const offered = signal<Undo | null>(null);

/** Offers to undo what was just done. `sentence` says what it was. */
export function offerUndo(sentence: string, undo: () => void): void {
  offered.value = { sentence, undo, offeredAt: performance.now() };
}

/** For offers made on leaving a screen: they do not replace the undo of a deletion that just led away from it. */
export function offerUnlessJustOffered(offer: Offer): void {
  const now = performance.now();
  if (offered.value && now - offered.value.offeredAt < JUST_NOW_MS) return;
  offered.value = { ...offer, offeredAt: now };
}

export function takeBack(): void {
  const last = offered.value;
  offered.value = null;
  last?.undo?.();
}

export function closeUndo(): void {
  offered.value = null;
}

/** Call on every navigation. */
export function forgetOldUndo(now = performance.now()): void {
  if (offered.value && now - offered.value.offeredAt > SECONDS_TO_READ * 1000) offered.value = null;
}
