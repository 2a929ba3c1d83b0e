// The part of a phone that no first screen waits for, as one file to load: it exchanges entries with the server, seals again,
// tries what others wrote, and puts back what the storage lost.
import type { Changes } from "./storage/changes";
import type { WithDatabase } from "./storage/database";
import { createLooks } from "./storage/looks";
import { createServerLog } from "./storage/serverLog";
import { createEngine, type Engine, type EngineParts } from "./sync/engine";

export { createResealer } from "./cases/resealer";
export { createTrying } from "./cases/trying";
export { wholeOf } from "./domain/changes/whole";
export { createReseals } from "./storage/reseals";
export { isRoomForOthers } from "./storage/roomForOthers";
export { createAsideStore } from "./storage/setAside";
export { createTrials } from "./storage/trials";
export { createClient } from "./sync/client";

export type SyncParts = Omit<EngineParts, "server" | "looks"> & { withDatabase: WithDatabase; changes: Changes };

export function buildSync({ withDatabase, ...parts }: SyncParts): Engine {
  const server = createServerLog(withDatabase, parts.changes);
  return createEngine({ ...parts, server, looks: createLooks(withDatabase) });
}
