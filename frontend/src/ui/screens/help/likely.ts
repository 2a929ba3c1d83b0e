// The few countries shown as chips beside "Where are you?". They are offered, never chosen: first those of the phone's
// own languages, which is all a phone knows without a signal, then those where most readers of English live.
import type { HelpCountry } from "../../../content/helpNow";

const READ_ENGLISH = ["GB", "US", "IE"];
const MOST = 3;

export function likely(countries: readonly HelpCountry[], languages: readonly string[]): HelpCountry[] {
  const codes = [...new Set([...languages.flatMap(regionOf), ...READ_ENGLISH])];
  return codes.flatMap((code) => countries.find((country) => country.code === code) ?? []).slice(0, MOST);
}

/** "GB" of "en-GB". An invalid language tag names no country. */
function regionOf(language: string): string[] {
  return /^\w{2,3}(?:-\w{4})?-([A-Z]{2})\b/.exec(language)?.slice(1) ?? [];
}
