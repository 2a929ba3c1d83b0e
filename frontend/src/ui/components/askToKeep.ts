// Asks the browser to keep what the app stores, by itself and at the right moment: when something was written and is
// stored, because browsers judge by use. Not again for a month after an answer, and never where the browser would put
// the question to the person: there it waits for a tap, after a sentence that says why.
import { effect, type ReadonlySignal } from "@preact/signals";
import { hasEntries } from "../../domain/case/entries";
import { daysApart } from "../../domain/days/days";
import { localDay } from "../../i18n/dates";
import { askAndRemember, asksThePerson, lastAskedOf } from "../start/deviceStorage";
import type { CaseState } from "../start/openCase";
import type { Settings } from "../start/settings";

const DAYS_UNTIL_AGAIN = 30;

export function askOnceSomethingIsWritten(openCase: ReadonlySignal<CaseState>, settings: Settings): void {
  const apart = daysApart(lastAskedOf(settings).day, localDay(new Date()));
  if (asksThePerson(navigator.userAgent) || (apart !== null && apart < DAYS_UNTIL_AGAIN)) return;
  const stop = effect(() => {
    const { value } = openCase;
    if (value.state !== "open") return;
    if (value.opened.saving().state !== "saved" || !hasEntries(value.opened.doc)) return;
    void askAndRemember(settings);
    queueMicrotask(() => stop());
  });
}
