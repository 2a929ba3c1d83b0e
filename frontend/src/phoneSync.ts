// The part of a phone that no first screen waits for, loaded as one file: it exchanges entries with the server, seals
// again, tries what others wrote, and puts back what the storage lost.
import type { Changes } from "./storage/changes";
import type { WithDatabase } from "./storage/database";
import { createScrubStore } from "./storage/scrubStore";
import { SyncLog } from "./storage/syncLog";
import { type Engine, type EngineParts, SyncEngine } from "./sync/engine";

export { writeState } from "./cases/documents/stateWriter";
export { UntrustedMerge } from "./cases/documents/untrustedMerge";
export { Resealer } from "./cases/keys/resealer";
export { wholeOf } from "./domain/changes/updates";
export { MergeProgress } from "./storage/mergeProgress";
export { createReseals } from "./storage/reseals";
export { createSetAsideStore } from "./storage/setAside";
export { hasSpaceForOthers } from "./storage/spaceForOthers";
export { createClient } from "./sync/client";

export type SyncParts = Omit<EngineParts, "syncLog" | "scrubStore"> & { withDatabase: WithDatabase; changes: Changes };

export function buildSync({ withDatabase, ...parts }: SyncParts): Engine {
  const syncLog = new SyncLog(withDatabase, parts.changes);
  return new SyncEngine({ ...parts, syncLog, scrubStore: createScrubStore(withDatabase) });
}
