// The difference between two texts, as one deletion and one insertion at one place. Pure. Never splits a surrogate pair
// such as an emoji: half of one is a letter that nobody typed.

export type TextChange = { start: number; removed: number; inserted: string };

export function changeBetween(before: string, after: string): TextChange {
  const start = sharedStart(before, after);
  const end = sharedEnd(before, after, start);
  return { start, removed: before.length - start - end, inserted: after.slice(start, after.length - end) };
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let n = 0;
  while (n < most && a[n] === b[n]) n += 1;
  return n > 0 && isHighSurrogate(a, n - 1) ? n - 1 : n;
}

function sharedEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let n = 0;
  while (n < most && a[a.length - 1 - n] === b[b.length - 1 - n]) n += 1;
  return n > 0 && isHighSurrogate(a, a.length - n - 1) ? n - 1 : n;
}

/** Whether the first half of a surrogate pair is at that position, followed by its second half. */
export function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}
