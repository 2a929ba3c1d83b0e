// Whether rounds have failed for a minute although the server is there. Measured by a timer, not the clock. A round
// that hangs counts as failed. Being without a network is normal and never stuck.
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
