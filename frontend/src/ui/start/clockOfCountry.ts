// How long a clinic has to hand over records, by country, from the guidance on this phone. Null where no rule is known, and while
// the guidance has not come: nothing is guessed. "" is the country that the person chose for this phone.
import type { ClockOfCountry } from "../../domain/letters/answerDue";
import { useServices } from "./services";
import { useBundle } from "./useLibrary";

export function useClockOfCountry(): ClockOfCountry {
  const bundle = useBundle();
  const chosen = useServices().settings.country.value;
  // The guidance of an older server has no clock yet.
  return (country) => bundle?.countries.find(({ code }) => code === (country || chosen))?.records_clock ?? null;
}
