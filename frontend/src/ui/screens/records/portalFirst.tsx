// Before a letter: what can be had at once, in the patient portal of the chosen country.
import "../../../i18n/words/guide";
import "../../../i18n/words/letter";
import { sourcesOf } from "../../../content/ruleSources";
import { t } from "../../../i18n";
import { Card } from "../../components/card";
import { useServices } from "../../services";
import { useBundle } from "../../useLibrary";
import { KnownFact } from "../guide/knownFact";
import { Sources } from "../guide/sources";

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
