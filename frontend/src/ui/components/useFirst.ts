// The first of a long list, and the rest on request: a case with hundreds opens as fast as a small one, and the number
// hidden is always shown. Print shows all of it, because paper has no button for the rest.
import { useEffect, useState } from "preact/hooks";

/** `hidden` is how many are not among `shown`; `showAll` adds them. */
export function useFirst<T>(
  all: readonly T[],
  count: number,
): { shown: readonly T[]; hidden: number; showAll: () => void } {
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    const showAll = () => setWhole(true);
    addEventListener("beforeprint", showAll);
    return () => removeEventListener("beforeprint", showAll);
  }, []);
  const shown = isWhole ? all : all.slice(0, count);
  return { shown, hidden: all.length - shown.length, showAll: () => setWhole(true) };
}
