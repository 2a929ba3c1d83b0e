// The case on screen. Follows the choice in the settings; with no valid choice it takes the first case that is not put away,
// which is how a freshly paired phone comes to show something. Holds no text of its own.
import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { CaseBook, OpenCase } from "../cases/book";
import type { Core } from "./core";
import type { Settings } from "./settings";

export type CaseState =
  | { state: "opening" }
  | { state: "none" }
  | { state: "failed" }
  | { state: "open"; opened: OpenCase };

export function followCase(core: ReadonlySignal<Core>, settings: Settings): ReadonlySignal<CaseState> {
  const current = signal<CaseState>({ state: "opening" });
  effect(() => {
    const now = core.value;
    if (now.state === "failed") current.value = { state: "failed" };
    if (now.state !== "open") return;
    const wanted = settings.currentCase.value;
    const follow = () => openChosen(now.book, wanted, current);
    follow();
    return now.book.subscribe(follow);
  });
  return current;
}

function openChosen(book: CaseBook, wanted: string, current: { value: CaseState; peek(): CaseState }): void {
  const id = chosen(book, wanted);
  const shown = current.peek();
  if (id === null) {
    if (shown.state !== "none") current.value = { state: "none" };
    return;
  }
  if (shown.state === "open" && shown.opened.id === id) return;
  book.open(id).then(
    (opened) => {
      if (chosen(book, wanted) === opened.id) current.value = { state: "open", opened };
    },
    () => {
      current.value = { state: "failed" };
    },
  );
}

function chosen(book: CaseBook, wanted: string): string | null {
  const known = book.cases();
  const found = known.find((entry) => entry.id === wanted) ?? known.find((entry) => entry.closedAt === null);
  return found?.id ?? null;
}
