// The document of one log: rows become changes of the document, changes of the document become rows. It learns of
// remote rows from the local log, never from the engine. It says "saved" only when the row is on disk.
import { type CaseDoc, newDocument } from "../../domain/case/document";
import { apply, type Change, merged, type Transaction, touchedIn } from "../../domain/changes/updates";
import { shared } from "../../promises";
import type { Changes } from "../../storage/changes";
import { createDraftWriter, type DraftParts, type DraftWriter, leftoverDrafts } from "./drafts";
import { FROM_LOG, LogReader, type LogReaderParts } from "./logReader";
import type { Recovery } from "./recovery";
import { NotStored, type Saving } from "./saving";

export type After = (ms: number, wake: () => void) => () => void;
export type ProviderParts = LogReaderParts & DraftParts & { changes: Changes; recovery: Recovery };

/** The whole content of a document, as changes of at most `most` bytes. */
export type WholeOf = (doc: CaseDoc, most: number) => Change[];

// One envelope for a burst of typing: its overhead is paid once, and no more than 3 s of typing is ever unsaved.
const IDLE_MS = 1_000;
const LONGEST_MS = 3_000;
const RETRY_MS = 5_000;
const MERGED_BYTES = 500_000;

export class Provider {
  readonly doc = newDocument();
  readonly #parts: ProviderParts;
  readonly #log: string;
  readonly #listeners = new Set<() => void>();
  readonly #reader: LogReader;
  readonly #draft: DraftWriter;
  #unsaved: Change[] = [];
  #inHand: Change[] = [];
  #saving: Saving = { state: "saved" };
  #isLost = false;
  #cancelIdle = () => {};
  #cancelLongest: (() => void) | null = null;
  readonly #unsubscribe: () => void;
  readonly #saveAll = shared(() => this.#save());
  readonly #writeOnce = shared(() => this.#write());

