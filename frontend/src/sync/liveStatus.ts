// The sync status as it changes. Counts and notices are read from the local log, which is where the truth is.
import type { UpdateLog } from "../storage/updateLog";
import type { StatusSource, SyncStatus } from "./status";

export interface LiveStatus extends StatusSource {
  set(change: Partial<Pick<SyncStatus, "phase" | "problem" | "progress">>): void;
  progress(log: string, have: number, total: number): void;
  /** Reads waiting rows and notices again and tells the listeners. */
  refresh(): Promise<void>;
}

export function createStatus(log: UpdateLog): LiveStatus {
  const listeners = new Set<(status: SyncStatus) => void>();
  let status: SyncStatus = {
    phase: "idle",
    waiting: 0,
    lastExchangeAt: null,
    problem: null,
    notices: [],
    progress: [],
    fetched: [],
  };
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
      const read = await Promise.all([log.waiting(), log.logs()]).catch(() => null);
      // A storage that can't be read now says so where something is saved; the last known status stands.
      if (!read) return;
      const [waiting, logs] = read;
      const times = logs.flatMap((record) => record.lastExchangeAt ?? []).sort();
      const notices = logs.flatMap((record) => record.notices.map((notice) => ({ ...notice, log: record.log })));
      const fetched = logs.filter(
        ({ lastExchangeAt, cursor, serverHead }) => lastExchangeAt !== null && cursor >= serverHead,
      );
      set({ waiting, notices, fetched: fetched.map(({ log: id }) => id), lastExchangeAt: times.at(-1) ?? null });
    },
    async dismiss(notice) {
      await log.dismiss(notice.log, notice.code);
      await this.refresh();
    },
  };
}
