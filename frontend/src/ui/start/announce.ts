// What a screen reader announces without moving the focus: one polite live region that outlives the screens.
import { signal } from "@preact/signals";

export const announcement = signal("");

export function announce(sentence: string): void {
  announcement.value = sentence;
}
