// How a screen learns of a change: by signals alone. A component that reads a case while rendering, or calls `watch`
// for another source, is rendered again when that changes. So no component can read a case and miss its changes.
// Outside rendering (in a tap handler) reading subscribes to nothing.
import { type Signal, signal } from "@preact/signals";
import type { OpenCase } from "../../cases/documents/book";

type Source = { subscribe(listener: () => void): () => void };

const turns = new WeakMap<Source, Signal<number>>();
const watchedCases = new WeakMap<OpenCase, OpenCase>();

/** Call wherever something of `source` is read. */
export function watch(source: Source | null): void {
  if (source) void turnOf(source).value;
}

/** The same case; reading its document or saving state subscribes to changes. */
export function watchedCase(opened: OpenCase): OpenCase {
  const known = watchedCases.get(opened);
  if (known) return known;
  const watched: OpenCase = {
    ...opened,
    get doc() {
      watch(opened);
      return opened.doc;
    },
    saving() {
      watch(opened);
      return opened.saving();
    },
  };
  watchedCases.set(opened, watched);
  return watched;
}

/** Never unsubscribes: what is watched lasts as long as the page. */
function turnOf(source: Source): Signal<number> {
  const known = turns.get(source);
  if (known) return known;
  const turn = signal(0);
  turns.set(source, turn);
  source.subscribe(() => {
    turn.value = turn.peek() + 1;
  });
  return turn;
}
