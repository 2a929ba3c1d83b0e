// Whether rounds with a server that is there have failed for a minute. A timer tells, not the clock on the wall; a round that
// hangs counts as one that failed. Being without a network is a normal state and never stuck.
type After = (ms: number, wake: () => void) => () => void;

const STUCK_MS = 60_000;

export interface Stuck {
  /** A round begins. */
  begin(): void;
  /** A round was completed, or there is no network. */
  end(): void;
}

export function createStuck(after: After, onChange: (isStuck: boolean) => void): Stuck {
  let cancel: (() => void) | null = null;
  let isStuck = false;
  const become = (next: boolean) => {
    if (isStuck !== next) onChange(next);
    isStuck = next;
  };
  return {
    begin() {
      cancel ??= after(STUCK_MS, () => become(true));
    },
    end() {
      cancel?.();
      cancel = null;
      become(false);
    },
  };
}
