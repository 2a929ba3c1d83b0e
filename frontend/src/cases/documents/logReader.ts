// Reads the rows of one log into its document, in the order they were stored and once each, and keeps back those that may not
// be merged yet.
import { type CaseDoc, newDocument } from "../../domain/case/document";
import { applySigned, forgetCosts, knowOurs } from "../../domain/changes/signers";
import type { Finding } from "../../protocol/api";
import type { LocalLog } from "../../storage/localLog";
import type { LogRecord, Row } from "../../storage/schema";
import { hasBytes } from "../../storage/setAside";
import type { Sealer } from "../keys/sealer";
import type { Vault } from "../keys/vault";
import type { KeepOut, KeptOut, OpenedRow, UntrustedMerge } from "./untrustedMerge";

export type LogReaderParts = {
  log: LocalLog;
  sealer: Sealer;
  vault: Pick<Vault, "holds">;
  now: () => string;
  /** Merges rows that were never tried on this phone. */
  untrustedMerge: (log: string, doc: CaseDoc, origin: symbol) => Promise<UntrustedMerge>;
};
/** The origin of changes that came out of the log. */
export const FROM_LOG = Symbol("from the log");
type Find = (finding: Finding, row: Row) => void;
// What was never tried is opened a little at a time: another's rows may be as many and as large as the server takes.
const PART_BYTES = 4_000_000;
// Of the three kinds of envelope only updates are written by any version of the app.
const UPDATE = 1;

export interface LogReader {
  /** A row with this hash was written out of the document: it need not be read into it. */
  seen(hash: string): void;
  catchUp(): Promise<void>;
  /** The storage was opened again: where the document stands now is to be looked for there, whatever is read meanwhile. */
  doubt(): void;
  /** Whether the row that was read last, before any doubt, is still there. */
  isInPlace(): Promise<boolean>;
  /** Reads every row as if it were new. */
  startOver(): void;
}

