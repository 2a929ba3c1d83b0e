// How long to wait after a failure: 1 s doubling to 5 minutes with full jitter. The server's Retry-After applies when
// longer, up to an hour: a timer of more than 24 days would fire at once.

const FIRST_MS = 1_000;
const LONGEST_MS = 300_000;
const LONGEST_ASKED_MS = 3_600_000;

export interface BackOff {
  /** Milliseconds until the next try. `retryAfter` in seconds. */
  next(retryAfter: number | null): number;
}

export function createBackOff(random: () => number): BackOff {
  let failures = 0;
  return {
    next(retryAfter) {
      const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** failures);
      failures += 1;
      return Math.max(random() * ceiling, Math.min((retryAfter ?? 0) * 1000, LONGEST_ASKED_MS));
    },
  };
}
