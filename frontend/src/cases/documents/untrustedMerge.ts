// Merges what others wrote row by row: each is looked at first, and what the next start has to know is noted before it is tried. What no
// app writes, what fails, what takes too long and what is too much is set aside; what needs something that has not come waits
// outside the document. Not in a worker: of what a guest writes, the limits of one row keep each look and each merge as short as a
// frame or two, and a worker would have to load all of Yjs once more.
// Loaded when there is a row that was never tried here. Must not keep back what this phone wrote itself.
import { type CaseDoc, rootMap } from "../../domain/case/document";
import { entryKinds } from "../../domain/case/entries";
import { dropsWaiting, hasCome, inspect, type Need, together } from "../../domain/changes/inspect";
import { applySigned } from "../../domain/changes/signers";
import type { Finding } from "../../protocol/api";
import type { LocalLog } from "../../storage/localLog";
import type { MergeProgress, MergeState } from "../../storage/mergeProgress";
import type { LogRecord, Row } from "../../storage/schema";
import type { Sealer } from "../keys/sealer";
import { createMergeQuota, type DeviceOwner } from "./mergeQuota";

export type KeptOut = { row: Row; finding: Finding };
export type KeepOut = (kept: KeptOut[]) => Promise<void>;
export type OpenedRow = { row: Row; payload: Uint8Array };
export type UntrustedMergeParts = {
  log: Pick<LocalLog, "rowsAt">;
  sealer: Pick<Sealer, "openRows">;
  mergeProgress: MergeProgress;
  deviceOwnerOf: (log: string, device: string) => DeviceOwner;
  now: () => string;
};
type Late = { needs: Need; device: string; bytes: number };
export interface UntrustedMerge {
  /** Merges the rows in their order; `isTrusted` are merged as they are. `keepOut` keeps those that are not to be merged any more. */
  merge(opened: OpenedRow[], record: LogRecord, isTrusted: (row: Row) => boolean, keepOut: KeepOut): Promise<void>;
  /** Remembers rows that wait, without opening them. */
  wait(rows: Row[]): void;
}

const AT_ONCE = 100;
const LONGEST_MS = 3_000;
/** After so long everything else has its turn: a tap, a frame, "Get help now". */
const TURN_MS = 20;
/** Rows that need each other are parts of one whole: few, and from one device. */
const MOST_TOGETHER = 16;
/** A chain of rows that each wait for the next one goes on with the next change. */
const MOST_ROUNDS = 20;

