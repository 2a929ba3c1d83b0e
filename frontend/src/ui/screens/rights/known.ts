// What the guidance on this phone says about rights: for the chosen country only, and what is known about the benefit
// of a second opinion. A country is never guessed. Pure.
import type { Bundle, Country, GuideCard, Source } from "../../../content/bundle";

export const rightsCards = ["R1", "R2", "R3", "R4"] as const;

/** The rules of the chosen country; null while none is chosen, and when the guidance does not have it. */
export function chosenCountry(bundle: Bundle, code: string): Country | null {
  return bundle.countries.find((country) => country.code === code) ?? null;
}

/** The cards on rights in this guidance, in their order. */
export function cardsOnRights(bundle: Bundle): GuideCard[] {
  return rightsCards.flatMap((id) => bundle.cards.find((card) => card.id === id) ?? []);
}

/** The card that says what a second opinion can and cannot do, with its sources and what could not be verified. */
export function cardOnEvidence(bundle: Bundle): GuideCard | null {
  return bundle.cards.find(({ id }) => id === "R4") ?? null;
}

/** The sources on doctors who end a patient's care, from the card on someone who takes it badly. */
export function sourcesOnEndingCare(bundle: Bundle): Source[] {
  const sources = bundle.cards.find(({ id }) => id === "R3")?.sources ?? [];
  return sources.filter(({ key }) => key === "ama-ending-care" || key === "washington-second-opinions");
}
