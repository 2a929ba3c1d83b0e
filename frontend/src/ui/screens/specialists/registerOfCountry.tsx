// Where a doctor's licence can be checked: the public register of the chosen country, opened only by a tap, or whom to ask.
// It says what a register does not show. Must not look anyone up.
import { MapPin } from "lucide-preact";
import { sourcesOf } from "../../../content/ruleSources";
import { messagesFrom } from "../../../i18n";
import guideWords from "../../../i18n/en/guide.json";
import specialistsWords from "../../../i18n/en/specialists.json";
import { ButtonLink } from "../../start/components/button";
import { useServices } from "../../start/services";
import { useBundle } from "../../start/useLibrary";
import { KnownFact } from "../guide/knownFact";
import { Sources } from "../guide/sources";

const t = messagesFrom(guideWords, specialistsWords);

export function RegisterOfCountry() {
  const chosen = useServices().settings.country.value;
  const country = useBundle()?.countries.find(({ code }) => code === chosen);
  if (!country) {
    return (
      <div class="stack">
        <p>{t("specialists.registerAsk")}</p>
        <ButtonLink href="/more/country" icon={MapPin} look="plain">
          {t("specialists.registerChoose")}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div class="stack">
      {country.register && <p>{t("specialists.registerOf", { country: country.name })}</p>}
      <KnownFact fact={country.register} missing={t("specialists.registerAsk")} />
      <p class="quiet">{t("guide.registerLimits")}</p>
      <Sources sources={sourcesOf(country, [country.register])} isFolded />
    </div>
  );
}
