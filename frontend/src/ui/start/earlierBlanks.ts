// When a case opens, takes back the entries that an earlier run of the page began and nobody wrote into. The start does
// not wait for this. If the file for it cannot be loaded, a blank entry stays until the next start.
import { effect, type ReadonlySignal } from "@preact/signals";
import type { CaseState } from "./openCase";
import { path } from "./router";
import type { Settings } from "./settings";

export function takeBackEarlierBlanks(openCase: ReadonlySignal<CaseState>, settings: Settings): void {
  effect(() => {
    const { value } = openCase;
    if (value.state !== "open") return;
    import("../entries/blankEntries")
      .then(({ takeBackBlanks: takeBackBegun }) => takeBackBegun(settings, value.opened, () => path.peek()))
      .catch(() => {});
  });
}
