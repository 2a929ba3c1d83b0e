// Whether what was typed is stored, and why not.
/**
 * "saved" only after the local transaction has committed. "failed": the phone refused to store it; the text is in
 * memory.
 */
export type Saving = { state: "saved" | "saving" } | { state: "failed"; reason: "full" | "storage" };

/** The phone refused to store: what was typed is still in memory. */
export class NotStored extends Error {
  constructor(readonly reason: "full" | "storage") {
    super(`not stored: ${reason}`);
  }
}

/** Whether the storage failed, and not the app: only then may the person be asked to free some space. */
export function isStorageFailure(error: unknown): boolean {
  return error instanceof NotStored || error instanceof DOMException;
}