  private constructor(parts: ProviderParts, log: string) {
    this.#parts = parts;
    this.#log = log;
    this.#reader = new LogReader(parts, log, this.doc);
    const notStored = () => merged(this.#notStored(), Number.POSITIVE_INFINITY)[0]?.update ?? null;
    this.#draft = createDraftWriter(parts, log, notStored);
    this.#unsubscribe = parts.changes.subscribe((changed) => {
      // Rows that could not be read now are read after the next change of the log.
      if (changed === log) this.catchUp().catch(() => {});
    });
  }

  /** Opens the document of the log with everything that this phone has of it. */
  static async open(parts: ProviderParts, log: string): Promise<Provider> {
    const provider = new Provider(parts, log);
    try {
      await provider.#load();
    } catch (error) {
      provider.#unsubscribe();
      throw error;
    }
    return provider;
  }

  saving(): Saving {
    return this.#saving;
  }

  /** Whether nothing would be lost if the page closed now: everything is stored, or kept as a draft. */
  isKept(): boolean {
    return this.#notStored().length === 0 || this.#draft.isKept();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Stores what is not stored yet. Rejects when the phone could not; the words stay in memory and are tried again. */
  async flush(): Promise<void> {
    this.#cancelIdle();
    this.#cancelLongest?.();
    this.#cancelLongest = null;
    this.#draft.now();
    await this.#saveAll();
    if (this.#saving.state === "failed") throw new NotStored(this.#saving.reason);
  }

  /** Merges rows that this document has not seen. */
  catchUp(): Promise<void> {
    return this.#reader.catchUp();
  }

  /** The storage was reopened: what was read from it so far may be gone. */
  doubt(): void {
    this.#reader.doubt();
  }

  /** Stores the whole document again when the rows it was read from are gone. Resolves to whether they were. */
  async restore(whole: () => Promise<WholeOf>): Promise<boolean> {
    try {
      return await this.#putBack(whole);
    } catch (error) {
      this.#failed(error);
      throw error;
    }
  }

  close(): void {
    this.#unsubscribe();
    this.#cancelIdle();
    this.#cancelLongest?.();
    this.doc.destroy();
  }

  async #load(): Promise<void> {
    const { drafts } = this.#parts;
    // Drafts before rows: what is stored in between is then read twice rather than missed.
    const [left] = await Promise.all([leftoverDrafts(this.#parts, this.#log), this.#reader.begin()]);
    await this.#reader.catchUp();
    this.doc.on("update", (update: Uint8Array, origin: unknown, _doc: CaseDoc, transaction: Transaction) =>
      this.#updated(update, origin, transaction),
    );
    for (const { payload } of left) apply(this.doc, payload, null);
    if (left.length === 0) return;
    const ids = left.map(({ id }) => id);
    this.flush()
      .then(() => drafts.remove(this.#log, ids))
      .catch(() => {});
  }

  #updated(update: Uint8Array, origin: unknown, transaction: Transaction): void {
    if (origin !== FROM_LOG) this.#unsaved.push({ update, touched: touchedIn(transaction) });
    // The next try is already scheduled, and until it succeeds nothing is being saved.
    if (origin === FROM_LOG || this.#saving.state === "failed") this.#tell();
    else this.#saveSoon();
  }

  #saveSoon(): void {
    this.#draft.changed();
    this.#cancelIdle();
    this.#cancelIdle = this.#flushAfter(IDLE_MS);
    this.#cancelLongest ??= this.#flushAfter(LONGEST_MS);
    this.#setSaving({ state: "saving" });
  }

  // `saving()` reports what could not be stored.
  #flushAfter(ms: number): () => void {
    return this.#parts.after(ms, () => void this.flush().catch(() => {}));
  }

  // At any of these steps the storage may be reopened, and may have lost what was stored before.
  async #save(): Promise<void> {
    const { recovery } = this.#parts;
    try {
      while (this.#unsaved.length > 0 || !recovery.isOver()) {
        await recovery.over();
        await this.#store();
      }
    } catch (error) {
      return this.#failed(error);
    }
    if (this.#saving.state === "saved") return;
    this.#draft.changed();
    this.#setSaving({ state: "saved" });
  }

  #failed(error: unknown): void {
    this.#setSaving({ state: "failed", reason: isStorageFull(error) ? "full" : "storage" });
    this.#cancelIdle();
    this.#cancelIdle = this.#flushAfter(RETRY_MS);
  }

  async #store(): Promise<void> {
    while (this.#notStored().length > 0) await this.#writeOnce();
  }

  async #write(): Promise<void> {
    try {
      while (this.#unsaved.length > 0) {
        this.#inHand = merged(this.#unsaved, MERGED_BYTES);
        this.#unsaved = [];
        // A change is dropped once it is stored: if a later one fails, it must not be stored again at every try.
        for (let next = this.#inHand[0]; next; next = this.#inHand[0]) {
          this.#reader.seen(await this.#parts.sealer.append(this.#log, next));
          this.#inHand.shift();
        }
      }
    } catch (error) {
      this.#unsaved = this.#notStored();
      this.#inHand = [];
      throw error;
    }
  }

  // Not through `flush`, which waits for this.
  async #putBack(whole: () => Promise<WholeOf>): Promise<boolean> {
    await this.#parts.log.register(this.#log);
    if (!this.#isLost && (await this.#reader.isInPlace())) return false;
    const wholeOf = await whole();
    this.#isLost = true;
    this.#reader.startOver();
    this.#unsaved = wholeOf(this.doc, MERGED_BYTES);
    // The draft was lost along with the rows.
    this.#draft.changed();
    await this.#store();
    this.#isLost = false;
    return true;
  }

  #notStored(): Change[] {
    return [...this.#inHand, ...this.#unsaved];
  }

  #setSaving(saving: Saving): void {
    this.#saving = saving;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener();
      } catch (error) {
        // A screen that fails must not cut off the others, or keep the next row from this document.
        void Promise.reject(error);
      }
    }
  }
}

function isStorageFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
