// The first of a long list, and the rest on request: a case of hundreds opens as fast as a small one, and nothing is hidden
// without saying how much. What is printed is whole: on paper nobody can ask for the rest.
import { useEffect, useState } from "preact/hooks";

/** `hidden` says how many are not among `shown`; `showAll` brings them. */
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
