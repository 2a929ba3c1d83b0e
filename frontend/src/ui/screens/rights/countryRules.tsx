// The rules of the chosen country, from a second opinion to an interpreter, each with its sources. Where nothing was
// found it says so, with what the person can do.
import type { Country } from "../../../content/bundle";
import { sourcesOf } from "../../../content/ruleSources";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import guideWords from "../../../i18n/en/guide.json";
import rightsWords from "../../../i18n/en/rights.json";
import { Card } from "../../start/components/card";
import { KnownFact } from "../guide/knownFact";
import { Sources } from "../guide/sources";

const t = messagesFrom(guideWords, rightsWords);

export function CountryRules({ country }: { country: Country }) {
  return (
    <>
      <SecondOpinion country={country} />
      <Records country={country} />
      <Card heading={t("guide.register")}>
        <KnownFact fact={country.register} missing={t("guide.noRegister")} />
        <p>{t("guide.registerLimits")}</p>
        <Sources sources={sourcesOf(country, [country.register])} isFolded />
      </Card>
      <Card heading={t("rights.interpreter")}>
        <KnownFact fact={country.interpreter} missing={t("rights.noInterpreter")} />
        <Sources sources={sourcesOf(country, [country.interpreter])} isFolded />
      </Card>
      <p class="quiet">{t("guide.ruleChecked", { date: dayText(country.checked_on) })}</p>
    </>
  );
}

function SecondOpinion({ country }: { country: Country }) {
  const { second_opinion, who_pays } = country;
  return (
    <Card heading={t("guide.secondOpinion")}>
      <KnownFact fact={second_opinion} missing={t("guide.noSecondOpinion")} />
      <KnownFact heading={t("guide.whoPays")} fact={who_pays} missing={t("guide.noWhoPays")} />
      <Sources sources={sourcesOf(country, [second_opinion, who_pays])} isFolded />
    </Card>
  );
}

function Records({ country }: { country: Country }) {
  const { portal, records, records_cost, representative } = country;
  return (
    <Card heading={t("guide.records")}>
      <KnownFact heading={t("guide.portal")} fact={portal} missing={t("guide.noPortal")} />
      <KnownFact heading={t("rights.recordsRule")} fact={records} missing={t("guide.noRecords")} />
      <KnownFact heading={t("guide.recordsCost")} fact={records_cost} missing={t("guide.noRecordsCost")} />
      <KnownFact heading={t("guide.representative")} fact={representative} missing={t("guide.noRepresentative")} />
      <Sources sources={sourcesOf(country, [portal, records, records_cost, representative])} isFolded />
    </Card>
  );
}
