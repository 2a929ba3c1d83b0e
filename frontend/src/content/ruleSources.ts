// Which of a country's sources some of its facts rest on. Separate from the bundle, which the app reads when it opens:
// only later screens need this.
import type { Country, Fact, Source } from "./bundle";

/** Each one once, in the order of the country's own list. */
export function sourcesOf({ sources }: Country, facts: readonly (Fact | null)[]): Source[] {
  const keys = new Set(facts.flatMap((fact) => fact?.sources ?? []));
  return sources.filter(({ key }) => keys.has(key));
}
