// Which logs wait after a failed exchange, each with its own back-off, so that one that cannot send holds up no other.
// Waiting is a timer's business, not the clock's: a clock that jumps makes nobody wait for days.
import { type BackOff, createBackOff } from "./backOff";
import type { ExchangeFailure } from "./exchangeParts";

type After = (ms: number, wake: () => void) => () => void;
type Wait = { backOff: BackOff; code: ExchangeFailure["code"]; asked: boolean; over: boolean; cancel: () => void };

export interface Waits {
  add(log: string, failure: ExchangeFailure): void;
  clear(log: string): void;
  isWaiting(log: string): boolean;
  /** The codes of all logs whose last exchange failed. */
  failures(): ExchangeFailure["code"][];
  /** Lets every log be tried now, but for those whose server named a time. */
  forgive(): void;
  stop(): void;
}

/** `onOver` is called when a log may be tried again. */
export function createWaits(after: After, random: () => number, onOver: () => void): Waits {
  const waits = new Map<string, Wait>();
  return {
    add(log, { code, retryAfter }) {
      const known = waits.get(log);
      known?.cancel();
      const backOff = known?.backOff ?? createBackOff(random);
      const wait = { backOff, code, asked: retryAfter !== null, over: false, cancel: () => {} };
      wait.cancel = after(backOff.next(retryAfter), () => {
        wait.over = true;
        onOver();
      });
      waits.set(log, wait);
    },
    clear(log) {
      waits.get(log)?.cancel();
      waits.delete(log);
    },
    isWaiting: (log) => waits.get(log)?.over === false,
    failures: () => [...waits.values()].map(({ code }) => code),
    forgive() {
      for (const wait of waits.values()) wait.over ||= !wait.asked;
    },
    stop() {
      for (const wait of waits.values()) wait.cancel();
    },
  };
}
