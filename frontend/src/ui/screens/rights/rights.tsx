// The rights of the patient: the chosen country's rules with their sources, words to say, and what is known and what is
// not. Without a country it asks for one; it never guesses.
import { Mail, MapPin } from "lucide-preact";
import type { Bundle } from "../../../content/bundle";
import { WHOLE_UNITED_KINGDOM } from "../../../content/countryGroups";
import { messagesFrom } from "../../../i18n";
import guideWords from "../../../i18n/en/guide.json";
import rightsWords from "../../../i18n/en/rights.json";
import { ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { LinkRow, Rows } from "../../start/components/rows";
import { Screen } from "../../start/components/screen";
import { useServices } from "../../start/services";
import { GuideGate } from "../../start/useLibrary";
import { Rights } from "../guide/rights";
import { CountryRules } from "./countryRules";
import { DefensiveWords } from "./defensive";
import { DropMe } from "./dropMe";
import { Evidence } from "./evidence";
import { cardsOnRights, chosenCountry } from "./known";
import { Spoken } from "./sayLines";
import "../../start/components/columns.css";

const t = messagesFrom(guideWords, rightsWords);

export function RightsScreen() {
  return (
    <Screen title={t("rights.title")} back="/" wide dock={<LetterLink />}>
      <GuideGate>
        {(bundle) => (
          <div class="columns">
            <div class="stack">
              <p>{t("rights.intro")}</p>
              <InYourCountry bundle={bundle} />
              <Card heading={t("rights.say")}>
                <Spoken said={["ask", "records"]} />
              </Card>
            </div>
            <div class="stack">
              <DefensiveWords />
              <DropMe bundle={bundle} />
              <Evidence bundle={bundle} />
              <section>
                <h2>{t("rights.cards")}</h2>
                <Rows>
                  {cardsOnRights(bundle).map((card) => (
                    <LinkRow key={card.id} href={`/guide/card/${card.id}`} title={card.title} detail={card.summary} />
                  ))}
                </Rows>
              </section>
            </div>
          </div>
        )}
      </GuideGate>
    </Screen>
  );
}

function LetterLink() {
  return (
    <ButtonLink href="/case/records" icon={Mail}>
      {t("rights.letter")}
    </ButtonLink>
  );
}

function InYourCountry({ bundle }: { bundle: Bundle }) {
  const country = chosenCountry(bundle, useServices().settings.country.value);
  if (country === null) {
    return (
      <Card heading={t("rights.country")} tone="attention">
        <p>{t("rights.countryWhy")}</p>
        <Rights />
        <p>{t("rights.noCountry")}</p>
      </Card>
    );
  }
  return (
    <section class="stack">
      <h2>{t("guide.rightsOf", { country: country.name })}</h2>
      <ButtonLink href="/more/country" icon={MapPin} look="plain">
        {t(country.code === WHOLE_UNITED_KINGDOM ? "rights.choosePart" : "rights.changeCountry")}
      </ButtonLink>
      <CountryRules country={country} />
    </section>
  );
}
