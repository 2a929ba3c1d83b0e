// Merges what others wrote, row by row. Each row is inspected first, and what the next start must know is stored before
// it is tried. A row is set aside if no app would write it, if it fails, takes too long or is too much. A row that
// needs something not yet here waits outside the document. Not in a worker: the limits on a guest's row keep each
// inspection and merge within a frame or two, and a worker would have to load all of Yjs again. Loaded when there is a
// row that was never tried here. Must not hold back what this phone wrote itself.
import { type CaseDoc, rootMap } from "../../domain/case/document";
import { entryKinds } from "../../domain/case/entries";
import { dropsWaiting, hasCome, inspect, type Need, together } from "../../domain/changes/inspect";
import { applySigned } from "../../domain/changes/signers";
import type { Finding } from "../../protocol/api";
import type { LocalLog } from "../../storage/localLog";
import type { MergeProgress, MergeState } from "../../storage/mergeProgress";
import type { LogRecord, Row } from "../../storage/schema";
import type { Sealer } from "../keys/sealer";
import { batches, leftByEarlierRuns, type OpenedRow } from "./checkBatches";
import { createMergeQuota, type DeviceOwner, type MergeQuota } from "./mergeQuota";

export type KeptOut = { row: Row; finding: Finding };
export type KeepOut = (kept: KeptOut[]) => Promise<void>;
export type UntrustedMergeParts = {
  log: Pick<LocalLog, "rowsAt">;
  sealer: Pick<Sealer, "openRows">;
  mergeProgress: MergeProgress;
  deviceOwnerOf: (log: string, device: string) => DeviceOwner;
  now: () => string;
};
type Late = { needs: Need; device: string; bytes: number };
const LONGEST_MS = 3_000;
/** After this long, other work gets its turn: a tap, a frame, "Get help now". */
const TURN_MS = 20;
/** Rows that need each other are parts of one whole: few, and from one device. */
const MOST_TOGETHER = 16;
/** A longer chain of rows, each waiting for the next, continues with the next change. */
const MOST_ROUNDS = 20;

export class UntrustedMerge {
  readonly #parts: UntrustedMergeParts;
  readonly #log: string;
  readonly #doc: CaseDoc;
  readonly #origin: symbol;
  readonly #quota: MergeQuota;
  readonly #late = new Map<number, Late>();
  #removed = 0;
  #turn = 0;

  constructor(parts: UntrustedMergeParts, log: string, doc: CaseDoc, origin: symbol) {
    this.#parts = parts;
    this.#log = log;
    this.#doc = doc;
    this.#origin = origin;
    this.#quota = createMergeQuota(doc, (device) => parts.deviceOwnerOf(log, device));
  }

