// How a screen is told of a change: by signals alone. Whoever reads a case, or calls `watch` where it reads another source, while it is
// being drawn is drawn again when that says that it changed. So nobody can read a case and miss its changes. Outside of a drawing
// (in what a tap does) reading costs nothing and binds nothing.
import { type Signal, signal } from "@preact/signals";
import type { OpenCase } from "../../cases/documents/book";

type Source = { subscribe(listener: () => void): () => void };

const turns = new WeakMap<Source, Signal<number>>();
const watchedCases = new WeakMap<OpenCase, OpenCase>();

/** To be called where something of `source` is read. */
export function watch(source: Source | null): void {
  if (source) void turnOf(source).value;
}

/** The same case, whose document and saving are watched by whoever reads them. */
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

/** Listens for good: what is watched lasts as long as the page. */
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
