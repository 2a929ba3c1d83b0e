// Loads the files of the screens that come next while the phone is idle, so that a tap need not wait for them. Only
// when they are on the phone already: it must not slow down a download, and must not fetch anything itself.
import { effect, type ReadonlySignal } from "@preact/signals";
import type { CaseState } from "./openCase";

type Load = () => Promise<unknown>;

/** Runs each of `loads` once a case is on screen, one after the other. One that fails is loaded when it is needed. */
export function warmUp(openCase: ReadonlySignal<CaseState>, isOnPhone: boolean, loads: readonly Load[]): void {
  if (!isOnPhone) return;
  const stop = effect(() => {
    if (openCase.value.state !== "open") return;
    void oneByOne(loads);
    queueMicrotask(() => stop());
  });
}

async function oneByOne(loads: readonly Load[]): Promise<void> {
  for (const load of loads) {
    await leisure();
    await load().catch(() => {});
  }
}

// Safari has no requestIdleCallback; a second after the last file will do.
function leisure(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: 5000 });
    else setTimeout(resolve, 1000);
  });
}
