// Whether what was typed is stored, and what it means when it is not.
/** "saved" only after the local transaction has committed. "failed" means the phone refused to store; the text is still in memory. */
export type Saving = { state: "saved" | "saving" } | { state: "failed"; reason: "quota" | "storage" };

/** The phone refused to store: what was typed is still in memory. */
export class NotStored extends Error {
  constructor(readonly reason: "quota" | "storage") {
    super(`not stored: ${reason}`);
  }
}

/** Whether it was the storage that failed, and not the app: only then may a person be told to free some space. */
export function isStorageFailure(error: unknown): boolean {
  return error instanceof NotStored || error instanceof DOMException;
}
