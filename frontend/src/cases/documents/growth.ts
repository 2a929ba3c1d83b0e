// How many rows were read of each log since its sealed state, and when to write the next one: once nothing more has come
// for a while.
import type { After } from "./provider";

const REST_MS = 3_000;

/** Returns what to call with each number of rows read. A state that could not be written is no loss. */
export function createGrowth(
  rowsBeforeState: number,
  after: After,
  write: (log: string) => Promise<void>,
): (log: string, rows: number) => void {
  const grown = new Map<string, { rows: number; cancel: () => void }>();
  return (log, rows) => {
    const of = grown.get(log) ?? { rows: 0, cancel: () => {} };
    grown.set(log, of);
    of.rows += rows;
    of.cancel();
    if (of.rows < rowsBeforeState) return;
    of.cancel = after(REST_MS, () => {
      of.rows = 0;
      void write(log).catch(() => {});
    });
  };
}
