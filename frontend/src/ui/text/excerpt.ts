// A short piece of a long text, from its beginning or around a place in it. Pure.

const BEFORE = 40;
const LENGTH = 160;

/** The text itself when it is short; else a piece with "…" where it was cut. `placeIn` says where in the text to look. */
export function excerpt(text: string, positionIn: (text: string) => number = () => 0): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= LENGTH) return flat;
  const start = wordStart(flat, Math.max(0, positionIn(flat) - BEFORE));
  const end = letterEnd(flat, start + LENGTH);
  return `${start > 0 ? "…" : ""}${flat.slice(start, end)}${end < flat.length ? "…" : ""}`;
}

/** The beginning of the word at `from`; of a text without a space near it, the place itself. */
function wordStart(text: string, from: number): number {
  if (from === 0) return 0;
  const space = text.lastIndexOf(" ", from);
  return from - space > BEFORE ? letterEnd(text, from) : space + 1;
}

/** Never between the two halves of one sign, such as an emoji. */
function letterEnd(text: string, at: number): number {
  const half = text.charCodeAt(at);
  return half >= 0xdc00 && half <= 0xdfff ? at + 1 : at;
}

// A name that people typed, for a title or a button: a very long one would leave no room for anything else. Cut with "…"; whole
// where it was typed. Pure.
const MOST_LETTERS = 40;

export function brief(name: string): string {
  // By letters, not by units: an emoji is not cut in two.
  const letters = [...name.replace(/\s+/g, " ").trim()];
  if (letters.length <= MOST_LETTERS) return letters.join("");
  return `${letters
    .slice(0, MOST_LETTERS - 1)
    .join("")
    .trimEnd()}…`;
}
