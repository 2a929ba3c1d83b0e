// Whether the window has room for a list beside the page.
import { signal } from "@preact/signals";

export const isWide = signal(false);

/** Call once, before the first screen. The style sheets name the same width. */
export function followWidth(): void {
  const query = matchMedia("(min-width: 900px)");
  const look = () => {
    isWide.value = query.matches;
  };
  look();
  query.addEventListener("change", look);
}
