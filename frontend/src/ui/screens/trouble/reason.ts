// Why storage or a case did not open, judged by what was thrown and by what this browser has. Nobody is blamed on a
// guess.
import { KeysLost } from "../../../cases/keys/keysLost";

export type Reason = "insecure" | "blocked" | "full" | "keys" | "newer" | "part" | "fault" | "other";

/** The parts of the browser that matter here; passed in, so that a test can act as any browser. */
export type Browser = { isSecureContext: boolean; localStorage: unknown; indexedDB: unknown };

export function reasonOf(cause: unknown, browser: () => Browser = () => globalThis): Reason {
  if (!browser().isSecureContext) return "insecure";
  if (isBlocked(browser)) return "blocked";
  if (cause instanceof KeysLost) return "keys";
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : "";
  if (name === "SecurityError") return "blocked";
  if (name === "QuotaExceededError") return "full";
  if (name === "VersionError") return "newer";
  // Each browser words it differently, but all of them mention the import.
  if (cause instanceof TypeError && /import/i.test(cause.message)) return "part";
  // Errors of the browser's storage are DOMExceptions. Anything else is a fault of the app, and storage is not blamed
  // for it.
  return cause instanceof Error && !(cause instanceof DOMException) ? "fault" : "other";
}

function isBlocked(browser: () => Browser): boolean {
  try {
    const { localStorage, indexedDB } = browser();
    return !localStorage || !indexedDB;
  } catch {
    return true;
  }
}
