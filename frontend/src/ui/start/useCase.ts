// How a screen reads the open case: a value picked from the document, rendered again only when that value changes.
// Pick something that keeps its identity while it is unchanged (the lists of domain/ do), or a plain string or number.
import { useEffect, useRef, useState } from "preact/hooks";
import type { OpenCase } from "../../cases/book";
import type { CaseDoc } from "../../domain/document";

export function useCaseValue<T>(opened: OpenCase, pick: (doc: CaseDoc) => T): T {
  const latest = useRef(pick);
  latest.current = pick;
  const [, setSeen] = useState<T>(() => pick(opened.doc));
  useEffect(() => {
    const look = () => setSeen(() => latest.current(opened.doc));
    look();
    return opened.subscribe(look);
  }, [opened]);
  return pick(opened.doc);
}

/** Renders again whenever `source` says that it changed. */
export function useChanges(source: { subscribe(listener: () => void): () => void } | null): void {
  const [, setTurn] = useState(0);
  useEffect(() => {
    const look = () => setTurn((turn) => turn + 1);
    const stop = source?.subscribe(look);
    // It may have changed between the first rendering and this moment.
    look();
    return stop;
  }, [source]);
}
