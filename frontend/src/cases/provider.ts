// The document of one log: rows become changes of the document, changes of the document become rows. It learns of remote
// rows from the local log, never from the engine, and says "saved" only when the row is on disk.
import * as Y from "yjs";
import { type CaseDoc, newDocument } from "../domain/document";
import type { Finding } from "../protocol/api";
import type { Changes } from "../storage/changes";
import type { Row } from "../storage/schema";
import type { UpdateLog } from "../storage/updateLog";
import type { Saving } from "./saving";
import type { Sealer } from "./sealer";

export type After = (ms: number, wake: () => void) => () => void;
export type ProviderParts = { log: UpdateLog; changes: Changes; sealer: Sealer; after: After; now: () => string };

export interface Provider {
  readonly doc: CaseDoc;
  saving(): Saving;
  subscribe(listener: () => void): () => void;
  /** Stores what is not stored yet. Rejects when the phone could not; the words stay and are tried again. */
  flush(): Promise<void>;
  /** Merges rows that this document has not seen. */
  catchUp(): Promise<void>;
  close(): void;
}

// One envelope for a burst of typing: its overhead is paid once, and no more than this many words are ever unsaved.
const IDLE_MS = 1_000;
const LONGEST_MS = 3_000;
const RETRY_MS = 5_000;
const MERGED_BYTES = 500_000;
const FROM_LOG = Symbol("from the log");

export async function openProvider(parts: ProviderParts, log: string): Promise<Provider> {
  const doc = newDocument();
  const listeners = new Set<() => void>();
  const reader = createReader(parts, log, doc);
  let unsaved: Uint8Array[] = [];
  let saving: Saving = { state: "saved" };
  let writing: Promise<void> | null = null;
  let cancelIdle = () => {};
  let cancelLongest: (() => void) | null = null;

  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const setSaving = (next: Saving) => {
    saving = next;
    tell();
  };

  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === FROM_LOG) return tell();
    unsaved.push(update);
    cancelIdle();
    cancelIdle = parts.after(IDLE_MS, flushLater);
    cancelLongest ??= parts.after(LONGEST_MS, flushLater);
    setSaving({ state: "saving" });
  };

  async function flush(): Promise<void> {
    cancelIdle();
    cancelLongest?.();
    cancelLongest = null;
    writing ??= writeAll().finally(() => {
      writing = null;
    });
    await writing;
    if (saving.state === "failed") throw new NotStored(saving.reason);
  }

  // What could not be stored is said by `saving()`.
  function flushLater(): void {
    flush().catch(() => {});
  }

  async function writeAll(): Promise<void> {
    while (unsaved.length > 0) {
      const burst = merged(unsaved);
      unsaved = [];
      try {
        // What is stored leaves the burst: when what follows it fails, it must not be stored again at every try.
        for (let next = burst[0]; next; next = burst[0]) {
          reader.seen(await parts.sealer.append(log, next));
          burst.shift();
        }
      } catch (error) {
        unsaved = [...burst, ...unsaved];
        setSaving({ state: "failed", reason: isQuota(error) ? "quota" : "storage" });
        cancelIdle = parts.after(RETRY_MS, flushLater);
        return;
      }
    }
    setSaving({ state: "saved" });
  }

  doc.on("update", onUpdate);
  const unsubscribe = parts.changes.subscribe((changed) => {
    // Rows that could not be read now are read after the next change.
    if (changed === log) reader.catchUp().catch(() => {});
  });
  await reader.catchUp().catch((error: unknown) => {
    unsubscribe();
    throw error;
  });

  return {
    doc,
    saving: () => saving,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
    catchUp: reader.catchUp,
    close() {
      unsubscribe();
      cancelIdle();
      cancelLongest?.();
      doc.destroy();
    },
  };
}

/** Reads rows into the document in the order they were stored, once each, and keeps back those that may not be merged yet. */
function createReader(parts: ProviderParts, log: string, doc: CaseDoc) {
  let last = 0;
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
      const rows = [...kept, ...(await parts.log.rowsAfter(log, last))];
      await merge(rows.filter((row) => !own.delete(row.hash)));
      last = Math.max(last, ...rows.map((row) => row.n));
    }
  }

  // A device id that changed says that this storage was cloned: the Yjs client id must not live on in two places either.
  async function leaveClonedClientId(): Promise<void> {
    const present = (await parts.log.record(log))?.device ?? null;
    if (device !== null && present !== device) doc.clientID = newDocument().clientID;
    device = present;
  }

  async function merge(rows: Row[]): Promise<void> {
    for (const row of rows) if (row.finding !== undefined) held.add(row.n);
    const mergeable = rows.filter((row) => row.finding === undefined || row.finding === "unknown_key");
    const opened = await parts.sealer.openRows(log, mergeable);
    const findings: { row: Row; finding: Finding }[] = [];
    doc.transact(() => {
      for (const { row, result } of opened) {
        if (!result.ok) findings.push({ row, finding: result.finding });
        else if (!applied(result.payload)) findings.push({ row, finding: "malformed" });
      }
    }, FROM_LOG);
    const kept = new Set(findings.map(({ row }) => row.n));
    for (const { row } of opened) if (!kept.has(row.n)) held.delete(row.n);
    const cleared = opened.filter(({ row }) => row.finding !== undefined && !kept.has(row.n)).map(({ row }) => row.n);
    if (cleared.length > 0) await parts.log.judge(log, cleared, null);
    for (const { row, finding } of findings) await keepBack(row, finding);
  }

  function applied(payload: Uint8Array): boolean {
    try {
      Y.applyUpdate(doc, payload, FROM_LOG);
      return true;
    } catch {
      return false;
    }
  }

  async function keepBack(row: Row, finding: Finding): Promise<void> {
    if (finding === "unknown_key") held.add(row.n);
    if (row.finding === finding) return;
    await parts.log.judge(log, [row.n], finding);
    await parts.log.addNotice(log, { code: finding, count: 1, at: parts.now() });
  }

  return {
    seen: (hash: string) => own.add(hash),
    catchUp(): Promise<void> {
      asked = true;
      reading ??= readAll().finally(() => {
        reading = null;
      });
      return reading;
    },
  };
}

/** The phone refused to store: what was typed is still in memory. */
export class NotStored extends Error {
  constructor(readonly reason: "quota" | "storage") {
    super(`not stored: ${reason}`);
  }
}

// One envelope a burst, or several when a long wait for room has made the burst too large for one.
function merged(burst: Uint8Array[]): Uint8Array[] {
  const size = burst.reduce((sum, update) => sum + update.length, 0);
  return burst.length === 1 || size > MERGED_BYTES ? burst : [Y.mergeUpdates(burst)];
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
