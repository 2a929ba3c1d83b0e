// Where a doctor's licence can be checked: the public register of the chosen country, opened only by a tap, or whom to
// ask. It says what a register does not show. Must not look anyone up.
import { MapPin } from "lucide-preact";
import { sourcesOf } from "../../../content/ruleSources";
import { messagesFrom } from "../../../i18n";
import doctorsWords from "../../../i18n/en/doctors.json";
import guideWords from "../../../i18n/en/guide.json";
import { ButtonLink } from "../../start/components/button";
import { useServices } from "../../start/services";
import { useBundle } from "../../start/useLibrary";
import { KnownFact } from "../guide/knownFact";
import { Sources } from "../guide/sources";

const t = messagesFrom(guideWords, doctorsWords);

export function RegisterOfCountry() {
  const chosen = useServices().settings.country.value;
  const country = useBundle()?.countries.find(({ code }) => code === chosen);
  if (!country) {
    return (
      <div class="stack">
        <p>{t("doctors.registerAsk")}</p>
        <ButtonLink href="/more/country" icon={MapPin} look="plain">
          {t("doctors.registerChoose")}
        </ButtonLink>
      </div>
    );
  }
  return (
    <div class="stack">
      {country.register && <p>{t("doctors.registerOf", { country: country.name })}</p>}
      <KnownFact fact={country.register} missing={t("doctors.registerAsk")} />
      <p class="quiet">{t("guide.registerLimits")}</p>
      <Sources sources={sourcesOf(country, [country.register])} isFolded />
    </div>
  );
}
