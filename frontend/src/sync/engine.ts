// The sync engine. It wakes on new rows, when a network or the screen comes back, and every 30 s. It lets only one tab
// work. A log whose exchange failed waits while the others go on. It holds no text and no key.
import type { Credentials, Finding, LogApi } from "../protocol/api";
import type { Hash } from "../protocol/chain";
import type { Envelope } from "../protocol/envelope";
import type { Changes } from "../storage/changes";
import type { LocalLog } from "../storage/localLog";
import type { ScrubStore } from "../storage/scrubStore";
import type { SyncLog } from "../storage/syncLog";
import { createBatchSize } from "./batchSize";
import { exchangeLog } from "./exchange";
import { type ExchangeFailure, type ExchangeParts, failed } from "./exchangeParts";
import type { LiveStatus } from "./liveStatus";
import { createRetries, type Retries } from "./retries";
import { isScrubDue, scrub } from "./scrub";
import type { Phase, StatusSource } from "./status";
import { createStuck, type Stuck } from "./stuck";

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
  /** The log that lists the others, and says whether this phone may still ask for them. */
  firstLog: () => string | null;
  /** Does at the end of a round what needs the keys, such as who may come in. Failures wait for the next round. */
  afterRound: () => Promise<void>;
  /** Runs `work` unless another tab is doing so; resolves to false if it did not run. */
  exclusively: (work: () => Promise<void>) => Promise<boolean>;
  /** Whether the browser thinks there is a network. */
  isOnline: () => boolean;
  /** Receives unexpected errors. */
  onError: (error: unknown) => void;
};
export interface Engine {
  start(): void;
  stop(): void;
  /** Requests an exchange of every log now, even of those that wait after a failure, unless the server named a time. */
  wake(): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  readonly status: StatusSource;
}

type Wrong = Exclude<ExchangeFailure["code"], "shut_out">;

const POLL_MS = 30_000;
const GATHER_MS = 50;
// Another tab is exchanging, or the page from before a reload still holds the lock.
const BUSY_MS = 1_000;

export class SyncEngine implements Engine {
  readonly status: LiveStatus;
  readonly #parts: EngineParts;
  readonly #batchSize = createBatchSize();
  readonly #retries: Retries;
  readonly #stuck: Stuck;
  #running: Promise<void> | null = null;
  #again = false;
  // Requested while a round was under way: failures in that round are from before the signal returned.
  #isRetryAsked = false;
  // A row came after the round had last looked at its log.
  #isLate = false;
  #seen = "";
  // At a start, what can be done half a minute later need not be waited for.
  #isStarting = true;
  #isStopped = true;
  #cancel = () => {};
  #unsubscribe = () => {};

  constructor(parts: EngineParts) {
    const { clock, status } = parts;
    this.#parts = parts;
    this.status = status;
    this.#retries = createRetries(clock.after, clock.random, () => this.#run());
    this.#stuck = createStuck(clock.after, (isStuck) => status.set({ isStuck }));
  }

  wake(): void {
    // Once for a round that begins, which asks for the first log first, and once for the round after one under way.
    this.#retries.retryNow();
    this.#isRetryAsked = true;
    this.#run();
  }

