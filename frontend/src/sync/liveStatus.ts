// The sync status as it changes. Counts and notices are read from the local log, which is where the truth is.

import type { LocalLog } from "../storage/localLog";
import type { LogRecord } from "../storage/schema";
import type { StatusSource, SyncStatus } from "./status";

export interface LiveStatus extends StatusSource {
  set(change: Partial<Pick<SyncStatus, "phase" | "problem" | "progress" | "isStuck">>): void;
  progress(log: string, have: number, total: number): void;
  /** Reads waiting rows and notices again and tells the listeners. */
  refresh(): Promise<void>;
}

export function createStatus(log: LocalLog): LiveStatus {
  const listeners = new Set<(status: SyncStatus) => void>();
  let status: SyncStatus = {
    phase: "idle",
    waiting: 0,
    syncedAt: null,
    isStuck: false,
    problem: null,
    notices: [],
    progress: [],
    fetched: [],
    shutOut: [],
  };
  let asked = 0;
  let told = 0;
  const set = (change: Partial<SyncStatus>) => {
    status = { ...status, ...change };
    for (const listener of [...listeners]) listener(status);
  };

  return {
    current: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    progress(name, have, total) {
      const others = status.progress.filter((other) => other.log !== name);
      set({ progress: have < total ? [...others, { log: name, have, total }] : others });
    },
    async refresh() {
      asked += 1;
      const turn = asked;
      const read = await readLogs(log).catch(() => null);
      // A storage that can't be read now says so where something is saved; the last known status stands.
      // So does what was asked later, and is known already.
      if (!read || turn < told) return;
      told = turn;
      const { waiting, logs } = read;
      const notices = logs.flatMap((record) => record.notices.map((notice) => ({ ...notice, log: record.log })));
      const fetched = logs.filter(
        ({ lastExchangeAt, cursor, serverHead }) => lastExchangeAt !== null && cursor >= serverHead,
      );
      const shutOut = logs
        .filter((record) => record.shutOut)
        .map(({ log: id, incarnation }) => ({ log: id, wasIn: incarnation !== null }));
      set({ waiting, notices, shutOut, fetched: fetched.map(({ log: id }) => id), syncedAt: oldest(logs) });
    },
    async dismiss(notice) {
      await log.dismiss(notice.log, notice.code);
      await this.refresh();
    },
  };
}

// What waits behind a closed door waits for nobody's signal: it is not counted. What waits and is nobody's entry, such as the
// name of a case, is one together: nothing is called synced while anything waits.
async function readLogs(log: LocalLog): Promise<{ logs: LogRecord[]; waiting: number }> {
  const logs = await log.logs();
  const open = logs.filter((record) => !record.shutOut).map((record) => record.log);
  const unsent = sum(await Promise.all(open.map((name) => log.unsent(name))));
  const entries = unsent === 0 ? [] : await Promise.all(open.map((name) => log.waiting(name)));
  return { logs, waiting: Math.max(sum(entries), Math.min(unsent, 1)) };
}

// A round is as old as its oldest part. A log that the server has never known is not part of it.
function oldest(logs: LogRecord[]): string | null {
  const known = logs.filter(({ shutOut, incarnation }) => !shutOut && incarnation !== null);
  return known.map(({ syncedAt }) => syncedAt ?? "").sort()[0] || null;
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