export function createLogReader(parts: LogReaderParts, log: string, doc: CaseDoc): LogReader {
  let last = { n: 0, hash: "" };
  // Stands for the rows that were written here while none was read yet.
  let firstOwn: string | null = null;
  let doubted: (typeof last & { firstOwn: string | null }) | null = null;
  let device: string | null = null;
  let reading: Promise<void> | null = null;
  let asked = false;
  const own = new Set<string>();
  const held = new Set<number>();
  const devices = new Set<string>();
  let untrusted: UntrustedMerge | null = null;

  async function readAll(): Promise<void> {
    while (asked) {
      asked = false;
      await leaveClonedClientId();
      const kept = held.size > 0 ? await parts.log.rowsAt(log, [...held]) : [];
      const rows = [...kept, ...(await parts.log.rowsAfter(log, last.n))];
      await merge(rows.filter((row) => !own.delete(row.hash)));
      for (const { n, hash } of rows) if (n > last.n) last = { n, hash };
    }
  }

  // A device id that changed says that this storage was cloned: the Yjs client id must not live on in two places either.
  async function leaveClonedClientId(): Promise<void> {
    const present = (await parts.log.record(log))?.device ?? null;
    if (device !== null && present !== device) doc.clientID = newDocument().clientID;
    device = present;
  }

  async function merge(all: Row[]): Promise<void> {
    const rows = all.filter(hasBytes);
    if (rows.length === 0) return;
    const record = await parts.log.record(log);
    await tellOurs(rows, record);
    const found = new Map<Finding, Row[]>();
    const find: Find = (finding, row) => found.set(finding, [...(found.get(finding) ?? []), row]);
    const mergeable = rows.filter((row) => {
      if (row.finding !== undefined) held.add(row.n);
      if (row.finding !== undefined && row.finding !== "unknown_key") return false;
      const finding = barred(row, record);
      if (finding) find(finding, row);
      return !finding;
    });
    const late = mergeable.filter(({ needs }) => needs);
    for (const part of inParts(
      mergeable.filter(({ needs }) => !needs),
      record,
    )) {
      await mergePart(part, late, record, find);
    }
    for (const [finding, rows] of found) await keepBack(rows, finding);
  }

  async function mergePart(rows: Row[], late: Row[], record: LogRecord | null, find: Find): Promise<void> {
    const sound: OpenedRow[] = [];
    for (const { row, result } of await parts.sealer.openRows(log, rows)) {
      if (result.ok) sound.push({ row, payload: result.payload });
      else find(result.finding, row);
    }
    const kept = new Set<Row>();
    await mergeSound(sound, late, record, async (keptOut) => {
      const byFinding = new Map<Finding, Row[]>();
      for (const { row, finding } of keptOut) {
        kept.add(row);
        byFinding.set(finding, [...(byFinding.get(finding) ?? []), row]);
      }
      for (const [finding, rows] of byFinding) await keepBack(rows, finding);
    });
    for (const { row } of sound) held.delete(row.n);
    const cleared = sound.filter(({ row }) => row.finding !== undefined && !kept.has(row)).map(({ row }) => row.n);
    if (cleared.length > 0) await parts.log.setFinding(log, cleared, null);
  }

  /** A device whose key this phone has is its own, also one that it writes with no more. */
  async function tellOurs(rows: Row[], record: LogRecord | null): Promise<void> {
    for (const { device } of rows) {
      if (devices.has(device)) continue;
      devices.add(device);
      if (device === record?.device || (await parts.vault.holds(`device/${device}`))) knowOurs(doc, device);
    }
  }

  /** `keepOut` keeps the rows that do not let themselves be merged. */
  async function mergeSound(sound: OpenedRow[], late: Row[], record: LogRecord | null, keepOut: KeepOut) {
    const isTrusted = (row: Row) => isChecked(row, record);
    if (record && (untrusted || late.length > 0 || !sound.every(({ row }) => isTrusted(row)))) {
      untrusted ??= await parts.untrustedMerge(log, doc, FROM_LOG);
      untrusted.wait(late);
      return untrusted.merge(sound, record, isTrusted, keepOut);
    }
    const failed: KeptOut[] = [];
    try {
      doc.transact(() => {
        for (const { row, payload } of sound) {
          if (!applySigned(doc, payload, FROM_LOG, row.device)) failed.push({ row, finding: "unsound" });
        }
      }, FROM_LOG);
    } catch (error) {
      // Nobody knows which it was: at the next start each is looked at for itself.
      await parts.log.patch(log, () => ({ checkedUpTo: 0 }));
      throw error;
    }
    return keepOut(failed);
  }

  async function keepBack(rows: Row[], finding: Finding): Promise<void> {
    for (const { n } of rows) if (finding === "unknown_key") held.add(n);
    const fresh = rows.filter((row) => row.finding !== finding).map(({ n }) => n);
    if (fresh.length === 0) return;
    // That the device's entries are set aside was said when the person wished it.
    const notice = finding === "set_aside" ? undefined : { code: finding, count: fresh.length, at: parts.now() };
    await parts.log.setFinding(log, fresh, finding, notice);
  }

  return {
    seen(hash) {
      own.add(hash);
      if (last.n === 0) firstOwn ??= hash;
    },
    catchUp(): Promise<void> {
      asked = true;
      reading ??= readAll().finally(() => {
        reading = null;
      });
      return reading;
    },
    doubt() {
      doubted = { ...(doubted ?? { ...last, firstOwn }) };
    },
    async isInPlace() {
      const asked = doubted;
      const known = asked ?? { ...last, firstOwn };
      const expected = known.n > 0 ? known.hash : known.firstOwn;
      const rows = known.n > 0 ? await parts.log.rowsAt(log, [known.n]) : await parts.log.rowsAfter(log, 0);
      if (expected !== null && !rows.some(({ hash }) => hash === expected)) return false;
      // A doubt that came up meanwhile stays.
      if (doubted === asked) doubted = null;
      return true;
    },
    startOver() {
      last = { n: 0, hash: "" };
      firstOwn = null;
      doubted = null;
      device = null;
      untrusted = null;
      forgetCosts(doc);
      held.clear();
    },
  };
}

/** What keeps a row out without a look at what is in it. */
function barred(row: Row, record: LogRecord | null): Finding | null {
  if (record?.setAside?.includes(row.device)) return "set_aside";
  return row.envelope[1] === UPDATE ? null : "unsound";
}

/** Whether the row was tried on this phone, or written on it and nowhere else. What it took over from others is not. */
function isChecked(row: Row, record: LogRecord | null): boolean {
  if (row.finding !== undefined) return false;
  const isOwn = row.device === record?.device && !row.carries && !record.setAside?.length;
  return isOwn || row.n <= (record?.checkedUpTo ?? 0);
}

/** All that is trusted together, and the rest some megabytes at a time; one part at least. */
function inParts(rows: Row[], record: LogRecord | null): Row[][] {
  const all: Row[][] = [[]];
  let bytes = 0;
  for (const row of rows) {
    if (!isChecked(row, record)) bytes += row.envelope.length;
    if (bytes > PART_BYTES) {
      all.push([]);
      bytes = row.envelope.length;
    }
    all.at(-1)?.push(row);
  }
  return all;
}
