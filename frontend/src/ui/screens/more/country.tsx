// The country decides emergency numbers and rights. The person chooses it; nothing chooses for them. A person who chose
// the United Kingdom before its parts had entries keeps its number, and is asked for the part.
import { LifeBuoy } from "lucide-preact";
import type { Bundle } from "../../../content/bundle";
import { countryGroups, WHOLE_UNITED_KINGDOM } from "../../../content/countryGroups";
import { messagesFrom } from "../../../i18n";
import moreWords from "../../../i18n/en/more.json";
import { GroupedChoice } from "../../components/groupedChoice";
import { ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { Screen } from "../../start/components/screen";
import { useServices } from "../../start/services";
import { GuideGate } from "../../start/useLibrary";
import { Sources } from "../guide/sources";

const t = messagesFrom(moreWords);

export function CountryScreen() {
  const { country } = useServices().settings;
  const dock = country.value !== "" && (
    <ButtonLink href="/help" icon={LifeBuoy} look="quiet">
      {t("country.toHelp")}
    </ButtonLink>
  );
  return (
    <Screen title={t("country.title")} back="/more" dock={dock}>
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
