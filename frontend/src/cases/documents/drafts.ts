// Keeps what was typed and is not a row yet, so that a page which closes in the middle of a word loses nothing. A draft
// is rewritten each time with all that is not stored. It is read when its log is opened and removed once its words are
// rows.
import { newId } from "../../crypto/primitives";
import type { DraftStore } from "../../storage/drafts";
import type { Vault } from "../keys/vault";

export type DraftParts = { drafts: DraftStore; vault: Vault; after: (ms: number, wake: () => void) => () => void };

export interface DraftWriter {
  /** What is not stored has changed: the draft is rewritten shortly. */
  changed(): void;
  /** Rewrites the draft at once. */
  now(): void;
  /** Whether the draft holds all that is not stored. */
  isKept(): boolean;
}

const REST_MS = 50;

/** `notStored` gives all that is not a row yet, as one payload, or null if there is nothing. */
export function createDraftWriter(parts: DraftParts, log: string, notStored: () => Uint8Array | null): DraftWriter {
  let wanted = 0;
  let kept = 0;
  let id: string | null = null;
  let isWriting = false;
  let cancel: (() => void) | null = null;

  async function write(): Promise<void> {
    while (kept !== wanted) {
      const version = wanted;
      const payload = notStored();
      if (payload) await put(payload);
      else await remove();
      kept = version;
    }
  }

  async function remove(): Promise<void> {
    if (id === null) return;
    await parts.drafts.remove(log, [id]);
    id = null;
  }

  async function put(payload: Uint8Array): Promise<void> {
    const next = newId();
    await parts.drafts.put({ log, id: next, sealed: await parts.vault.wrapped(draftName(log, next), payload) }, id);
    id = next;
  }

  const now = () => {
    cancel?.();
    cancel = null;
    // A draft that could not be kept is kept with the next one. Whoever stores the rows reports what is not stored.
    if (isWriting) return;
    isWriting = true;
    write()
      .catch(() => {})
      .finally(() => {
        isWriting = false;
      });
  };
  return {
    changed() {
      wanted += 1;
      cancel ??= parts.after(REST_MS, now);
    },
    now,
    isKept: () => kept === wanted,
  };
}

/** The drafts left by an earlier run of the app. One that does not open stays where it is. */
export async function leftoverDrafts(parts: DraftParts, log: string): Promise<{ id: string; payload: Uint8Array }[]> {
  const found = await parts.drafts.of(log);
  const opened = await Promise.all(
    found.map(async ({ id, sealed }) => ({ id, payload: await parts.vault.unwrapped(draftName(log, id), sealed) })),
  );
  return opened.flatMap(({ id, payload }) => (payload ? [{ id, payload }] : []));
}

/** The name under which a draft is wrapped. */
export function draftName(log: string, id: string): string {
  return `draft/${log}/${id}`;
}
