// The rights of the patient: the rules of the chosen country with their sources, words to say, and what is known and what is not.
// Without a country it asks for one; it never guesses.
import "../../../i18n/words/rights";
import { Mail, MapPin } from "lucide-preact";
import type { Bundle } from "../../../content/bundle";
import { t } from "../../../i18n";
import { ButtonLink } from "../../components/button";
import { Card } from "../../components/card";
import { LinkRow, Rows } from "../../components/rows";
import { Screen } from "../../components/screen";
import { useServices } from "../../services";
import { GuideGate } from "../../useLibrary";
import { Rights } from "../guide/rights";
import { DefensiveWords } from "./defensive";
import { Evidence } from "./evidence";
import { cardsOnRights, chosenCountry } from "./known";
import { SayLines } from "./sayLines";
import "../../components/columns.css";

export function RightsScreen() {
  return (
    <Screen title={t("rights.title")} back="/" reachedFromMany wide dock={<LetterLink />}>
      <GuideGate>
        {(bundle) => (
          <div class="columns">
            <div class="stack">
              <p>{t("rights.intro")}</p>
              <CountryRules bundle={bundle} />
              <Card heading={t("rights.say")}>
                <SayLines lines={[t("rights.sayAsk"), t("rights.sayRecords")]} />
              </Card>
            </div>
            <div class="stack">
              <DefensiveWords />
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

function CountryRules({ bundle }: { bundle: Bundle }) {
  const chosen = useServices().settings.country.value;
  if (chosenCountry(bundle, chosen) === null) {
    return (
      <Card heading={t("rights.country")} tone="attention">
        <p>{t("rights.countryWhy")}</p>
        <Rights />
        <p>{t("rights.noCountry")}</p>
      </Card>
    );
  }
  return (
    <>
      <Rights />
      <ButtonLink href="/more/country" icon={MapPin} look="plain">
        {t("rights.changeCountry")}
      </ButtonLink>
    </>
  );
}
