// The country decides emergency numbers and rights. The person chooses it; nothing chooses for them.
import "../../../i18n/words/more";
import { LifeBuoy } from "lucide-preact";
import type { Bundle } from "../../../content/bundle";
import { t } from "../../../i18n";
import { ButtonLink } from "../../components/button";
import { Choice } from "../../components/choice";
import { Screen } from "../../components/screen";
import { useServices } from "../../services";
import { GuideGate } from "../../useLibrary";
import { Sources } from "../guide/sources";

export function CountryScreen() {
  const { country } = useServices().settings;
  return (
    <Screen title={t("country.title")} back="/more" reachedFromMany>
      <div class="stack">
        <p>{t("country.why")}</p>
        <GuideGate>
          {(bundle) => (
            <>
              <Choice
                legend={t("country.legend")}
                options={bundle.countries.map(({ code, name }) => ({ value: code, label: name }))}
                value={country.value === "" ? null : country.value}
                onChoose={(code) => {
                  country.value = code;
                }}
              />
              <Sources sources={sourcesOf(bundle, country.value)} />
            </>
          )}
        </GuideGate>
        {country.value !== "" && (
          <ButtonLink href="/help" icon={LifeBuoy} look="quiet">
            {t("country.toHelp")}
          </ButtonLink>
        )}
      </div>
    </Screen>
  );
}

/** Of its numbers and of its rules. */
function sourcesOf({ countries }: Bundle, chosen: string) {
  return countries.find(({ code }) => code === chosen)?.sources ?? [];
}
