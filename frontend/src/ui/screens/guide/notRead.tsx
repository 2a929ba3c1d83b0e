// Who vouches for the guidance: as long as no clinician has read a card, the person is told before they read it. This
// is per card, as each is marked read in the guidance; it says nothing about the patient's own words.
import type { GuideCard } from "../../../content/bundle";
import { messagesFrom } from "../../../i18n";
import guideWords from "../../../i18n/en/guide.json";

const t = messagesFrom(guideWords);

export function CardNotRead({ card }: { card: GuideCard }) {
  return card.read_by_clinician ? null : <p class="quiet">{t("guide.cardUnread")}</p>;
}

export function CardsNotRead({ cards }: { cards: readonly GuideCard[] }) {
  const words = aboutReading(cards);
  return words === null ? null : <p class="quiet">{words}</p>;
}

/** What to say above several cards; null when each has been read. */
export function aboutReading(cards: readonly GuideCard[]): string | null {
  const read = cards.filter((card) => card.read_by_clinician).length;
  if (read === cards.length) return null;
  return read === 0 ? t("guide.cardsUnread") : t("guide.cardsPartlyRead");
}
