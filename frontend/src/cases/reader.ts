// Reads the rows of one log into its document, in the order they were stored and once each, and keeps back those that may not
// be merged yet.
import { type CaseDoc, newDocument } from "../domain/document";
import { apply } from "../domain/updates";
import type { Finding } from "../protocol/api";
import type { Row } from "../storage/schema";
import { hasBytes } from "../storage/setAside";
import type { UpdateLog } from "../storage/updateLog";
import type { Sealer } from "./sealer";

export type ReaderParts = { log: UpdateLog; sealer: Sealer; now: () => string };
/** The origin of changes that came out of the log. */
export const FROM_LOG = Symbol("from the log");

export interface Reader {
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

export function createReader(parts: ReaderParts, log: string, doc: CaseDoc): Reader {
  let last = { n: 0, hash: "" };
  // Stands for the rows that were written here while none was read yet.
  let firstOwn: string | null = null;
  let doubted: (typeof last & { firstOwn: string | null }) | null = null;
  let device: string | null = null;
  let reading: Promise<void> | null = null;
  let asked = false;
  const own = new Set<string>();
  const held = new Set<number>();

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

  async function merge(found: Row[]): Promise<void> {
    const rows = found.filter(hasBytes);
    for (const row of rows) if (row.finding !== undefined) held.add(row.n);
    const mergeable = rows.filter((row) => row.finding === undefined || row.finding === "unknown_key");
    const opened = await parts.sealer.openRows(log, mergeable);
    const findings: { row: Row; finding: Finding }[] = [];
    doc.transact(() => {
      for (const { row, result } of opened) {
        if (!result.ok) findings.push({ row, finding: result.finding });
        else if (!apply(doc, result.payload, FROM_LOG)) findings.push({ row, finding: "malformed" });
      }
    }, FROM_LOG);
    const kept = new Set(findings.map(({ row }) => row.n));
    for (const { row } of opened) if (!kept.has(row.n)) held.delete(row.n);
    const cleared = opened.filter(({ row }) => row.finding !== undefined && !kept.has(row.n)).map(({ row }) => row.n);
    if (cleared.length > 0) await parts.log.judge(log, cleared, null);
    for (const { row, finding } of findings) await keepBack(row, finding);
  }

  async function keepBack(row: Row, finding: Finding): Promise<void> {
    if (finding === "unknown_key") held.add(row.n);
    if (row.finding === finding) return;
    await parts.log.judge(log, [row.n], finding);
    await parts.log.addNotice(log, { code: finding, count: 1, at: parts.now() });
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
      held.clear();
    },
  };
}
