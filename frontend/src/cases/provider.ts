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
  flush(): Promise<void>;
  /** Merges rows that this document has not seen. */
  catchUp(): Promise<void>;
  close(): void;
}

// One envelope for a burst of typing: its overhead is paid once, and no more than this many words are ever unsaved.
const IDLE_MS = 1_000;
const LONGEST_MS = 3_000;
const RETRY_MS = 5_000;
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
    cancelIdle = parts.after(IDLE_MS, () => void flush());
    cancelLongest ??= parts.after(LONGEST_MS, () => void flush());
    setSaving({ state: "saving" });
  };

  function flush(): Promise<void> {
    cancelIdle();
    cancelLongest?.();
    cancelLongest = null;
    writing ??= writeAll().finally(() => {
      writing = null;
    });
    return writing;
  }

  async function writeAll(): Promise<void> {
    while (unsaved.length > 0) {
      const burst = unsaved;
      unsaved = [];
      try {
        reader.seen(await parts.sealer.append(log, burst.length === 1 && burst[0] ? burst[0] : Y.mergeUpdates(burst)));
      } catch (error) {
        unsaved = [...burst, ...unsaved];
        setSaving({ state: "failed", reason: isQuota(error) ? "quota" : "storage" });
        cancelIdle = parts.after(RETRY_MS, () => void flush());
        return;
      }
    }
    setSaving({ state: "saved" });
  }

  doc.on("update", onUpdate);
  await reader.catchUp();
  const unsubscribe = parts.changes.subscribe((changed) => {
    // Rows that could not be read now are read after the next change.
    if (changed === log) reader.catchUp().catch(() => {});
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
    for (const row of rows) held.delete(row.n);
    const mergeable = rows.filter((row) => row.finding === undefined || row.finding === "unknown_key");
    for (const row of rows) if (row.finding === "counter_gap") held.add(row.n);
    const opened = await Promise.all(mergeable.map(async (row) => ({ row, result: await parts.sealer.openRow(row) })));
    doc.transact(() => {
      for (const { result } of opened) if (result.ok) Y.applyUpdate(doc, result.payload, FROM_LOG);
    }, FROM_LOG);
    const fresh = opened.filter(({ row, result }) => result.ok && row.checked !== 1);
    if (fresh.length > 0)
      await parts.log.amend(
        log,
        fresh.map(({ row }) => row.n),
        { checked: 1 },
      );
    for (const { row, result } of opened) if (!result.ok) await keepBack(row, result.finding);
  }

  async function keepBack(row: Row, finding: Finding): Promise<void> {
    if (finding === "unknown_key") held.add(row.n);
    if (row.finding === finding) return;
    await parts.log.amend(log, [row.n], { finding });
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

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
