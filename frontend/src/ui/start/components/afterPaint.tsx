// The part of a long screen below the first view, drawn after that view, so that a slow phone shows the first view
// sooner. When the person comes back to a place further down, everything is drawn at once: otherwise there would be no
// such place yet.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { isComingBack } from "../router";

export function AfterPaint({ children }: { children: () => ComponentChildren }) {
  const [isDrawn, setDrawn] = useState(isComingBack);
  useEffect(() => {
    // Wait for the frame after this one: only then has the first view been painted.
    const frame = requestAnimationFrame(() => setTimeout(() => setDrawn(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isDrawn ? children() : null;
}
