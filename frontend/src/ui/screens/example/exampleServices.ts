// What the screens use while the example is open: a book with the made-up case alone, and settings that forget.
import { signal } from "@preact/signals";
import { notHere, unkeptBook } from "../../../cases/documents/unkeptBook";
import { messagesFrom } from "../../../i18n";
import exampleWords from "../../../i18n/en/example.json";
import type { Core } from "../../start/core";
import type { CaseState } from "../../start/openCase";
import type { Services } from "../../start/services";
import type { Settings } from "../../start/settings";
import { watchedCase } from "../../start/watched";
import { writeSample } from "./sample";

const t = messagesFrom(exampleWords);

/** The day on which a reminder to keep the example elsewhere may stand. */
const NEVER = "9999";

/** Nothing in them reaches the storage or the server. How the app looks, and the country, are the phone's own. */
export function exampleServices(own: Services, today: string): Services {
  const clock = {
    now: () => new Date().toISOString(),
    minutesEast: (instant: string) => -new Date(instant).getTimezoneOffset(),
  };
  const book = unkeptBook(t("example.caseName"), clock);
  writeSample(book.opened, today);
  const sync = { current: notHere, subscribe: notHere, dismiss: notHere };
  return {
    ...own,
    core: signal<Core>({ state: "open", book, sync, sharing: notHere, copies: notHere, setAside: notHere }),
    openCase: signal<CaseState>({ state: "open", opened: watchedCase(book.opened) }),
    settings: unkept(own.settings),
  };
}

function unkept(own: Settings): Settings {
  const kept = new Map<string, string>();
  return {
    ...own,
    quietUntil: signal(NEVER),
    recall: (name) => kept.get(name) ?? own.recall(name),
    keep: (name, value) => kept.set(name, value).has(name),
  };
}
