// A short piece of a long text, from its beginning or around a place in it. Pure.

const BEFORE = 40;
const LENGTH = 160;

/** A short text itself; else a piece of it with "…" where it was cut. `positionIn` says which position to show. */
export function excerpt(text: string, positionIn: (text: string) => number = () => 0): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= LENGTH) return flat;
  const start = wordStart(flat, Math.max(0, positionIn(flat) - BEFORE));
  const end = letterEnd(flat, start + LENGTH);
  return `${start > 0 ? "…" : ""}${flat.slice(start, end)}${end < flat.length ? "…" : ""}`;
}

/** The start of the word at `from`; in a text without a space nearby, the position itself. */
function wordStart(text: string, from: number): number {
  if (from === 0) return 0;
  const space = text.lastIndexOf(" ", from);
  return from - space > BEFORE ? letterEnd(text, from) : space + 1;
}

/** Never between the two halves of a surrogate pair, such as an emoji. */
function letterEnd(text: string, at: number): number {
  const half = text.charCodeAt(at);
  return half >= 0xdc00 && half <= 0xdfff ? at + 1 : at;
}

// A typed name for a title or a button, where a very long one would leave no space for anything else. Cut with "…";
// shown in full where it was typed. Pure.
const MOST_LETTERS = 40;

export function brief(name: string): string {
  // By code points, not by UTF-16 units, so that an emoji is not cut in two.
  const letters = [...name.replace(/\s+/g, " ").trim()];
  if (letters.length <= MOST_LETTERS) return letters.join("");
  return `${letters
    .slice(0, MOST_LETTERS - 1)
    .join("")
    .trimEnd()}…`;
}
