// Reads the files of the screens that come next while the phone has nothing else to do, so that a tap need not wait for them.
// Only on a phone that holds them already: what is still being fetched must not be held up, and nothing is fetched for this.
import { effect, type ReadonlySignal } from "@preact/signals";
import type { CaseState } from "./openCase";

type Load = () => Promise<unknown>;

/** Runs each of `loads` once a case stands on the screen, one after the other. One that fails is loaded when it is wanted. */
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

// Safari has no word for leisure; a second after the last file will do.
function leisure(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: 5000 });
    else setTimeout(resolve, 1000);
  });
}
