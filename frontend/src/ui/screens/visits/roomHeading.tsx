// The heading of each screen of the room. It takes the focus when it appears, so that a screen reader reads the next
// question and the phone's keyboard closes.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

type Props = { children: ComponentChildren; takesFocus: boolean; isQuiet?: boolean };

/** `takesFocus` is false on arrival: the title of the screen has the focus then, and says with whom the visit is. */
export function RoomHeading({ children, takesFocus, isQuiet = false }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!takesFocus) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} class={isQuiet ? "room-heading" : "room-heading room-large"} dir="auto">
      {children}
    </h2>
  );
}
