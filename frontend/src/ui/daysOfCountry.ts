// How many days a clinic has to hand over records, by country, from the guidance on this phone. Null where no rule is known, and
// while the guidance has not come: nothing is guessed.
import { useBundle } from "./useLibrary";

export function useDaysOfCountry(): (country: string) => number | null {
  const bundle = useBundle();
  return (country) => bundle?.countries.find(({ code }) => code === country)?.records_days ?? null;
}
