// Keeps the focus when the button that was just used is replaced by something else: the focus moves to what replaced it, and not to
// the top of the page.
import { useLayoutEffect, useRef } from "preact/hooks";

/** For the element around both. It looks after each rendering, and moves only a focus that was lost in it. */
export function useKeptFocus<E extends HTMLElement>() {
  const around = useRef<E>(null);
  const held = useRef(false);
  if (around.current !== null) held.current = around.current.contains(document.activeElement);
  useLayoutEffect(() => {
    if (!held.current || around.current?.contains(document.activeElement)) return;
    around.current?.querySelector<HTMLElement>("a, button")?.focus();
  });
  return around;
}
