// The part of a phone that no first screen waits for, as one file to load: it exchanges entries with the server, seals again,
// tries what others wrote, and puts back what the storage lost.
import type { Changes } from "./storage/changes";
import type { WithDatabase } from "./storage/database";
import { createScrubStore } from "./storage/scrubStore";
import { createSyncLog } from "./storage/syncLog";
import { createEngine, type Engine, type EngineParts } from "./sync/engine";

export { createUntrustedMerge } from "./cases/documents/untrustedMerge";
export { createResealer } from "./cases/keys/resealer";
export { wholeOf } from "./domain/changes/whole";
export { createMergeProgress } from "./storage/mergeProgress";
export { createReseals } from "./storage/reseals";
export { createSetAsideStore } from "./storage/setAside";
export { hasSpaceForOthers } from "./storage/spaceForOthers";
export { createClient } from "./sync/client";

export type SyncParts = Omit<EngineParts, "syncLog" | "scrubStore"> & { withDatabase: WithDatabase; changes: Changes };

export function buildSync({ withDatabase, ...parts }: SyncParts): Engine {
  const syncLog = createSyncLog(withDatabase, parts.changes);
  return createEngine({ ...parts, syncLog, scrubStore: createScrubStore(withDatabase) });
}
