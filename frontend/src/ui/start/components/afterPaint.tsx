// What lies below the first view of a long screen: drawn once the first view stands, so that a slow phone shows that sooner.
// Someone who comes back to a place further down gets all of it at once, or there would be nothing to come back to.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { isComingBack } from "../router";

export function AfterPaint({ children }: { children: () => ComponentChildren }) {
  const [isDrawn, setDrawn] = useState(isComingBack);
  useEffect(() => {
    // The frame after this one: only then has the first view been shown.
    const frame = requestAnimationFrame(() => setTimeout(() => setDrawn(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isDrawn ? children() : null;
}
