// Focus that stays in its place when the button that was used gives way to something else: whoever stood on the button stands on
// what took its place then, and not at the top of the page.
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
