// Reads the rows of one log into its document, in the order in which they were stored and once each. Holds back those
// that may not be merged yet.
import { type CaseDoc, newDocument } from "../../domain/case/document";
import { applySigned, forgetCosts, knowOurs } from "../../domain/changes/signers";
import { beginWith } from "../../domain/changes/wholeState";
import { shared } from "../../promises";
import type { Finding } from "../../protocol/api";
import type { LocalLog } from "../../storage/localLog";
import type { LogRecord, Row } from "../../storage/schema";
import { hasBytes } from "../../storage/setAside";
import type { Sealer } from "../keys/sealer";
import type { Vault } from "../keys/vault";
import type { OpenedRow } from "./checkBatches";
import { barred, inParts, isChecked, isWrittenHere } from "./rowTrust";
import { openedState, type SealedStateParts } from "./sealedState";
import type { KeepOut, KeptOut, UntrustedMerge } from "./untrustedMerge";

export type LogReaderParts = SealedStateParts & {
  log: LocalLog;
  sealer: Sealer;
  vault: Pick<Vault, "holds" | "unwrapped">;
  now: () => string;
  /** Merges rows that were never tried on this phone. */
  untrustedMerge: (log: string, doc: CaseDoc, origin: symbol) => Promise<UntrustedMerge>;
  /** So many rows were read since the log's sealed state. */
  hasGrown: (log: string, rows: number) => void;
};
/** The origin of changes that came out of the log. */
export const FROM_LOG = Symbol("from the log");

/** How far the reading has come. `firstOwn` is the first row written here while none had been read yet. */
type Spot = { n: number; hash: string; firstOwn: string | null };

const START: Spot = { n: 0, hash: "", firstOwn: null };

export class LogReader {
  readonly #parts: LogReaderParts;
  readonly #log: string;
  readonly #doc: CaseDoc;
  #last = START;
  #doubted: Spot | null = null;
  #device: string | null = null;
  #isAsked = false;
  readonly #own = new Set<string>();
  readonly #held = new Set<number>();
  readonly #devices = new Set<string>();
  #untrusted: UntrustedMerge | null = null;
  readonly #readAll = shared(() => this.#read());

  constructor(parts: LogReaderParts, log: string, doc: CaseDoc) {
    this.#parts = parts;
    this.#log = log;
    this.#doc = doc;
  }

