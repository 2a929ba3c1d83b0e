// How long to wait after a failure: 1 s doubling to 5 minutes with full jitter; the server's Retry-After wins when longer.

const FIRST_MS = 1_000;
const LONGEST_MS = 300_000;

export interface BackOff {
  /** Milliseconds until the next try. `retryAfter` in seconds. */
  next(retryAfter: number | null): number;
  reset(): void;
  isWaiting(): boolean;
}

export function createBackOff(random: () => number): BackOff {
  let failures = 0;
  return {
    next(retryAfter) {
      const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** failures);
      failures += 1;
      return Math.max(random() * ceiling, (retryAfter ?? 0) * 1000);
    },
    reset() {
      failures = 0;
    },
    isWaiting: () => failures > 0,
  };
}
