// What "Get help now" shows: the guide's own cards and numbers where this phone holds the guide, and what the app was
// built with for everything else. Never empty: a guide that is missing, older than the app, or wrong in a number
// removes nothing. Of two entries for one country, the one checked later is shown; if equal, the guide's.

import carried from "./builtIn/en.json";
import type { Bundle, Country, Fact, HelpText } from "./bundle";

export type HelpFact = Omit<Fact, "sources">;
type Facts = "emergency_text" | "urgent" | "crisis" | "ward";
export type HelpCountry = Pick<Country, "code" | "name" | "emergency" | "checked_on"> & Record<Facts, HelpFact | null>;
export type HelpNow = { help: HelpText; countries: HelpCountry[] };

export const builtIn: HelpNow = carried;

export function helpNow(guide: Pick<Bundle, "help" | "countries"> | null): HelpNow {
  if (guide === null) return builtIn;
  const isFit = guide.help.cards.length > 0 && guide.help.reviewed_on >= builtIn.help.reviewed_on;
  return { help: isFit ? guide.help : builtIn.help, countries: merged(guide.countries) };
}

function merged(ofGuide: HelpCountry[]): HelpCountry[] {
  const byCode = new Map(builtIn.countries.map((country) => [country.code, country]));
  for (const country of ofGuide) {
    const known = byCode.get(country.code);
    if (canBeCalled(country) && country.checked_on >= (known?.checked_on ?? "")) byCode.set(country.code, country);
  }
  return [...byCode.values()];
}

/** Whether its numbers are real phone numbers: a call button must have nothing else. */
function canBeCalled({ emergency, emergency_text, urgent, crisis, ward }: HelpCountry): boolean {
  const numbers = [
    ...emergency.map(({ number }) => number),
    ...[emergency_text, urgent, crisis, ward].flatMap((line) => [line?.number ?? [], line?.text_number ?? []].flat()),
  ];
  return numbers.every((number) => /^\d[\d ]*$/.test(number));
}
