// Promises that several callers share. Neither function keeps a failure: the next caller has the work done again.

/** The result of `make`, made at the first call with that name and kept in `made`. */
export function madeOnce<T>(made: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const known = made.get(name);
  if (known) return known;
  const making = make();
  made.set(name, making);
  making.catch(() => {
    // It may have been replaced by now.
    if (made.get(name) === making) made.delete(name);
  });
  return making;
}

/** Callers share one run of `work`: whoever calls while it is under way waits for that run. */
export function shared(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
}
