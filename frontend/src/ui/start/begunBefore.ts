// When a case opens, what an earlier life of the page began in it and nobody wrote into is taken back. No start waits for that, and
// where its file cannot be read a blank entry stays until the next start.
import { effect, type ReadonlySignal } from "@preact/signals";
import type { CaseState } from "./openCase";
import { path } from "./router";
import type { Settings } from "./settings";

export function takeBackWhatWasBegunBefore(openCase: ReadonlySignal<CaseState>, settings: Settings): void {
  effect(() => {
    const { value } = openCase;
    if (value.state !== "open") return;
    import("../entries/begun")
      .then(({ takeBackBegun }) => takeBackBegun(settings, value.opened, () => path.peek()))
      .catch(() => {});
  });
}
