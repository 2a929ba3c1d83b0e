// Letters as a search compares them: capitals, accents, curly quotes and dashes do not make another word. The rules are
// the same in every language: a phone in Turkish must find "MRI" like any other. Pure; folded text is never shown.

export { stem } from "./stem";

// Letters that Unicode does not decompose, in lower case.
const plain: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ð: "d",
  đ: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  ŋ: "n",
  ø: "o",
  ŧ: "t",
  ς: "σ",
};
const apart = /[ßæœþðđħıłŋøŧς]/g;
const quotes = /['"‘’‚‛“”„‟′″´`ʼʻ«»‹›]/g;
// Hyphens and dashes of every length, and invisible characters.
const joins = /[\p{Pd}\u2212\u00ad\u200b-\u200f\u2060\ufeff\u0640]/gu;
const betweenWords = /[\s\p{Z}\p{P}]+/u;

/** The text in the form that is compared. */
export function folded(text: string): string {
  return text
    .replace(quotes, "")
    .replace(joins, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(apart, (letter) => plain[letter] ?? letter);
}

/** The words of a text in the form that is compared. A hyphen separates words, an apostrophe does not. */
export function foldedWords(text: string): string[] {
  return text
    .replace(quotes, "")
    .replace(joins, " ")
    .split(betweenWords)
    .map(folded)
    .filter((word) => word !== "");
}

/** The words that carry meaning: "what to ask" searches for "ask". */
export function tellingWords(query: string): string[] {
  return foldedWords(query).filter((word) => !stopWords.has(word));
}

/** The words to look for in what a person wrote: those that carry meaning, or all when none does. */
export function soughtWords(query: string): string[] {
  const telling = tellingWords(query);
  return telling.length > 0 ? telling : foldedWords(query);
}

/** The position in the original `text` of the first of these folded words; -1 when it contains none. */
export function positionOfWord(text: string, words: readonly string[]): number {
  const positions: number[] = [];
  let inFolds = "";
  let at = 0;
  for (const letter of text) {
    const fold = folded(letter);
    for (let unit = 0; unit < fold.length; unit++) positions.push(at);
    inFolds += fold;
    at += letter.length;
  }
  const found = words.map((word) => inFolds.indexOf(word)).find((index) => index >= 0);
  return found === undefined ? -1 : (positions[found] ?? -1);
}

// Words found in almost every English sentence, of no use in a search. Folded.
export const stopWords: ReadonlySet<string> = new Set(
  (
    "a about all am an and any are as at be been but by can cant could did do does dont for from get had has have he her " +
    "him his how i if im in into is isnt it its ive just may me might must my no not of on or our she shall should so " +
    "some than that the their them then there these they this those to too us was we were what whats when where which " +
    "who whom why will with would you your"
  ).split(" "),
);
