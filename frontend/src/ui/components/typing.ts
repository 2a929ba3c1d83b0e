// What happens between a key and the document when two people write in the same field. Pure.
// A field on screen may be one change behind the document: what was typed is then carried over to the present text,
// and the caret stays beside the letters it stood beside.

type Edit = { start: number; removed: number; inserted: string };

/** The text after the change `seen` → `typed` has been made to `current`, which someone else may have changed meanwhile. */
export function carriedOver(seen: string, typed: string, current: string): string {
  if (current === seen) return typed;
  const mine = editBetween(seen, typed);
  const theirs = editBetween(seen, current);
  const shift = theirs.inserted.length - theirs.removed;
  if (mine.start >= theirs.start + theirs.removed) return made(current, { ...mine, start: mine.start + shift });
  if (mine.start + mine.removed <= theirs.start) return made(current, mine);
  // Both changed the same letters: theirs stay, mine are put after them, so that no word is lost.
  return made(current, { start: theirs.start + theirs.inserted.length, removed: 0, inserted: mine.inserted });
}

/** Where the caret belongs after `before` was replaced by `after` under it. */
export function caretAfter(before: string, after: string, caret: number): number {
  const edit = editBetween(before, after);
  if (caret <= edit.start) return caret;
  if (caret >= edit.start + edit.removed) return caret + edit.inserted.length - edit.removed;
  return edit.start + edit.inserted.length;
}

function editBetween(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { start, removed: before.length - start - end, inserted: after.slice(start, after.length - end) };
}

function made(text: string, edit: Edit): string {
  return text.slice(0, edit.start) + edit.inserted + text.slice(edit.start + edit.removed);
}
