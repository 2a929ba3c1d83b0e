// One entry on screen: read again whenever it changes, deleted with an undo, and removed when it is left blank.
import { useEffect, useRef } from "preact/hooks";
import type { OpenCase } from "../../cases/documents/book";
import type { Kind, Read } from "../../domain/case/defineKind";
import type { CaseDoc } from "../../domain/case/document";
import { deleteEntry, type Entry, type EntryKind, restoreEntry } from "../../domain/case/entries";
import type { Shape } from "../../domain/case/fields";
import { messagesFrom } from "../../i18n";
import entriesWords from "../../i18n/en/entries.json";
import { isAnythingOnlyHere } from "../start/onlyHere";
import { goUp } from "../start/router";
import { useServices } from "../start/services";
import { offerUndo } from "../start/undo";
import { useCaseValue, useOpened } from "../start/useCase";
import { forgetBlank, rememberBlank } from "./blankEntries";

const t = messagesFrom(entriesWords);

export function useEntry<T extends Entry>(list: (doc: CaseDoc) => readonly T[], id: string): T | null {
  return useCaseValue((doc) => list(doc).find((entry) => entry.id === id) ?? null);
}

/**
 * Deletes the entry when its screen is left while nobody has written into it, unless it `stays`. An entry with an
 * incomplete day stays, too: the person is asked about it. Closing the page runs no such cleanup, so what was begun is
 * remembered.
 */
export function useNothingLeftBehind<S extends Shape>(
  of: Kind<S>,
  id: string,
  stays?: (entry: Read<S>, doc: CaseDoc) => boolean,
): void {
  const opened = useOpened();
  const isLeft = (doc: CaseDoc) => {
    const entry = of.find(doc, id);
    return entry !== null && of.isBlank(entry) && !stays?.(entry, doc);
  };
  const latest = useRef(isLeft);
  latest.current = isLeft;
  const { settings } = useServices();
  useEffect(() => {
    if (latest.current(opened.doc)) rememberBlank(settings, opened, of.kind, id);
    return () => {
      forgetBlank(settings, id);
      if (latest.current(opened.doc) && !isAnythingOnlyHere()) deleteEntry(opened.doc, of.kind, id, opened.writer);
    };
  }, [opened, of, id]);
}

/** Deletes the entry, offers to undo that, and goes to the screen above. */
export function deleteWithUndo(opened: OpenCase, kind: EntryKind, id: string, up: string): void {
  deleteEntry(opened.doc, kind, id, opened.writer);
  offerUndo(t(`entryKind.deletedOne.${kind}`), () => restoreEntry(opened.doc, kind, id));
  goUp(up);
}
