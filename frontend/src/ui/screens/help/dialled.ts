// Finds the number to dial in what a person typed or pasted, for a tel: link. The screen shows the text as typed; this
// returns digits, with a "+" in front where they wrote one. Digits that belong to different things are never joined: of
// "020 7946 0018 (24 hours), ask for ward 7" only the first number is dialled. Null when there is no number: then
// nothing is called. Codes with * or # are never dialled: on some phones they change settings.

/** A number as people write it: perhaps a "+", perhaps one part in brackets, single separators between digits. */
const WRITTEN = /(?:\+ ?)?(?:\d{0,4} ?\(\d{1,6}\) ?)?\d(?:[ ./-]{0,3}\d)*/g;
/** Opening hours, the most common text beside such numbers. */
const HOURS = /\b\d{1,2} ?(?:h|hrs?|hours?|[ap]m)\b|\b24 ?\/ ?7\b/gi;
/** Letters in place of digits ("0800 CALL NOW"): the digits before them are only part of a number. */
const SPELT = /^[ -]?[A-Z]{3}/;
const CODE = /^[*#]/;
const EXTENSION = /[*#]+[\d*#]*/g;
const FEWEST = 3;
/** The longest number that telephone networks carry; a prefix for calls abroad comes on top. */
const MOST = 15;
/** With fewer digits it is the area code of what follows; with more, a number of its own. */
const MOST_IN_AREA_CODE = 5;

export function dialled(typed: string): string | null {
  const all = plain(typed);
  if (CODE.test(all)) return null;
  const text = all.replace(EXTENSION, ";").replace(HOURS, ";");
  const found = [...text.matchAll(WRITTEN)].flatMap(({ 0: written, index }) => {
    const isHalf = SPELT.test(text.slice(index + written.length));
    return apart(written).flatMap((one) => digitsOf(one, isHalf) ?? []);
  });
  // An extension, a ward or a year is shorter than the number beside it. Of equals, the first.
  return found.reduce<string | null>((best, next) => (best === null || count(next) > count(best) ? next : best), null);
}

/** "020 7946 0018 / 020 7946 0019" is two numbers, "030 / 123456" is one. */
function apart(written: string): string[] {
  const parts = written.split("/");
  const areSeveral = parts.every((part) => count(part) > MOST_IN_AREA_CODE);
  return areSeveral ? parts : [written];
}

function digitsOf(written: string, isHalf: boolean): string | null {
  const isInternational = written.trim().startsWith("+");
  // "+44 (0)20 …": the 0 in brackets is for callers within the country.
  const digits = (isInternational ? written.replace("(0)", "") : written).replace(/\D/g, "");
  const most = MOST + (/^0(?:0|11)/.exec(digits)?.[0].length ?? 0);
  if (digits.length < FEWEST || digits.length > most) return null;
  if (isHalf && digits.length <= MOST_IN_AREA_CODE) return null;
  return isInternational ? `+${digits}` : digits;
}

function count(number: string): number {
  return number.replace(/\D/g, "").length;
}

/** With one kind of space, dash and digit, and without invisible characters. */
function plain(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\p{Pd}|\u2212/gu, "-")
    .replace(/\s+/g, " ")
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .trim();
}

/** In every script, the decimal digits form blocks of ten, in order. */
function digitValue(digit: string): number {
  let value = 0;
  const code = digit.codePointAt(0) ?? 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}
