// One entry on screen: found again whenever it changes, deleted with a way back, and not left behind when nobody wrote into it.
import { useEffect, useRef } from "preact/hooks";
import type { OpenCase } from "../../cases/book";
import type { CaseDoc } from "../../domain/case/document";
import { deleteEntry, type Entry, type EntryKind, restoreEntry } from "../../domain/case/entries";
import { messagesFrom } from "../../i18n";
import entriesWords from "../../i18n/en/entries.json";
import { isAnythingOnlyHere } from "../start/onlyHere";
import { goUp } from "../start/router";
import { useServices } from "../start/services";
import { offerUndo } from "../start/undo";
import { useCaseValue, useOpened } from "../start/useCase";
import { forgetBegun, rememberBegun } from "./begun";

const t = messagesFrom(entriesWords);

export function useEntry<T extends Entry>(
  opened: OpenCase,
  list: (doc: CaseDoc) => readonly T[],
  id: string,
): T | null {
  return useCaseValue(opened, (doc) => list(doc).find((entry) => entry.id === id) ?? null);
}

/**
 * Deletes the entry when its screen is left while `holdsWords` says that nothing was ever written into it. One that holds a day
 * which is not whole yet stays: it is asked about. A page that goes away leaves no screen, so what was begun is remembered.
 */
export function useNothingLeftBehind(kind: EntryKind, id: string, holdsWords: (doc: CaseDoc) => boolean): void {
  const opened = useOpened();
  const latest = useRef(holdsWords);
  latest.current = holdsWords;
  const { settings } = useServices();
  useEffect(() => {
    if (!latest.current(opened.doc)) rememberBegun(settings, opened, kind, id);
    return () => {
      forgetBegun(settings, id);
      if (!latest.current(opened.doc) && !isAnythingOnlyHere()) deleteEntry(opened.doc, kind, id, opened.writer);
    };
  }, [opened, kind, id]);
}

/** Deletes, offers to take it back, and goes to the screen above. */
export function deleteWithUndo(opened: OpenCase, kind: EntryKind, id: string, up: string): void {
  deleteEntry(opened.doc, kind, id, opened.writer);
  offerUndo(t(`entryKind.deletedOne.${kind}`), () => restoreEntry(opened.doc, kind, id));
  goUp(up);
}
