// Whether the browser promises to keep what the app stores, and how much space there is. Browsers may refuse or never
// answer: every answer can be "unknown", and a call that hangs is given up.
import { effect, type ReadonlySignal, type Signal } from "@preact/signals";
import { localDay } from "../../i18n/dates";
import type { CaseState } from "./openCase";

export type Promised = "kept" | "not-kept" | "unknown";
export type StorageSpace = { used: number; quota: number };

const SECONDS_TO_ANSWER = 5;

export async function promised(): Promise<Promised> {
  return worded(navigator.storage?.persisted?.());
}

/** Asks the browser to keep the app's storage. Some browsers decide alone, some ask the person. */
export async function askToKeep(): Promise<Promised> {
  return worded(navigator.storage?.persist?.());
}

/** Asks automatically, once there is a case worth keeping. The answer is shown under Storage. */
export function askOnceThereIsACase(openCase: ReadonlySignal<CaseState>): void {
  const stop = effect(() => {
    if (openCase.value.state !== "open") return;
    void askToKeep();
    queueMicrotask(() => stop());
  });
}

/** Stores the day a case was first seen here, nothing else. It may outlive the case, and shows that there was one. */
export function rememberThatThereIsACase(openCase: ReadonlySignal<CaseState>, since: Signal<string>): void {
  effect(() => {
    if (openCase.value.state === "open" && since.peek() === "") since.value = localDay(new Date());
  });
}

export async function storageSpace(): Promise<StorageSpace | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? null : { used: usage, quota };
  } catch {
    return null;
  }
}

async function worded(answer: Promise<boolean> | undefined): Promise<Promised> {
  if (!answer) return "unknown";
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), SECONDS_TO_ANSWER * 1000));
  const said = await Promise.race([answer, late]).catch(() => null);
  if (said === null) return "unknown";
  return said ? "kept" : "not-kept";
}
