// What a screen reader is told without moving: one polite line that outlives the screens.
import { signal } from "@preact/signals";

export const announcement = signal("");

export function announce(sentence: string): void {
  announcement.value = sentence;
}
