// The rules of the chosen country, with the day they were checked. Without a choice it asks; it never guesses.
import "../../../i18n/words/guide";
import { MapPin } from "lucide-preact";
import { ruleSources } from "../../../content/ruleSources";
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
      <p>{country.second_opinion}</p>
      <h3>{t("guide.records")}</h3>
      <p>{country.records}</p>
      <p class="quiet">{t("guide.ruleChecked", { date: dayText(country.checked_on) })}</p>
      <Sources sources={ruleSources(country)} />
    </Card>
  );
}
