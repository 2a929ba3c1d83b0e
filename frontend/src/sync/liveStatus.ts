// The sync status as it changes. Counts and notices are read from the local log, which is where the truth is.

import type { LocalLog } from "../storage/localLog";
import type { LogRecord } from "../storage/schema";
import type { Notice, StatusSource, SyncStatus } from "./status";

const NOTHING_YET: SyncStatus = {
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

export class LiveStatus implements StatusSource {
  readonly #log: LocalLog;
  readonly #listeners = new Set<(status: SyncStatus) => void>();
  #status = NOTHING_YET;
  #asked = 0;
  #told = 0;

  constructor(log: LocalLog) {
    this.#log = log;
  }

  current(): SyncStatus {
    return this.#status;
  }

  subscribe(listener: (status: SyncStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(change: Partial<Pick<SyncStatus, "phase" | "problem" | "progress" | "isStuck">>): void {
    this.#tell(change);
  }

  progress(log: string, have: number, total: number): void {
    const others = this.#status.progress.filter((other) => other.log !== log);
    this.#tell({ progress: have < total ? [...others, { log, have, total }] : others });
  }

  /** Reads waiting rows and notices again and notifies the listeners. */
  async refresh(): Promise<void> {
    this.#asked += 1;
    const turn = this.#asked;
    const read = await readLogs(this.#log).catch(() => null);
    // If the storage cannot be read now, whatever saves there says so; the last known status stays. It also stays when
    // a later read has finished first.
    if (!read || turn < this.#told) return;
    this.#told = turn;
    this.#tell(statusOf(read));
  }

  async dismiss({ log, code }: Notice): Promise<void> {
    await this.#log.dismiss(log, code);
    await this.refresh();
  }

  #tell(change: Partial<SyncStatus>): void {
    this.#status = { ...this.#status, ...change };
    for (const listener of [...this.#listeners]) listener(this.#status);
  }
}

type Read = { logs: LogRecord[]; waiting: number };

function statusOf({ waiting, logs }: Read): Partial<SyncStatus> {
  const fetched = logs.filter(
    ({ lastExchangeAt, cursor, serverHead }) => lastExchangeAt !== null && cursor >= serverHead,
  );
  const shutOut = logs.filter((record) => record.shutOut);
  return {
    waiting,
    notices: logs.flatMap(({ log, notices }) => notices.map((notice) => ({ ...notice, log }))),
    shutOut: shutOut.map(({ log, incarnation }) => ({ log, wasIn: incarnation !== null })),
    fetched: fetched.map(({ log }) => log),
    syncedAt: oldest(logs),
  };
}

// What waits in a log that shuts this phone out is not counted: no signal will send it. What belongs to no entry, such
// as the name of a case, counts as one altogether: nothing is called synced while anything waits.
async function readLogs(log: LocalLog): Promise<Read> {
  const logs = await log.logs();
  const open = logs.filter((record) => !record.shutOut).map((record) => record.log);
  const unsent = sum(await Promise.all(open.map((name) => log.unsent(name))));
  const entries = unsent === 0 ? [] : await Promise.all(open.map((name) => log.waiting(name)));
  return { logs, waiting: Math.max(sum(entries), Math.min(unsent, 1)) };
}

// The last full round is as old as the oldest sync of any log. A log that the server has never known is left out.
function oldest(logs: LogRecord[]): string | null {
  const known = logs.filter(({ shutOut, incarnation }) => !shutOut && incarnation !== null);
  return known.map(({ syncedAt }) => syncedAt ?? "").sort()[0] || null;
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
