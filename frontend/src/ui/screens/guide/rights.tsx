// A short version of the chosen country's rules, with the day they were checked, for the cards of the guide. Without a
// choice it asks for one; it never guesses.
import { MapPin, Scale } from "lucide-preact";
import { sourcesOf } from "../../../content/ruleSources";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import guideWords from "../../../i18n/en/guide.json";
import { ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { useServices } from "../../start/services";
import { useBundle } from "../../start/useLibrary";
import { KnownFact } from "./knownFact";
import { Sources } from "./sources";

const t = messagesFrom(guideWords);

export function Rights() {
  const chosen = useServices().settings.country.value;
  const country = useBundle()?.countries.find(({ code }) => code === chosen);
  if (!country) {
    return (
      <ButtonLink href="/more/country" icon={MapPin} look="quiet">
        {t("guide.chooseCountry")}
      </ButtonLink>
    );
  }
  return (
    <Card heading={t("guide.rightsOf", { country: country.name })}>
      <KnownFact
        heading={t("guide.secondOpinion")}
        fact={country.second_opinion}
        missing={t("guide.noSecondOpinion")}
      />
      <KnownFact heading={t("guide.records")} fact={country.records} missing={t("guide.noRecords")} />
      <p class="quiet">{t("guide.ruleChecked", { date: dayText(country.checked_on) })}</p>
      <Sources sources={sourcesOf(country, [country.second_opinion, country.records])} isFolded />
      <ButtonLink href="/case/rights" icon={Scale} look="plain">
        {t("guide.allRights")}
      </ButtonLink>
    </Card>
  );
}
