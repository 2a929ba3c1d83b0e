// Which of a country's sources its rules rest on. Apart from the bundle, which the app reads when it opens: only later screens
// ask for this.
import type { Country, Source } from "./bundle";

/** Where a country's rules come from. While it does not say which of its sources those are, all of them. */
export function ruleSources({ sources, rule_sources: keys }: Country): Source[] {
  return keys === undefined ? sources : sources.filter(({ key }) => keys.includes(key));
}
