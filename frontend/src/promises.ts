// Promises that several callers share. Neither keeps a failure: whoever asks after one has the work done anew.

/** What `make` makes, made when it is first asked for under that name and kept in `made`. */
export function madeOnce<T>(made: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const known = made.get(name);
  if (known) return known;
  const making = make();
  made.set(name, making);
  making.catch(() => {
    // Another one may stand there by now.
    if (made.get(name) === making) made.delete(name);
  });
  return making;
}

/** The same work for all: whoever asks while it is under way waits for that run. */
export function shared(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
}
