// What happens between a key press and the document when two people write in the same field. Pure. A field on screen
// may be one change behind the document: what was typed is then applied to the current text, and the caret stays beside
// the same letters.

import { changeBetween, type TextChange } from "../../domain/case/textChange";

/** The text after applying the change `seen` → `typed` to `current`, which another person may have changed. */
export function carriedOver(seen: string, typed: string, current: string): string {
  if (current === seen) return typed;
  const mine = changeBetween(seen, typed);
  const theirs = changeBetween(seen, current);
  const shift = theirs.inserted.length - theirs.removed;
  if (mine.start >= theirs.start + theirs.removed) return made(current, { ...mine, start: mine.start + shift });
  if (mine.start + mine.removed <= theirs.start) return made(current, mine);
  // Both changed the same letters: theirs stay and mine go after them, so that no word is lost.
  return made(current, { start: theirs.start + theirs.inserted.length, removed: 0, inserted: mine.inserted });
}

/** Where the caret belongs after `before` was replaced by `after`. */
export function caretAfter(before: string, after: string, caret: number): number {
  const edit = changeBetween(before, after);
  if (caret <= edit.start) return caret;
  if (caret >= edit.start + edit.removed) return caret + edit.inserted.length - edit.removed;
  return edit.start + edit.inserted.length;
}

function made(text: string, edit: TextChange): string {
  return text.slice(0, edit.start) + edit.inserted + text.slice(edit.start + edit.removed);
}
