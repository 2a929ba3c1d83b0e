// Get help now: works with no case, no signal, and before the guidance has ever been loaded. The number follows the chosen
// country and is never guessed. NHS care-card rules: the heading is one call to action, at most five signs, no other links.
import "../../../i18n/words/help";
import { MapPin, Phone } from "lucide-preact";
import type { Country, HelpText } from "../../../content/bundle";
import { t } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import { ButtonLink } from "../../components/button";
import { Card } from "../../components/card";
import { Screen } from "../../components/screen";
import { useServices } from "../../services";
import { useBundle } from "../../useLibrary";
import { builtInHelp } from "./builtIn";
import { Call, callHref } from "./call";
import { OtherLines } from "./otherLines";
import "./help.css";

export function Help() {
  const chosen = useServices().settings.country.value;
  const bundle = useBundle();
  const country = bundle?.countries.find(({ code }) => code === chosen) ?? null;
  const number = country?.emergency[0]?.number ?? null;
  const dock = number && (
    <Call href={callHref(number)} urgent>
      {t("help.call", { number })}
    </Call>
  );
  return (
    <Screen title={t("nav.help")} back="/" isHelp dock={dock}>
      <div class="stack">
        <Signs help={bundle?.help ?? builtInHelp()} number={number} />
        {country ? <CountryPart country={country} /> : <ChooseCountry />}
      </div>
    </Screen>
  );
}

function Signs({ help, number }: { help: HelpText; number: string | null }) {
  const named = (text: string) => text.replace("{number}", number ?? t("help.yourNumber"));
  return (
    <>
      <p class="do-not-wait">{help.do_not_wait}</p>
      {help.cards.map((card) => (
        <section key={card.heading} class={card.heading.includes("{number}") ? "care-card" : "card card-plain"}>
          <h2>
            <Phone class="icon" aria-hidden="true" />
            <span>{named(card.heading)}</span>
          </h2>
          <ul>
            {card.signs.map((sign) => (
              <li key={sign}>{sign}</li>
            ))}
          </ul>
          {card.closing && <p>{named(card.closing)}</p>}
        </section>
      ))}
    </>
  );
}

function CountryPart({ country }: { country: Country }) {
  return (
    <>
      {country.emergency.length === 0 && <p>{t("help.noNumber", { country: country.name })}</p>}
      <OtherLines country={country} />
      <p class="quiet">
        {t("help.numbersFor", { country: country.name, date: dayText(country.checked_on) })} {t("help.numbersChange")}
      </p>
      <ButtonLink href="/more/country" icon={MapPin} look="plain">
        {t("help.changeCountry")}
      </ButtonLink>
    </>
  );
}

function ChooseCountry() {
  return (
    <Card heading={t("help.chooseTitle")}>
      <p>{t("help.chooseText")}</p>
      <ButtonLink href="/more/country" icon={MapPin} look="quiet">
        {t("help.choose")}
      </ButtonLink>
    </Card>
  );
}
