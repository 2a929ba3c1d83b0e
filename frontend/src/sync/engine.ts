// The sync engine: wakes on new rows, on a network, on a screen that comes to the front and every 30 s; lets one tab work;
// backs off when the server cannot. It holds no text and no key, and moves bytes that it cannot read.
import type { LogApi } from "../protocol/api";
import type { Hash } from "../protocol/chain";
import type { Changes } from "../storage/changes";
import type { ServerLog } from "../storage/serverLog";
import type { UpdateLog } from "../storage/updateLog";
import { createBackOff } from "./backOff";
import { exchangeLog } from "./exchange";
import type { Credentials, ExchangeFailure } from "./exchangeParts";
import { createStatus } from "./liveStatus";
import type { StatusSource } from "./status";

export type Clock = {
  now: () => string;
  /** Calls back after `ms`; the returned function cancels. */
  after: (ms: number, wake: () => void) => () => void;
  /** Uniform in [0, 1). */
  random: () => number;
};
export type EngineParts = {
  log: UpdateLog;
  server: ServerLog;
  changes: Changes;
  api: LogApi;
  hash: Hash;
  clock: Clock;
  credentials: (log: string) => Promise<Credentials | null>;
  /** Runs `work` unless another tab is at it; resolves false when it was not run. */
  exclusively: (work: () => Promise<void>) => Promise<boolean>;
  isOnline: () => boolean;
};
export interface Engine {
  start(): void;
  stop(): void;
  /** Asks for an exchange now: a wish that waits its turn behind one under way. */
  wake(): void;
  /** Resolves when nothing is under way or asked for. */
  settled(): Promise<void>;
  readonly status: StatusSource;
}

const POLL_MS = 30_000;
const GATHER_MS = 50;
// Another tab is at it, or the page that was here before a reload has not let go yet.
const BUSY_MS = 1_000;

export function createEngine(parts: EngineParts): Engine {
  const status = createStatus(parts.log);
  const backOff = createBackOff(parts.clock.random);
  let running: Promise<void> | null = null;
  let again = false;
  let settledState = "";
  let stopped = true;
  let cancel = () => {};
  let unsubscribe = () => {};

  const schedule = (ms: number) => {
    cancel();
    if (!stopped) cancel = parts.clock.after(ms, wake);
  };

  function wake(): void {
    if (stopped) return;
    again = true;
    running ??= work().finally(() => {
      running = null;
      // A wish that came while the status was read for the last time still has its turn.
      if (again) wake();
    });
  }

  async function work(): Promise<void> {
    while (again && !stopped) {
      again = false;
      const ran = await parts.exclusively(round).catch(() => false);
      if (!ran) schedule(BUSY_MS);
    }
    await status.refresh();
  }

  async function round(): Promise<void> {
    if (!parts.isOnline()) {
      status.set({ phase: "offline", problem: null });
      return schedule(POLL_MS);
    }
    status.set({ phase: "sending" });
    const failures = await exchangeAll();
    const [worst] = failures;
    if (!worst) {
      backOff.reset();
      status.set({ phase: "idle", problem: null, progress: [] });
      again ||= await changedMeanwhile();
      return schedule(POLL_MS);
    }
    const offline = failures.every((failure) => failure.code === "no_network");
    status.set({ phase: offline ? "offline" : "backing-off", problem: offline ? null : worst.code });
    again = false;
    schedule(backOff.next(worst.retryAfter));
  }

  // Rows, logs or devices that came while the round was under way want another one; the same state twice does not.
  async function changedMeanwhile(): Promise<boolean> {
    const logs = await parts.log.logs();
    const waiting = await parts.log.waiting();
    const before = settledState;
    settledState = JSON.stringify([waiting, logs.map((record) => [record.log, record.device, record.incarnation])]);
    return settledState !== before;
  }

  async function exchangeAll(): Promise<ExchangeFailure[]> {
    const failures: ExchangeFailure[] = [];
    for (const { log } of await parts.log.logs()) {
      const credentials = await parts.credentials(log);
      if (!credentials || stopped) continue;
      const exchanged = await exchangeLog(
        { ...parts, now: parts.clock.now, onProgress: status.progress },
        log,
        credentials,
      );
      await status.refresh();
      if (!exchanged.ok) failures.push(exchanged);
    }
    return failures;
  }

  return {
    status,
    wake,
    start() {
      stopped = false;
      // A burst of rows is one exchange; a change that the exchange itself made finds nothing to do.
      unsubscribe = parts.changes.subscribe(() => {
        void status.refresh();
        if (running === null && !backOff.isWaiting()) schedule(GATHER_MS);
      });
      wake();
    },
    stop() {
      stopped = true;
      cancel();
      unsubscribe();
    },
    async settled() {
      while (running) await running;
    },
  };
}
