// Splits the rows of others into batches, and finds those during whose check an earlier run of the app died.
import type { LogRecord, Row } from "../../storage/schema";

export type OpenedRow = { row: Row; payload: Uint8Array };

const AT_ONCE = 100;

/**
 * What earlier runs of the app left unfinished. A row is fatal if a run tried it alone, and neither that run nor one
 * before it survived to record the result. One run alone is not enough: it may be another tab that is still at work.
 */
export function leftByEarlierRuns(trying: LogRecord["checking"], run: string) {
  const ended = (trying?.runs ?? []).filter((one) => one !== run);
  const isSuspect = ({ n }: Row) => Boolean(trying && ended.length > 0 && n >= trying.from && n <= trying.to);
  return {
    isSuspect,
    isFatal: (row: Row) => isSuspect(row) && Boolean(trying?.isAlone) && ended.length > 1,
    runsOf: (row: Row) => ({ isAlone: isSuspect(row), runs: isSuspect(row) ? [...ended, run] : [run] }),
  };
}

/** Rows in their order: trusted ones in one batch, others a few at a time, and one by one where the last run died. */
export function batches(
  opened: OpenedRow[],
  isTrusted: (row: Row) => boolean,
  isSuspect: (row: Row) => boolean,
): OpenedRow[][] {
  const all: OpenedRow[][] = [];
  for (const one of opened) {
    const batch = all.at(-1);
    const last = batch?.at(-1)?.row;
    const isAlike = last !== undefined && isTrusted(last) === isTrusted(one.row);
    const isFull =
      !isTrusted(one.row) && ((batch?.length ?? 0) >= AT_ONCE || isSuspect(one.row) || (last && isSuspect(last)));
    if (batch && isAlike && !isFull) batch.push(one);
    else all.push([one]);
  }
  return all;
}
