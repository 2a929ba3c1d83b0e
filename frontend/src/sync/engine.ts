// The sync engine: wakes on new rows, on a network, on a screen that comes to the front and every 30 s; lets one tab work;
// lets a log whose exchange failed wait while the others go on. It holds no text and no key.
import type { Credentials, Finding, LogApi } from "../protocol/api";
import type { Hash } from "../protocol/chain";
import type { Envelope } from "../protocol/envelope";
import type { Changes } from "../storage/changes";
import type { LocalLog } from "../storage/localLog";
import type { ScrubStore } from "../storage/scrubStore";
import type { SyncLog } from "../storage/syncLog";
import { createBatchSize } from "./batchSize";
import { exchangeLog } from "./exchange";
import { type ExchangeFailure, failed } from "./exchangeParts";
import type { LiveStatus } from "./liveStatus";
import { createRetries } from "./retries";
import { isScrubDue, scrub } from "./scrub";
import type { Phase, StatusSource } from "./status";
import { createStuck } from "./stuck";

export type Clock = {
  now: () => string;
  /** Calls back after `ms`; the returned function cancels. */
  after: (ms: number, wake: () => void) => () => void;
  /** Uniform in [0, 1). */
  random: () => number;
};
export type EngineParts = {
  log: LocalLog;
  status: LiveStatus;
  syncLog: SyncLog;
  scrubStore: ScrubStore;
  changes: Changes;
  api: LogApi;
  hash: Hash;
  isSigned: (envelope: Envelope) => Promise<boolean>;
  sealFinding: (log: string, envelope: Uint8Array) => Promise<Finding | null>;
  hasSpaceForOthers: () => Promise<boolean>;
  clock: Clock;
  credentials: (log: string) => Promise<Credentials | null>;
  /** The log that says which others there are, and whether this phone may still ask for them. */
  firstLog: () => string | null;
  /** Does at the end of a round what only someone with the keys knows: who may come in. Its failures wait for the next round. */
  afterRound: () => Promise<void>;
  /** Runs `work` unless another tab is at it; resolves false when it was not run. */
  exclusively: (work: () => Promise<void>) => Promise<boolean>;
  /** Whether the browser believes that there is a network. */
  isOnline: () => boolean;
  /** Where an error ends that nobody expected. */
  onError: (error: unknown) => void;
};
export interface Engine {
  start(): void;
  stop(): void;
  /** Asks for an exchange of every log now, also of those that wait after a failure, unless the server named a time. */
  wake(): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  readonly status: StatusSource;
}

type Wrong = Exclude<ExchangeFailure["code"], "shut_out">;

const POLL_MS = 30_000;
const GATHER_MS = 50;
// Another tab is at it, or the page that was here before a reload has not let go yet.
const BUSY_MS = 1_000;

export function createEngine(parts: EngineParts): Engine {
  const { clock, status } = parts;
  const retries = createRetries(clock.after, clock.random, () => run());
  const batchSize = createBatchSize();
  const stuck = createStuck(clock.after, (isStuck) => status.set({ isStuck }));
  let running: Promise<void> | null = null;
  let again = false;
  // Asked for while a round was under way: what fails in that round has been tried before the signal returned.
  let isRetryAsked = false;
  // A row came after the round had looked at the log for the last time.
  let late = false;
  let seen = "";
  // Nobody waits at a start for what can be done half a minute later.
  let isStarting = true;
  let stopped = true;
  let cancel = () => {};
  let unsubscribe = () => {};

  const schedule = (ms: number) => {
    cancel();
    if (!stopped) cancel = clock.after(ms, run);
  };

  function run(): void {
    if (stopped) return;
    again = true;
    running ??= work().finally(() => {
      running = null;
      // A wish that came while the status was read for the last time still has its turn.
      if (again) run();
      else if (late) schedule(GATHER_MS);
    });
  }

  async function work(): Promise<void> {
    while (again && !stopped) {
      again = false;
      late = false;
      if (isRetryAsked) retries.retryNow();
      isRetryAsked = false;
      const ran = await parts.exclusively(round).catch((error: unknown) => {
        parts.onError(error);
        return false;
      });
      if (!ran) schedule(BUSY_MS);
    }
    await status.refresh();
  }

  async function round(): Promise<void> {
    schedule(POLL_MS);
    // The browser may be wrong about its network: the server's answer decides. Until there is one, nothing else is said.
    if (parts.isOnline()) status.set({ phase: "sending" });
    stuck.begin();
    await exchangeAll();
    if (!stopped) await parts.afterRound().catch(parts.onError);
    late = false;
    again ||= await changedMeanwhile();
    // Whoever is shut out has a calm word of their own, and nothing is amiss.
    const failures = retries.failures().filter(isFailure);
    const spoken = failures.find((code) => code !== "no_network") ?? null;
    if (spoken === null) stuck.end();
    if (failures.length === 0 && again) return;
    status.set({ phase: phaseOf(failures), problem: spoken, progress: [] });
    // What is amiss with one log keeps nobody from looking at another.
    if (!again && !failures.includes("no_network")) await scrubOne().catch(parts.onError);
  }

  async function scrubOne(): Promise<void> {
    if (isStarting) return;
    const record = (await parts.log.logs()).find((one) => !retries.isWaiting(one.log) && isScrubDue(one, clock.now()));
    const credentials = record && (await parts.credentials(record.log));
    if (credentials) await scrub({ ...parts, now: clock.now }, record, credentials);
  }

  async function exchangeAll(): Promise<void> {
    const first = parts.firstLog();
    const logs = await parts.log.logs();
    for (const { log } of logs.sort((a, b) => Number(b.log === first) - Number(a.log === first))) {
      if (stopped || retries.isWaiting(log)) continue;
      const failure = await exchangeOne(log);
      if (failure) retries.add(log, failure);
      else retries.clear(log);
      await status.refresh();
    }
  }

  async function exchangeOne(log: string): Promise<ExchangeFailure | null> {
    try {
      const credentials = await parts.credentials(log);
      if (!credentials) return null;
      const exchange = { ...parts, batchSize, passedOver: { bytes: 0 }, now: clock.now, onProgress: status.progress };
      const exchanged = await exchangeLog(exchange, log, credentials);
      return exchanged.ok ? null : exchanged;
    } catch (error) {
      parts.onError(error);
      return failed("not_stored");
    }
  }

  // Rows, logs or devices that came while the round was under way want another one; the same state twice does not.
  async function changedMeanwhile(): Promise<boolean> {
    const logs = await parts.log.logs();
    const unsent = await parts.log.unsent();
    const before = seen;
    seen = JSON.stringify([unsent, logs.map(({ log, device, incarnation }) => [log, device, incarnation])]);
    return seen !== before;
  }

  return {
    status,
    wake() {
      isRetryAsked = true;
      run();
    },
    start() {
      stopped = false;
      // A burst of rows is one exchange. What another tab wrote, that tab sends.
      unsubscribe = parts.changes.subscribe((_log, here) => {
        if (here && running === null) schedule(GATHER_MS);
        late ||= here;
        return status.refresh();
      });
      clock.after(POLL_MS, () => {
        isStarting = false;
      });
      run();
    },
    stop() {
      stopped = true;
      cancel();
      stuck.end();
      retries.stop();
      unsubscribe();
    },
    async settled() {
      while (running) await running;
    },
  };
}

function phaseOf(failures: Wrong[]): Phase {
  if (failures.length === 0) return "idle";
  return failures.every((code) => code === "no_network") ? "offline" : "backing-off";
}

function isFailure(code: ExchangeFailure["code"]): code is Wrong {
  return code !== "shut_out";
}
