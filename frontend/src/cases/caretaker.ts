// Watches the logs for what only someone with the keys can mend: a cloned device id, or entries that the server lost.
import type { Changes } from "../storage/changes";
import type { UpdateLog } from "../storage/updateLog";
import type { Sealer } from "./sealer";

export interface Caretaker {
  start(): Promise<void>;
  stop(): void;
  /** Resolves when nothing is being mended. */
  settled(): Promise<void>;
}

export function createCaretaker(
  log: UpdateLog,
  changes: Changes,
  sealer: Sealer,
  onError: (error: unknown) => void,
): Caretaker {
  const asked = new Set<string>();
  let mending: Promise<void> | null = null;
  let unsubscribe = () => {};

  const mendAll = async () => {
    for (const name of asked) {
      asked.delete(name);
      const record = await log.record(name);
      if (record?.cloned || record?.orphans) await sealer.mend(record);
    }
  };
  // A mend that fails (no room) is asked for again by the next change of its log.
  const ask = (name: string) => {
    asked.add(name);
    mending ??= mendAll()
      .catch(onError)
      .finally(() => {
        mending = null;
      });
  };

  return {
    async start() {
      unsubscribe = changes.subscribe(ask);
      for (const record of await log.logs()) ask(record.log);
    },
    stop: () => unsubscribe(),
    async settled() {
      while (mending) await mending;
    },
  };
}
