// What the guidance on this phone says about rights: for the chosen country alone, and what is known of the use of a second
// opinion. A country that was not chosen is never guessed. Pure.
import type { Bundle, Country, GuideCard, Source } from "../../../content/bundle";

export const rightsCards = ["R1", "R2", "R3", "R4"] as const;

/** The rules of the chosen country; null while none is chosen, and when the guidance does not know it. */
export function chosenCountry(bundle: Bundle, code: string): Country | null {
  return bundle.countries.find((country) => country.code === code) ?? null;
}

/** The cards on rights that this guidance has, in their order. */
export function cardsOnRights(bundle: Bundle): GuideCard[] {
  return rightsCards.flatMap((id) => bundle.cards.find((card) => card.id === id) ?? []);
}

/** The card that says what a second opinion can and cannot do, with its sources and what could not be verified. */
export function cardOnEvidence(bundle: Bundle): GuideCard | null {
  return bundle.cards.find(({ id }) => id === "R4") ?? null;
}

/** What is said about a doctor who ends the care of a patient, from the card on someone who takes it badly. */
export function sourcesOnEndingCare(bundle: Bundle): Source[] {
  const sources = bundle.cards.find(({ id }) => id === "R3")?.sources ?? [];
  return sources.filter(({ key }) => key === "ama-ending-care" || key === "washington-second-opinions");
}
