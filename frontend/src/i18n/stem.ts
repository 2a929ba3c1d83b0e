// A word without its English ending: "letters" and "letter", and "asking", "asked" and "ask" have the same stem. A
// search compares stems as well as the words themselves; longer forms ("insure", "insurance") match by their beginning.
// Pure; takes folded words. A stem need not be a word, and is never shown.

const inflected = /^(.*[aeiouy].*)(?:ed|ing)$/;
const oneShortSyllable = /^[^aeiouy]*[aeiouy][^aeiouwxy]$/;

export function stem(word: string): string {
  if (word.length < 4) return word;
  return withoutLastE(uninflected(singular(word)));
}

function singular(word: string): string {
  if (/..(?:ies|ied)$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

function uninflected(word: string): string {
  const whole = inflected.exec(word)?.[1];
  if (whole === undefined || whole.length < 3) return /.{5}ly$/.test(word) ? word.slice(0, -2) : word;
  // "stopped" doubles the last letter of "stop"; "taking" has lost the last letter of "take".
  if (/([^aeiouylsz])\1$/.test(whole)) return whole.slice(0, -1);
  return oneShortSyllable.test(whole) ? `${whole}e` : whole;
}

function withoutLastE(word: string): string {
  return word.endsWith("e") && word.length > 4 && !oneShortSyllable.test(word.slice(0, -1)) ? word.slice(0, -1) : word;
}
