// The case on screen. It follows the choice in the settings. Without a valid choice it is the first case that is not
// archived, so that a freshly paired phone shows something. Holds no text of its own.
import { effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { CaseBook, OpenCase } from "../../cases/documents/book";
import type { Core } from "./core";
import type { Settings } from "./settings";
import { watchedCase } from "./watched";

export type CaseState =
  | { state: "opening" }
  | { state: "none" }
  | { state: "failed"; cause: unknown }
  | { state: "open"; opened: OpenCase };

type Choice = Pick<Settings, "currentCase">;

export function followCase(core: ReadonlySignal<Core>, settings: Choice): ReadonlySignal<CaseState> {
  const current = signal<CaseState>({ state: "opening" });
  effect(() => {
    const now = core.value;
    if (now.state === "failed") current.value = now;
    if (now.state !== "open") return;
    // Read here so that this effect runs again when the choice changes.
    void settings.currentCase.value;
    const follow = () => openChosen(now.book, settings, current);
    follow();
    return now.book.subscribe(follow);
  });
  return current;
}

function openChosen(book: CaseBook, settings: Choice, current: Signal<CaseState>): void {
  const id = chosen(book, settings);
  const shown = current.peek();
  if (id === null) {
    if (shown.state !== "none") current.value = { state: "none" };
    return;
  }
  if (shown.state === "open" && shown.opened.id === id) return;
  const show = (state: CaseState) => {
    // The person may have chosen another case while this one was opening.
    if (chosen(book, settings) === id) current.value = state;
  };
  book.open(id).then(
    (opened) => show({ state: "open", opened: watchedCase(opened) }),
    (cause: unknown) => show({ state: "failed", cause }),
  );
}

function chosen(book: CaseBook, settings: Choice): string | null {
  const known = book.cases();
  const wanted = settings.currentCase.peek();
  const found =
    known.find(({ id, formerly }) => wanted !== null && [id, formerly].includes(wanted)) ??
    known.find((entry) => entry.archivedAt === null);
  return found?.id ?? null;
}
