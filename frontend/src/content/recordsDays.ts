// The limit for records as a number of days, for those who count in days. Where days cannot say it truly (business days, a limit
// that is only usual, another one for old records), there is none.
import type { Country } from "./bundle";

/** The longest month, so that no reminder comes before the time is up. */
const DAYS_OF_A_MONTH = 31;

export function recordsDays(country: Country | null | undefined): number | null {
  const clock = country?.records_clock;
  if (!clock || clock.is_usual || clock.older || clock.limit.unit === "business_days") return null;
  return clock.limit.count * (clock.limit.unit === "months" ? DAYS_OF_A_MONTH : 1);
}
