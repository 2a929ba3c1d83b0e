// In what parts the rows of others are checked, and which of them an earlier run of the app did not live to judge.
import type { LogRecord, Row } from "../../storage/schema";

export type OpenedRow = { row: Row; payload: Uint8Array };

const AT_ONCE = 100;

/**
 * What runs of the app left standing that are not this one. Fatal is what was tried alone, and neither that run nor one before it
 * lived to say how it went: one run alone may be another tab that is at work.
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

/** Rows in their order: those that are trusted in one go, the others some at once, and one by one where the last start died. */
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
