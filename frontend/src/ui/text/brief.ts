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
