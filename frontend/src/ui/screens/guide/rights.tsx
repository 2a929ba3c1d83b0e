// The rules of the chosen country, with the day they were checked. Without a choice it asks; it never guesses.
import "../../../i18n/words/guide";
import { MapPin } from "lucide-preact";
import type { Fact } from "../../../content/bundle";
import { sourcesOf } from "../../../content/ruleSources";
import { t } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import { ButtonLink } from "../../components/button";
import { Card } from "../../components/card";
import { useServices } from "../../services";
import { useBundle } from "../../useLibrary";
import { Sources } from "./sources";

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
      <h3>{t("guide.secondOpinion")}</h3>
      <Known fact={country.second_opinion} />
      <Known fact={country.who_pays} />
      <h3>{t("guide.records")}</h3>
      <Known fact={country.records} />
      <Known fact={country.records_cost} />
      <p class="quiet">{t("guide.ruleChecked", { date: dayText(country.checked_on) })}</p>
      <Sources
        sources={sourcesOf(country, [country.second_opinion, country.who_pays, country.records, country.records_cost])}
      />
    </Card>
  );
}

function Known({ fact }: { fact: Fact | null }) {
  return <p>{fact?.text ?? t("guide.noRule")}</p>;
}
