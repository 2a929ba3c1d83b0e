// How much to send or ask for at once. A slow link or a server that wants less halves it; every success brings it back.

const MOST_ENTRIES = 400;
const MOST_BYTES = 700_000;

export interface Pace {
  entries(): number;
  bytes(): number;
  slower(): void;
  faster(): void;
}

export function createPace(): Pace {
  let share = 1;
  return {
    entries: () => Math.max(1, Math.floor(MOST_ENTRIES * share)),
    bytes: () => Math.max(1, Math.floor(MOST_BYTES * share)),
    slower() {
      share = Math.max(share / 2, 1 / MOST_ENTRIES);
    },
    faster() {
      share = Math.min(1, share * 2);
    },
  };
}
