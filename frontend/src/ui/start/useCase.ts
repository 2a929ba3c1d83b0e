// How a screen gets the open case and reads a part of it. A component that reads `opened.doc` while rendering is
// rendered again at every change (watched.ts); with `useCaseValue`, only when the picked value is another one. Pick
// something that keeps its identity while unchanged (the lists of domain/ do), or a string or number.
import { effect, untracked } from "@preact/signals";
import { useEffect, useReducer, useRef } from "preact/hooks";
import type { CaseBook, OpenCase } from "../../cases/documents/book";
import type { CaseDoc } from "../../domain/case/document";
import type { Companionship } from "../../domain/keyring/keyring";
import { useServices } from "./services";

/** The case on screen. Only for components inside a gate that blocks while there is none. */
export function useOpened(): OpenCase {
  const current = useServices().openCase.value;
  if (current.state !== "open") throw new Error("no case is open");
  return current.opened;
}

export function useCaseValue<T>(pick: (doc: CaseDoc) => T): T {
  const opened = useOpened();
  return usePicked(opened, () => pick(opened.doc));
}

/** The value that `pick` returns; renders again only when it changes. `from` is what it reads, or null for nothing. */
export function usePicked<T>(from: OpenCase | null, pick: () => T): T {
  const [, drawAgain] = useReducer((turn: number, _: null) => turn + 1, 0);
  const value = untracked(pick);
  const drawn = useRef({ pick, value });
  drawn.current = { pick, value };
  const look = () => {
    const { pick: latest, value: shown } = drawn.current;
    if (!Object.is(latest(), shown)) drawAgain(null);
  };
  useEffect(() => effect(look), [from]);
  return value;
}

/** Null in a person's own case. */
export function companionshipIn(book: CaseBook, opened: OpenCase): Companionship | null {
  return book.cases().find(({ id }) => id === opened.id)?.companion ?? null;
}
