// How much to send or ask for at once. A slow link or a server that wants less halves it; every success brings it back.

const MOST_ENTRIES = 400;
const MOST_BYTES = 700_000;

export interface BatchSize {
  entries(): number;
  bytes(): number;
  shrink(): void;
  grow(): void;
}

export function createBatchSize(): BatchSize {
  let share = 1;
  return {
    entries: () => Math.max(1, Math.floor(MOST_ENTRIES * share)),
    bytes: () => Math.max(1, Math.floor(MOST_BYTES * share)),
    shrink() {
      share = Math.max(share / 2, 1 / MOST_ENTRIES);
    },
    grow() {
      share = Math.min(1, share * 2);
    },
  };
}
