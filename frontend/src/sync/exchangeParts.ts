// What an exchange works with and how its steps end.
import type { Failure, LogApi } from "../protocol/api";
import type { Hash } from "../protocol/chain";
import type { ServerLog } from "../storage/serverLog";
import type { UpdateLog } from "../storage/updateLog";

/** What the phone may show the server for one log: the keyring's owner token and this device's own. Hex. */
export type Credentials = { ownerToken: string; device: string; deviceToken: string };
export type ExchangeParts = {
  log: UpdateLog;
  server: ServerLog;
  api: LogApi;
  hash: Hash;
  now: () => string;
  onProgress: (log: string, have: number, total: number) => void;
};
/** A page that contradicts itself is a failure of the server's, like its error codes. */
export type ExchangeFailure = Failure | (Omit<Failure, "code"> & { code: "broken_chain" });
export type Exchanged = { ok: true } | ExchangeFailure;
/** "moved": something went over, look for more. "again": the log changed under this step, start over. "done": nothing left. */
export type Step = "moved" | "again" | "done" | ExchangeFailure;
