// Which logs wait after a failed exchange, each with its own back-off, so that one that cannot send holds up no other.
// Waits use a timer, not the clock: a clock that jumps must not make a log wait for days.
import { type BackOff, createBackOff } from "./backOff";
import type { ExchangeFailure } from "./exchangeParts";

type After = (ms: number, wake: () => void) => () => void;
type Retry = { backOff: BackOff; code: ExchangeFailure["code"]; asked: boolean; over: boolean; cancel: () => void };

export interface Retries {
  add(log: string, failure: ExchangeFailure): void;
  clear(log: string): void;
  isWaiting(log: string): boolean;
  /** The codes of all logs whose last exchange failed. */
  failures(): ExchangeFailure["code"][];
  /** Lets every log be tried now, except those whose server named a time. */
  retryNow(): void;
  stop(): void;
}

/** `onOver` is called when a log may be tried again. */
export function createRetries(after: After, random: () => number, onOver: () => void): Retries {
  const retries = new Map<string, Retry>();
  return {
    add(log, { code, retryAfter }) {
      const known = retries.get(log);
      known?.cancel();
      const backOff = known?.backOff ?? createBackOff(random);
      const retry = { backOff, code, asked: retryAfter !== null, over: false, cancel: () => {} };
      retry.cancel = after(backOff.next(retryAfter), () => {
        retry.over = true;
        onOver();
      });
      retries.set(log, retry);
    },
    clear(log) {
      retries.get(log)?.cancel();
      retries.delete(log);
    },
    isWaiting: (log) => retries.get(log)?.over === false,
    failures: () => [...retries.values()].map(({ code }) => code),
    retryNow() {
      for (const retry of retries.values()) retry.over ||= !retry.asked;
    },
    stop() {
      for (const retry of retries.values()) retry.cancel();
    },
  };
}
