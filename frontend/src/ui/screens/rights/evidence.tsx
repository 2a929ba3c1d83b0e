// What a second opinion can and cannot do: one finding in plain words, then what could not be verified and the sources,
// both as on the guide's card. It promises nothing.
import type { Bundle } from "../../../content/bundle";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import guideWords from "../../../i18n/en/guide.json";
import rightsWords from "../../../i18n/en/rights.json";
import { Card } from "../../start/components/card";
import { Sources } from "../guide/sources";
import { cardOnEvidence } from "./known";

const t = messagesFrom(guideWords, rightsWords);

export function Evidence({ bundle }: { bundle: Bundle }) {
  const card = cardOnEvidence(bundle);
  if (card === null) return null;
  return (
    <Card heading={t("rights.evidence")}>
      <p>{t("rights.evidenceSpine")}</p>
      <p>{t("rights.evidenceCost")}</p>
      {card.unverified.length > 0 && <h3>{t("rights.unverified")}</h3>}
      {card.unverified.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Sources sources={card.sources} />
      <p class="quiet">{t("guide.reviewed", { date: dayText(card.reviewed_on) })}</p>
    </Card>
  );
}
