// The part of a phone that exchanges entries with the server, as one file to load: no first screen waits for it.
import type { Changes } from "./storage/changes";
import type { WithDatabase } from "./storage/database";
import { createServerLog } from "./storage/serverLog";
import { createEngine, type Engine, type EngineParts } from "./sync/engine";

export { createClient } from "./sync/client";

export type SyncParts = Omit<EngineParts, "server"> & { withDatabase: WithDatabase; changes: Changes };

export function buildSync({ withDatabase, ...parts }: SyncParts): Engine {
  return createEngine({ ...parts, server: createServerLog(withDatabase, parts.changes) });
}
