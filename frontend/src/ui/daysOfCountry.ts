// How many days a clinic has to hand over records, by country, from the guidance on this phone. Null where no rule is known, and
// while the guidance has not come: nothing is guessed. "" is the country that the person chose for this phone.
import { recordsDays } from "../content/recordsDays";
import { useServices } from "./services";
import { useBundle } from "./useLibrary";

export function useDaysOfCountry(): (country: string) => number | null {
  const bundle = useBundle();
  const chosen = useServices().settings.country.value;
  return (country) => recordsDays(bundle?.countries.find(({ code }) => code === (country || chosen)));
}
