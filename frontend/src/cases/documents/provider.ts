// The document of one log: rows become changes of the document, changes of the document become rows. It learns of remote
// rows from the local log, never from the engine, and says "saved" only when the row is on disk.
import { type CaseDoc, newDocument } from "../../domain/case/document";
import { apply, type Change, merged, type Transaction, touchedIn } from "../../domain/changes/updates";
import type { Changes } from "../../storage/changes";
import { createDraftWriter, type DraftParts, leftoverDrafts } from "./drafts";
import { createLogReader, FROM_LOG, type LogReaderParts } from "./logReader";
import type { Recovery } from "./recovery";
import { NotStored, type Saving } from "./saving";

export type After = (ms: number, wake: () => void) => () => void;
export type ProviderParts = LogReaderParts & DraftParts & { changes: Changes; recovery: Recovery };

/** All that a document holds, as changes of at most so many bytes. */
export type WholeOf = (doc: CaseDoc, most: number) => Change[];

export interface Provider {
  readonly doc: CaseDoc;
  saving(): Saving;
  /** Whether nothing would be lost if the page went away now: all is stored, or kept as a draft. */
  isKept(): boolean;
  subscribe(listener: () => void): () => void;
  /** Stores what is not stored yet. Rejects when the phone could not; the words stay and are tried again. */
  flush(): Promise<void>;
  /** Merges rows that this document has not seen. */
  catchUp(): Promise<void>;
  /** The storage was opened again: what was read from it so far may be gone. */
  doubt(): void;
  /** Stores all of the document again when the rows it was read from are gone. Says whether they were. */
  restore(whole: () => Promise<WholeOf>): Promise<boolean>;
  close(): void;
}

// One envelope for a burst of typing: its overhead is paid once, and no more than this many words are ever unsaved.
const IDLE_MS = 1_000;
const LONGEST_MS = 3_000;
const RETRY_MS = 5_000;
const MERGED_BYTES = 500_000;

export async function openProvider(parts: ProviderParts, log: string): Promise<Provider> {
  const doc = newDocument();
  const listeners = new Set<() => void>();
  const reader = createLogReader(parts, log, doc);
  let unsaved: Change[] = [];
  let inHand: Change[] = [];
  const notStored = () => merged([...inHand, ...unsaved], Number.POSITIVE_INFINITY)[0]?.update ?? null;
  const draft = createDraftWriter(parts, log, notStored);
  let saving: Saving = { state: "saved" };
  let flushing: Promise<void> | null = null;
  let writing: Promise<void> | null = null;
  let isLost = false;
  let cancelIdle = () => {};
  let cancelLongest: (() => void) | null = null;

  const tell = () => {
    for (const listener of [...listeners]) {
      try {
        listener();
      } catch (error) {
        // A screen that fails must not keep the others, or the next row, from this document.
        void Promise.reject(error);
      }
    }
  };
  const setSaving = (next: Saving) => {
    saving = next;
    tell();
  };

  const unsubscribe = parts.changes.subscribe((changed) => {
    // Rows that could not be read now are read after the next change.
    if (changed === log) reader.catchUp().catch(() => {});
  });
  try {
    // Before the rows: what was stored meanwhile is then read twice, and never not at all.
    const left = await leftoverDrafts(parts, log);
    await reader.catchUp();
    doc.on("update", onUpdate);
    for (const { payload } of left) apply(doc, payload, null);
    if (left.length > 0)
      flush()
        .then(() =>
          parts.drafts.remove(
            log,
            left.map(({ id }) => id),
          ),
        )
        .catch(() => {});
  } catch (error) {
    unsubscribe();
    throw error;
  }

  function onUpdate(update: Uint8Array, origin: unknown, _doc: CaseDoc, transaction: Transaction) {
    if (origin === FROM_LOG) return tell();
    unsaved.push({ update, touched: touchedIn(transaction) });
    // The next try is set already, and until it succeeds nothing is being saved.
    if (saving.state === "failed") return tell();
    draft.changed();
    cancelIdle();
    cancelIdle = parts.after(IDLE_MS, flushLater);
    cancelLongest ??= parts.after(LONGEST_MS, flushLater);
    setSaving({ state: "saving" });
  }

  async function flush(): Promise<void> {
    cancelIdle();
    cancelLongest?.();
    cancelLongest = null;
    draft.now();
    flushing ??= save().finally(() => {
      flushing = null;
    });
    await flushing;
    if (saving.state === "failed") throw new NotStored(saving.reason);
  }

  // What could not be stored is said by `saving()`.
  function flushLater(): void {
    flush().catch(() => {});
  }

  // The storage may be opened again at any of these steps, and have lost what was stored before.
  async function save(): Promise<void> {
    try {
      while (unsaved.length > 0 || !parts.recovery.isOver()) {
        await parts.recovery.over();
        await store();
      }
    } catch (error) {
      return failed(error);
    }
    if (saving.state === "saved") return;
    draft.changed();
    setSaving({ state: "saved" });
  }

  function failed(error: unknown): void {
    setSaving({ state: "failed", reason: isQuota(error) ? "quota" : "storage" });
    cancelIdle();
    cancelIdle = parts.after(RETRY_MS, flushLater);
  }

  async function store(): Promise<void> {
    while (inHand.length + unsaved.length > 0) {
      writing ??= writeAll().finally(() => {
        writing = null;
      });
      await writing;
    }
  }

  async function writeAll(): Promise<void> {
    try {
      while (unsaved.length > 0) {
        inHand = merged(unsaved, MERGED_BYTES);
        unsaved = [];
        // What is stored leaves the hand: when what follows it fails, it must not be stored again at every try.
        for (let next = inHand[0]; next; next = inHand[0]) {
          reader.seen(await parts.sealer.append(log, next));
          inHand.shift();
        }
      }
    } catch (error) {
      unsaved = [...inHand, ...unsaved];
      inHand = [];
      throw error;
    }
  }

  // Not by way of `flush`, which waits for this.
  async function restore(whole: () => Promise<WholeOf>): Promise<boolean> {
    await parts.log.register(log);
    if (!isLost && (await reader.isInPlace())) return false;
    const wholeOf = await whole();
    isLost = true;
    reader.startOver();
    unsaved = wholeOf(doc, MERGED_BYTES);
    // The draft is gone with the rows.
    draft.changed();
    await store();
    isLost = false;
    return true;
  }

  return {
    doc,
    saving: () => saving,
    isKept: () => inHand.length + unsaved.length === 0 || draft.isKept(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
    catchUp: reader.catchUp,
    doubt: reader.doubt,
    async restore(whole) {
      try {
        return await restore(whole);
      } catch (error) {
        failed(error);
        throw error;
      }
    },
    close() {
      unsubscribe();
      cancelIdle();
      cancelLongest?.();
      doc.destroy();
    },
  };
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
