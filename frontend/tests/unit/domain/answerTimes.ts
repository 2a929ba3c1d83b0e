// Limits for records as the guidance has them, for tests; a country's real rule is in content/countries.yaml.
import type { AnswerTime, Span } from "../../../src/content/bundle";
import type { AnswerTimeOfCountry } from "../../../src/domain/letters/answerDue";

export function limitOf(count: number, unit: Span["unit"] = "days"): AnswerTime {
  return { limit: { count, unit }, extension: null, older: null, is_usual: false };
}

export const oneMonth: AnswerTime = { ...limitOf(1, "months"), extension: { count: 2, unit: "months" } };
export const eightDays: AnswerTime = {
  ...limitOf(8),
  older: { years: 5, limit: { count: 2, unit: "months" } },
};
export const twentyWorkingDays = limitOf(20, "business_days");

/** Thirty days in the one country that has a rule here. */
export const answerTimeOf: AnswerTimeOfCountry = (country) => (country === "US" ? limitOf(30) : null);
