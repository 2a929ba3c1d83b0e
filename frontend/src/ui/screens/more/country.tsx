// The country decides emergency numbers and rights. The person chooses it; nothing chooses for them. Who chose the United Kingdom
// before its parts had entries keeps its number, and is asked for the part.
import "../../../i18n/words/more";
import { LifeBuoy } from "lucide-preact";
import type { Bundle } from "../../../content/bundle";
import { countryGroups, WHOLE_UNITED_KINGDOM } from "../../../content/countryGroups";
import { t } from "../../../i18n";
import { ButtonLink } from "../../components/button";
import { Card } from "../../components/card";
import { GroupedChoice } from "../../components/groupedChoice";
import { Screen } from "../../components/screen";
import { useServices } from "../../services";
import { GuideGate } from "../../useLibrary";
import { Sources } from "../guide/sources";

export function CountryScreen() {
  const { country } = useServices().settings;
  const dock = country.value !== "" && (
    <ButtonLink href="/help" icon={LifeBuoy} look="quiet">
      {t("country.toHelp")}
    </ButtonLink>
  );
  return (
    <Screen title={t("country.title")} back="/more" reachedFromMany dock={dock}>
      <div class="stack">
        <p>{t("country.why")}</p>
        <GuideGate>{(bundle) => <Chooser bundle={bundle} />}</GuideGate>
      </div>
    </Screen>
  );
}

function Chooser({ bundle: { countries } }: { bundle: Bundle }) {
  const { country } = useServices().settings;
  const chosen = countries.find(({ code }) => code === country.value);
  const groups = countryGroups(countries, country.value).map((group) => ({
    heading: group.of === null ? null : t(`country.parts.${group.of}`),
    options: group.countries.map(({ code, name }) => ({ value: code, label: name })),
  }));
  return (
    <>
      {chosen?.code === WHOLE_UNITED_KINGDOM && (
        <Card heading={t("country.whichPart")} tone="attention">
          <p>{t("country.whichPartWhy", { number: chosen.emergency[0]?.number ?? "" })}</p>
        </Card>
      )}
      <GroupedChoice
        legend={t("country.legend")}
        groups={groups}
        value={country.value === "" ? null : country.value}
        onChoose={(code) => {
          country.value = code;
        }}
      />
      <Sources sources={chosen?.sources ?? []} title={t("country.sources")} isFolded />
    </>
  );
}
