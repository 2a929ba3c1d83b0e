/** "saved" only after the local transaction has committed. "failed" means the phone refused to store; the text is still in memory. */
export type Saving = { state: "saved" | "saving" } | { state: "failed"; reason: "quota" | "storage" };