  start(): void {
    this.#isStopped = false;
    // A burst of rows is one exchange. Each tab sends what it wrote itself.
    this.#unsubscribe = this.#parts.changes.subscribe((_log, here) => {
      if (here && this.#running === null) this.#schedule(GATHER_MS);
      this.#isLate ||= here;
      return this.status.refresh();
    });
    this.#parts.clock.after(POLL_MS, () => {
      this.#isStarting = false;
    });
    this.#run();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel();
    this.#stuck.end();
    this.#retries.stop();
    this.#unsubscribe();
  }

  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  #schedule(ms: number): void {
    this.#cancel();
    if (!this.#isStopped) this.#cancel = this.#parts.clock.after(ms, () => this.#run());
  }

  #run(): void {
    if (this.#isStopped) return;
    this.#again = true;
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
      // A request that came while the status was last read still gets its round.
      if (this.#again) this.#run();
      else if (this.#isLate) this.#schedule(GATHER_MS);
    });
  }

  async #work(): Promise<void> {
    while (this.#again && !this.#isStopped) {
      this.#again = false;
      this.#isLate = false;
      if (this.#isRetryAsked) this.#retries.retryNow();
      this.#isRetryAsked = false;
      const ran = await this.#parts
        .exclusively(() => this.#round())
        .catch((error: unknown) => {
          this.#parts.onError(error);
          return false;
        });
      if (!ran) this.#schedule(BUSY_MS);
    }
    await this.status.refresh();
  }

  async #round(): Promise<void> {
    const { isOnline, afterRound: tend, onError } = this.#parts;
    this.#schedule(POLL_MS);
    // The browser may be wrong about its network: the server's answer decides. Until there is one, the status says
    // nothing else.
    if (isOnline()) this.status.set({ phase: "sending" });
    this.#stuck.begin();
    await this.#exchangeAll();
    if (!this.#isStopped) await tend().catch(onError);
    this.#isLate = false;
    this.#again ||= await this.#hasChangedMeanwhile();
    // Being shut out has a status of its own and is not a problem.
    const failures = this.#retries.failures().filter(isFailure);
    const spoken = failures.find((code) => code !== "no_network") ?? null;
    if (spoken === null) this.#stuck.end();
    if (failures.length === 0 && this.#again) return;
    this.status.set({ phase: phaseOf(failures), problem: spoken, progress: [] });
    // A failure of one log must not stop another from being scrubbed.
    if (!this.#again && !failures.includes("no_network")) await this.#scrubOne().catch(onError);
  }

  async #scrubOne(): Promise<void> {
    if (this.#isStarting) return;
    const { log, clock, credentials: credentialsOf } = this.#parts;
    const record = (await log.logs()).find((one) => !this.#retries.isWaiting(one.log) && isScrubDue(one, clock.now()));
    const credentials = record && (await credentialsOf(record.log));
    if (credentials) await scrub({ ...this.#parts, now: clock.now }, record, credentials);
  }

  async #exchangeAll(): Promise<void> {
    const first = this.#parts.firstLog();
    const logs = await this.#parts.log.logs();
    for (const { log } of logs.sort((a, b) => Number(b.log === first) - Number(a.log === first))) {
      if (this.#isStopped || this.#retries.isWaiting(log)) continue;
      const failure = await this.#exchangeOne(log);
      if (failure) this.#retries.add(log, failure);
      else this.#retries.clear(log);
      await this.status.refresh();
    }
  }

  async #exchangeOne(log: string): Promise<ExchangeFailure | null> {
    try {
      const credentials = await this.#parts.credentials(log);
      if (!credentials) return null;
      const exchanged = await exchangeLog(this.#exchangeParts(), log, credentials);
      return exchanged.ok ? null : exchanged;
    } catch (error) {
      this.#parts.onError(error);
      return failed("not_stored");
    }
  }

  #exchangeParts(): ExchangeParts {
    const { now } = this.#parts.clock;
    const onProgress: ExchangeParts["onProgress"] = (...progress) => this.status.progress(...progress);
    return { ...this.#parts, batchSize: this.#batchSize, passedOver: { bytes: 0 }, now, onProgress };
  }

  // Rows, logs or devices that came during the round call for another one, but the same state twice does not.
  async #hasChangedMeanwhile(): Promise<boolean> {
    const logs = await this.#parts.log.logs();
    const unsent = await this.#parts.log.unsent();
    const before = this.#seen;
    this.#seen = JSON.stringify([unsent, logs.map(({ log, device, incarnation }) => [log, device, incarnation])]);
    return this.#seen !== before;
  }
}

function phaseOf(failures: Wrong[]): Phase {
  if (failures.length === 0) return "idle";
  return failures.every((code) => code === "no_network") ? "offline" : "backing-off";
}

function isFailure(code: ExchangeFailure["code"]): code is Wrong {
  return code !== "shut_out";
}
