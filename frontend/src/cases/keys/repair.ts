// Watches the logs for what only someone with the keys can repair: a cloned device id, or entries that the server lost.
import type { Changes } from "../../storage/changes";
import type { LocalLog } from "../../storage/localLog";
import type { Sealer } from "./sealer";

export interface Repair {
  start(): Promise<void>;
  stop(): void;
  /** Resolves when no repair is under way. */
  settled(): Promise<void>;
}

export function createRepair(
  log: LocalLog,
  changes: Changes,
  sealer: Sealer,
  onError: (error: unknown) => void,
): Repair {
  const requested = new Set<string>();
  let repairing: Promise<void> | null = null;
  let unsubscribe = () => {};

  const repairAll = async () => {
    for (const name of requested) {
      requested.delete(name);
      const record = await log.record(name);
      if (record?.cloned || record?.orphans) await sealer.repair(record);
    }
  };
  // A repair that fails (no space) is requested again by the next change of its log.
  const ask = (name: string) => {
    requested.add(name);
    repairing ??= repairAll()
      .catch(onError)
      .finally(() => {
        repairing = null;
      });
  };

  return {
    async start() {
      unsubscribe = changes.subscribe(ask);
      for (const record of await log.logs()) ask(record.log);
    },
    stop: () => unsubscribe(),
    async settled() {
      while (repairing) await repairing;
    },
  };
}
