// The day on which this phone first had a case, so that a case which the browser lost is not mistaken for none. It is kept
// in two places: browsers delete the one without the other. When all is gone, a phone can only look empty.
import { effect, type ReadonlySignal, type Signal } from "@preact/signals";
import { localDay } from "../../i18n/dates";
import type { CaseState } from "../start/openCase";

type Place = { recall(): Promise<string>; keep(day: string): Promise<unknown>; forget(): Promise<unknown> };

/** Keeps `since` and its second place the same. Whoever empties `since` while there is no case begins again. */
export function followSince(openCase: ReadonlySignal<CaseState>, since: Signal<string>, second: Place): void {
  let before = since.peek();
  const find = async (state: "open" | "none") => {
    const found = await second.recall();
    if (since.peek() === "") since.value = found || (state === "open" ? localDay(new Date()) : "");
  };
  effect(() => {
    const { state } = openCase.value;
    const day = since.value;
    const beginsAgain = state === "none" && day === "" && before !== "";
    before = day;
    if (beginsAgain) void second.forget();
    else if (state === "open" && day !== "") void second.keep(day);
    else if (day === "" && (state === "open" || state === "none")) void find(state);
  });
}
