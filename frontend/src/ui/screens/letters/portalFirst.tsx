// Before a letter: what the patient portal of the chosen country gives at once.
import { sourcesOf } from "../../../content/ruleSources";
import { messagesFrom } from "../../../i18n";
import guideWords from "../../../i18n/en/guide.json";
import letterWords from "../../../i18n/en/letters.json";
import { Card } from "../../start/components/card";
import { useServices } from "../../start/services";
import { useBundle } from "../../start/useLibrary";
import { KnownFact } from "../guide/knownFact";
import { Sources } from "../guide/sources";

const t = messagesFrom(guideWords, letterWords);

export function PortalFirst() {
  const chosen = useServices().settings.country.value;
  const country = useBundle()?.countries.find(({ code }) => code === chosen);
  return (
    <Card heading={t("letter.portalFirst")}>
      <KnownFact fact={country?.portal ?? null} missing={t(country ? "guide.noPortal" : "letter.portalAnywhere")} />
      <p>{t("letter.portalMore")}</p>
      {country && <Sources sources={sourcesOf(country, [country.portal])} isFolded />}
    </Card>
  );
}
