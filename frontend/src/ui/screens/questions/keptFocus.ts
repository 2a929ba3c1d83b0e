// Keeps the focus when the button that was just pressed is replaced by something else: the focus moves to the
// replacement, not to the top of the page.
import { useLayoutEffect, useRef } from "preact/hooks";

/** For the element around both. Checks after each rendering, and only moves a focus that the rendering has lost. */
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