export function createUntrustedMerge(
  { log, sealer, mergeProgress, deviceOwnerOf, now }: UntrustedMergeParts,
  name: string,
  doc: CaseDoc,
  origin: symbol,
): UntrustedMerge {
  const late = new Map<number, Late>();
  const quota = createMergeQuota(doc, (device) => deviceOwnerOf(name, device));
  let removed = 0;
  let turn = 0;

  // What is set aside is stored before the note that says how far this phone has come: it must not die between the two.
  const merge: UntrustedMerge["merge"] = async (opened, record, isTrusted, keepOut) => {
    let { checkedUpTo = 0 } = record;
    const { runsOf, isSuspect, isFatal } = leftByEarlierRuns(record.checking, mergeProgress.run);
    for (const batch of batches(opened, isTrusted, isSuspect)) {
      const [first, last] = [batch[0]?.row, batch.at(-1)?.row];
      if (!first || !last) continue;
      if (isTrusted(first)) await keepOut(mergeAll(batch));
      else if (isFatal(first)) await keepOut([unsound(first)]);
      else {
        await note({ checkedUpTo, checking: { from: first.n, to: last.n, ...runsOf(first) } });
        await keepOut(await tryEach(batch, record));
      }
      checkedUpTo = Math.max(checkedUpTo, last.n);
    }
    await keepOut(await release(record));
    await note({ checkedUpTo, checking: null });
  };

  // No version of the app removes an entry: it hides it. Who does is seen, and what was there can be brought back.
  // A phone that has no room for the note goes on reading.
  async function note(state: MergeState): Promise<void> {
    const count = removed;
    const notice = count > 0 ? { code: "removed_by_others" as const, count, at: now() } : undefined;
    removed = 0;
    await mergeProgress.note(name, state, notice).catch(() => {
      removed += count;
    });
  }

  function mergeAll(batch: OpenedRow[]): KeptOut[] {
    const failed: KeptOut[] = [];
    doc.transact(() => {
      for (const { row, payload } of batch) {
        if (!applySigned(doc, payload, origin, row.device)) failed.push(unsound(row));
      }
    }, origin);
    return failed;
  }

  async function tryEach(batch: OpenedRow[], record: LogRecord): Promise<KeptOut[]> {
    const kept: KeptOut[] = [];
    const waiting: { n: number; needs: Need }[] = [];
    for (const { row, payload } of batch) {
      const found = await tryOne(row, payload, record);
      if (found === "merged") continue;
      if (typeof found === "string") kept.push({ row, finding: found });
      else {
        hold(row, found);
        if (!row.needs) waiting.push({ n: row.n, needs: found });
      }
    }
    if (waiting.length > 0) await mergeProgress.hold(name, waiting);
    return kept;
  }

  async function tryOne(row: Row, payload: Uint8Array, record: LogRecord): Promise<"merged" | Finding | Need> {
    await yieldTurn();
    if (!quota.allows(row, payload, record)) return "too_much";
    await yieldTurn();
    const found = inspect(doc, payload, quota.limitsOf(row));
    if (found.is === "waiting") return quota.mayWait(row, record) ? found.needs : "too_much";
    if (found.is === "refused") return "unsound";
    await yieldTurn();
    return isMerged(payload, row.device) ? "merged" : "unsound";
  }

  async function yieldTurn(): Promise<void> {
    if (performance.now() - turn < TURN_MS) return;
    await new Promise((done) => setTimeout(done));
    turn = performance.now();
  }

  function isMerged(payload: Uint8Array, device: string): boolean {
    const begun = Date.parse(now());
    const wasClear = doc.store.pendingStructs === null;
    const entries = countEntries(doc);
    const isWhole = applySigned(doc, payload, origin, device) && !(wasClear && dropsWaiting(doc));
    removed += Math.max(0, entries - countEntries(doc));
    return isWhole && Date.parse(now()) - begun <= LONGEST_MS;
  }

  /** Merges what waited and need not any more. */
  async function release(record: LogRecord): Promise<KeptOut[]> {
    const kept: KeptOut[] = [];
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const ready = [...late].filter(([, { needs }]) => hasCome(doc, needs)).map(([n]) => n);
      if (ready.length === 0) break;
      kept.push(...(await tryEach(await taken(ready), record)));
    }
    for (const rowNumbers of groups()) await tryTogether(rowNumbers, record);
    return kept;
  }

  function hold(row: Row, needs: Need): void {
    letGo(row.n);
    holdOf(row.n, { needs, device: row.device, bytes: row.envelope.length });
  }

  function holdOf(n: number, known: Late): void {
    late.set(n, known);
    quota.addWaiting(known.device, known.bytes);
  }

  function letGo(n: number): void {
    const known = late.get(n);
    if (known) quota.addWaiting(known.device, -known.bytes);
    late.delete(n);
  }

  async function taken(rowNumbers: number[]): Promise<OpenedRow[]> {
    for (const n of rowNumbers) letGo(n);
    const opened = await sealer.openRows(name, await log.rowsAt(name, rowNumbers));
    return opened.flatMap(({ row, result }) => (result.ok ? [{ row, payload: result.payload }] : []));
  }

  // A whole document that was stored in parts: each part needs the others.
  async function tryTogether(rowNumbers: number[], record: LogRecord): Promise<void> {
    const waited = rowNumbers.flatMap((n) => {
      const known = late.get(n);
      return known ? [[n, known] as const] : [];
    });
    const rows = await taken(rowNumbers);
    const whole = together(rows.map(({ payload }) => payload));
    const [first] = rows;
    const isFit = whole !== null && first !== undefined && isAllowed(first.row, whole, record);
    if (isFit && isMerged(whole, first.row.device)) return;
    for (const [n, known] of waited) holdOf(n, known);
  }

  function isAllowed(row: Row, whole: Uint8Array, record: LogRecord): boolean {
    return quota.allows(row, whole, record) && inspect(doc, whole, quota.limitsOf(row)).is === "fit";
  }

  function groups(): number[][] {
    const byDevice = new Map<string, number[]>();
    for (const [n, { device }] of late) byDevice.set(device, [...(byDevice.get(device) ?? []), n]);
    return [...byDevice.values()].filter(({ length }) => length > 1 && length <= MOST_TOGETHER);
  }

  return {
    merge,
    wait(rows) {
      for (const row of rows) if (row.needs) hold(row, row.needs);
    },
  };
}

function unsound(row: Row): KeptOut {
  return { row, finding: "unsound" };
}

function countEntries(doc: CaseDoc): number {
  return entryKinds.reduce((sum, kind) => sum + rootMap(doc, kind).size, 0);
}

/**
 * What runs of the app left standing that are not this one. Fatal is what was tried alone, and neither that run nor one before it
 * lived to say how it went: one run alone may be another tab that is at work.
 */
function leftByEarlierRuns(trying: LogRecord["checking"], run: string) {
  const ended = (trying?.runs ?? []).filter((one) => one !== run);
  const isSuspect = ({ n }: Row) => Boolean(trying && ended.length > 0 && n >= trying.from && n <= trying.to);
  return {
    isSuspect,
    isFatal: (row: Row) => isSuspect(row) && Boolean(trying?.isAlone) && ended.length > 1,
    runsOf: (row: Row) => ({ isAlone: isSuspect(row), runs: isSuspect(row) ? [...ended, run] : [run] }),
  };
}

/** Rows in their order: those that are trusted in one go, the others some at once, and one by one where the last start died. */
function batches(
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
