// The countries as a person looks for them: the parts of one country under its name, all others by themselves. Phones
// may have chosen the United Kingdom before it had parts. That is no longer a choice: they first ask for the part.
// Pure.
import type { Country } from "./bundle";

/** Countries with entries for their parts. */
const divided = ["GB", "CA"] as const;
export type Divided = (typeof divided)[number];
export type CountryGroup = { of: Divided | null; countries: Country[] };

/** A code that is understood and no longer offered. */
export const WHOLE_UNITED_KINGDOM = "GB";

export function countryGroups(countries: readonly Country[], chosen: string): CountryGroup[] {
  const groups: CountryGroup[] = [];
  for (const country of countries) {
    if (country.code === WHOLE_UNITED_KINGDOM) continue;
    const of = divided.find((code) => code === country.code.split("-")[0]) ?? null;
    const last = groups.at(-1);
    if (last?.of === of) last.countries.push(country);
    else groups.push({ of, countries: [country] });
  }
  if (chosen !== WHOLE_UNITED_KINGDOM) return groups;
  return [...groups.filter(({ of }) => of === "GB"), ...groups.filter(({ of }) => of !== "GB")];
}

/** The codes that can be chosen, and the one chosen before. */
export function choosableCodes(countries: readonly Country[], chosen: string): string[] {
  const codes = countries.map(({ code }) => code).filter((code) => code !== WHOLE_UNITED_KINGDOM);
  return chosen === "" || codes.includes(chosen) ? codes : [...codes, chosen];
}