  /**
   * Merges the rows in their order; those that `isTrusted` accepts are merged as they are. `keepOut` stores the rows
   * that must no longer be merged. It runs before the merge progress is stored, as the app may die in between.
   */
  async merge(
    opened: OpenedRow[],
    record: LogRecord,
    isTrusted: (row: Row) => boolean,
    keepOut: KeepOut,
  ): Promise<void> {
    let { checkedUpTo = 0 } = record;
    const { runsOf, isSuspect, isFatal } = leftByEarlierRuns(record.checking, this.#parts.mergeProgress.run);
    for (const batch of batches(opened, isTrusted, isSuspect)) {
      const [first, last] = [batch[0]?.row, batch.at(-1)?.row];
      if (!first || !last) continue;
      if (isTrusted(first)) await keepOut(this.#mergeAll(batch));
      else if (isFatal(first)) await keepOut([unsound(first)]);
      else {
        await this.#note({ checkedUpTo, checking: { from: first.n, to: last.n, ...runsOf(first) } });
        await keepOut(await this.#tryEach(batch, record));
      }
      checkedUpTo = Math.max(checkedUpTo, last.n);
    }
    await keepOut(await this.#release(record));
    await this.#note({ checkedUpTo, checking: null });
  }

  /** Remembers waiting rows without opening them. */
  wait(rows: Row[]): void {
    for (const row of rows) if (row.needs) this.#hold(row, row.needs);
  }

  // No version of the app removes an entry: it only hides it. A removal is reported, and what was there can be brought
  // back. A phone without space for the note goes on reading.
  async #note(state: MergeState): Promise<void> {
    const count = this.#removed;
    const notice = count > 0 ? { code: "removed_by_others" as const, count, at: this.#parts.now() } : undefined;
    this.#removed = 0;
    await this.#parts.mergeProgress.note(this.#log, state, notice).catch(() => {
      this.#removed += count;
    });
  }

  #mergeAll(batch: OpenedRow[]): KeptOut[] {
    const failed: KeptOut[] = [];
    this.#doc.transact(() => {
      for (const { row, payload } of batch) {
        if (!applySigned(this.#doc, payload, this.#origin, row.device)) failed.push(unsound(row));
      }
    }, this.#origin);
    return failed;
  }

  async #tryEach(batch: OpenedRow[], record: LogRecord): Promise<KeptOut[]> {
    const kept: KeptOut[] = [];
    const waiting: { n: number; needs: Need }[] = [];
    for (const { row, payload } of batch) {
      const found = await this.#tryOne(row, payload, record);
      if (found === "merged") continue;
      if (typeof found === "string") kept.push({ row, finding: found });
      else {
        this.#hold(row, found);
        if (!row.needs) waiting.push({ n: row.n, needs: found });
      }
    }
    if (waiting.length > 0) await this.#parts.mergeProgress.hold(this.#log, waiting);
    return kept;
  }

  async #tryOne(row: Row, payload: Uint8Array, record: LogRecord): Promise<"merged" | Finding | Need> {
    await this.#yieldTurn();
    if (!this.#quota.allows(row, payload, record)) return "too_much";
    await this.#yieldTurn();
    const found = inspect(this.#doc, payload, this.#quota.limitsOf(row));
    if (found.is === "waiting") return this.#quota.mayWait(row, record) ? found.needs : "too_much";
    if (found.is === "refused") return "unsound";
    await this.#yieldTurn();
    return this.#isMerged(payload, row.device) ? "merged" : "unsound";
  }

  async #yieldTurn(): Promise<void> {
    if (performance.now() - this.#turn < TURN_MS) return;
    await new Promise((done) => setTimeout(done));
    this.#turn = performance.now();
  }

  #isMerged(payload: Uint8Array, device: string): boolean {
    const { now } = this.#parts;
    const begun = Date.parse(now());
    const wasClear = this.#doc.store.pendingStructs === null;
    const entries = countEntries(this.#doc);
    const isApplied = applySigned(this.#doc, payload, this.#origin, device);
    const isWhole = isApplied && !(wasClear && dropsWaiting(this.#doc));
    this.#removed += Math.max(0, entries - countEntries(this.#doc));
    return isWhole && Date.parse(now()) - begun <= LONGEST_MS;
  }

  /** Merges rows that no longer have to wait. */
  async #release(record: LogRecord): Promise<KeptOut[]> {
    const kept: KeptOut[] = [];
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const ready = [...this.#late].filter(([, { needs }]) => hasCome(this.#doc, needs)).map(([n]) => n);
      if (ready.length === 0) break;
      kept.push(...(await this.#tryEach(await this.#taken(ready), record)));
    }
    for (const rowNumbers of this.#groups()) await this.#tryTogether(rowNumbers, record);
    return kept;
  }

  #hold(row: Row, needs: Need): void {
    this.#letGo(row.n);
    this.#holdLate(row.n, { needs, device: row.device, bytes: row.envelope.length });
  }

  #holdLate(n: number, known: Late): void {
    this.#late.set(n, known);
    this.#quota.addWaiting(known.device, known.bytes);
  }

  #letGo(n: number): void {
    const known = this.#late.get(n);
    if (known) this.#quota.addWaiting(known.device, -known.bytes);
    this.#late.delete(n);
  }

  async #taken(rowNumbers: number[]): Promise<OpenedRow[]> {
    const { log, sealer } = this.#parts;
    for (const n of rowNumbers) this.#letGo(n);
    const opened = await sealer.openRows(this.#log, await log.rowsAt(this.#log, rowNumbers));
    return opened.flatMap(({ row, result }) => (result.ok ? [{ row, payload: result.payload }] : []));
  }

  // A whole document stored in parts, each of which needs the others.
  async #tryTogether(rowNumbers: number[], record: LogRecord): Promise<void> {
    const waited = rowNumbers.flatMap((n) => {
      const known = this.#late.get(n);
      return known ? [[n, known] as const] : [];
    });
    const rows = await this.#taken(rowNumbers);
    const whole = together(rows.map(({ payload }) => payload));
    const [first] = rows;
    const isFit = whole !== null && first !== undefined && this.#isAllowed(first.row, whole, record);
    if (isFit && this.#isMerged(whole, first.row.device)) return;
    for (const [n, known] of waited) this.#holdLate(n, known);
  }

  #isAllowed(row: Row, whole: Uint8Array, record: LogRecord): boolean {
    const hasRoom = this.#quota.allows(row, whole, record);
    return hasRoom && inspect(this.#doc, whole, this.#quota.limitsOf(row)).is === "fit";
  }

  #groups(): number[][] {
    const byDevice = new Map<string, number[]>();
    for (const [n, { device }] of this.#late) byDevice.set(device, [...(byDevice.get(device) ?? []), n]);
    return [...byDevice.values()].filter(({ length }) => length > 1 && length <= MOST_TOGETHER);
  }
}

function unsound(row: Row): KeptOut {
  return { row, finding: "unsound" };
}

function countEntries(doc: CaseDoc): number {
  return entryKinds.reduce((sum, kind) => sum + rootMap(doc, kind).size, 0);
}