  /** A row with this hash was written from the document, so it need not be read back. */
  seen(hash: string): void {
    this.#own.add(hash);
    if (this.#last.n === 0) this.#last = { ...this.#last, firstOwn: this.#last.firstOwn ?? hash };
  }

  /** Begins with the log's sealed state, if there is one: the rows that it stands for need not be opened. */
  async begin(): Promise<void> {
    const found = await openedState(this.#parts, this.#log);
    if (!found || !beginWith(this.#doc, found.bytes, FROM_LOG)) return;
    this.#last = { n: found.head.n, hash: found.head.hash, firstOwn: null };
  }

  catchUp(): Promise<void> {
    this.#isAsked = true;
    return this.#readAll();
  }

  /** The storage was reopened: the document's present place must be looked up in it, whatever is read meanwhile. */
  doubt(): void {
    this.#doubted = { ...(this.#doubted ?? this.#last) };
  }

  /** Whether the last row read before any doubt arose is still there. */
  async isInPlace(): Promise<boolean> {
    const { log } = this.#parts;
    const asked = this.#doubted;
    const { n, hash, firstOwn } = asked ?? this.#last;
    const expected = n > 0 ? hash : firstOwn;
    const rows = n > 0 ? await log.rowsAt(this.#log, [n]) : await log.rowsAfter(this.#log, 0);
    if (expected !== null && !rows.some((row) => row.hash === expected)) return false;
    // A doubt that arose meanwhile stays.
    if (this.#doubted === asked) this.#doubted = null;
    return true;
  }

  /** Reads every row as if it were new. */
  startOver(): void {
    this.#last = START;
    this.#doubted = null;
    this.#device = null;
    this.#untrusted = null;
    forgetCosts(this.#doc);
    this.#held.clear();
  }

  async #read(): Promise<void> {
    const { log } = this.#parts;
    while (this.#isAsked) {
      this.#isAsked = false;
      const { record, rows } = await log.asOfNow(this.#log, this.#last.n, [...this.#held]);
      this.#leaveClonedClientId(record);
      const unread = rows.filter((row) => !this.#own.delete(row.hash));
      await this.#merge(unread, record);
      for (const { n, hash } of rows) if (n > this.#last.n) this.#last = { ...this.#last, n, hash };
      if (rows.length > 0) this.#parts.hasGrown(this.#log, rows.length);
    }
  }

  // A changed device id means that this storage was cloned: the Yjs client id must not be used in two places either.
  #leaveClonedClientId(record: LogRecord | null): void {
    const present = record?.device ?? null;
    if (this.#device !== null && present !== this.#device) this.#doc.clientID = newDocument().clientID;
    this.#device = present;
  }

  async #merge(all: Row[], record: LogRecord | null): Promise<void> {
    const rows = all.filter(hasBytes);
    if (rows.length === 0) return;
    await this.#tellOurs(rows, record);
    const found = new Findings();
    const mergeable = rows.filter((row) => this.#isMergeable(row, record, found));
    const late = mergeable.filter(({ needs }) => needs);
    const ready = mergeable.filter(({ needs }) => !needs);
    for (const part of inParts(ready, record)) await this.#mergePart(part, late, record, found);
    await this.#keepBack(found);
  }

  #isMergeable(row: Row, record: LogRecord | null, found: Findings): boolean {
    if (row.finding !== undefined) this.#held.add(row.n);
    if (row.finding !== undefined && row.finding !== "unknown_key") return false;
    const finding = barred(row, record);
    if (finding) found.add(finding, row);
    return !finding;
  }

  async #mergePart(rows: Row[], late: Row[], record: LogRecord | null, found: Findings): Promise<void> {
    const sound: OpenedRow[] = [];
    for (const { row, result } of await this.#parts.sealer.openRows(this.#log, rows)) {
      if (result.ok) sound.push({ row, payload: result.payload });
      else found.add(result.finding, row);
    }
    const kept = new Set<Row>();
    await this.#mergeSound(sound, late, record, async (keptOut) => {
      const keptBack = new Findings();
      for (const { row, finding } of keptOut) {
        kept.add(row);
        keptBack.add(finding, row);
      }
      await this.#keepBack(keptBack);
    });
    for (const { row } of sound) this.#held.delete(row.n);
    const cleared = sound.filter(({ row }) => row.finding !== undefined && !kept.has(row)).map(({ row }) => row.n);
    if (cleared.length > 0) await this.#parts.log.setFinding(this.#log, cleared, null);
  }

  async #tellOurs(rows: Row[], record: LogRecord | null): Promise<void> {
    for (const { device } of rows) {
      if (this.#devices.has(device)) continue;
      this.#devices.add(device);
      if (await isWrittenHere(this.#parts.vault, record, device)) knowOurs(this.#doc, device);
    }
  }

  // `keepOut` stores the rows that cannot be merged.
  async #mergeSound(sound: OpenedRow[], late: Row[], record: LogRecord | null, keepOut: KeepOut): Promise<void> {
    const isTrusted = (row: Row) => isChecked(row, record);
    if (record && (this.#untrusted || late.length > 0 || !sound.every(({ row }) => isTrusted(row)))) {
      this.#untrusted ??= await this.#parts.untrustedMerge(this.#log, this.#doc, FROM_LOG);
      this.#untrusted.wait(late);
      return this.#untrusted.merge(sound, record, isTrusted, keepOut);
    }
    const failed: KeptOut[] = [];
    try {
      this.#doc.transact(() => {
        for (const { row, payload } of sound) {
          if (!applySigned(this.#doc, payload, FROM_LOG, row.device)) failed.push({ row, finding: "unsound" });
        }
      }, FROM_LOG);
    } catch (error) {
      // It is not known which row failed, so the next start looks at each one separately.
      await this.#parts.log.patch(this.#log, () => ({ checkedUpTo: 0 }));
      throw error;
    }
    return keepOut(failed);
  }

  async #keepBack(found: Findings): Promise<void> {
    for (const [finding, rows] of found.rows) {
      for (const { n } of rows) if (finding === "unknown_key") this.#held.add(n);
      const fresh = rows.filter((row) => row.finding !== finding).map(({ n }) => n);
      if (fresh.length === 0) continue;
      // The person asked for the device's entries to be set aside, so no notice is needed.
      const notice =
        finding === "set_aside" ? undefined : { code: finding, count: fresh.length, at: this.#parts.now() };
      await this.#parts.log.setFinding(this.#log, fresh, finding, notice);
    }
  }
}

/** Rows grouped by finding. */
class Findings {
  readonly rows = new Map<Finding, Row[]>();

  add(finding: Finding, row: Row): void {
    this.rows.set(finding, [...(this.rows.get(finding) ?? []), row]);
  }
}
