// The country of the clinic, and its rules in the guide's own words with source and day of checking: where to look before a
// letter, how long the clinic may take, what it costs, and what someone needs who asks for the patient. The country that the
// person chose for the app is offered; nothing is guessed.
import type { Bundle, Country } from "../../../content/bundle";
import { choosableCodes } from "../../../content/countryGroups";
import { sourcesOf } from "../../../content/ruleSources";
import type { RecordRequest, RequestFields } from "../../../domain/requestEntries";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import guideWords from "../../../i18n/en/guide.json";
import letterWords from "../../../i18n/en/letter.json";
import { ConflictField } from "../../components/conflictField";
import { Select } from "../../components/select";
import { Card } from "../../start/components/card";
import { useServices } from "../../start/services";
import { GuideGate } from "../../start/useLibrary";
import { KnownFact } from "../guide/knownFact";
import { Sources } from "../guide/sources";
import { countryIn } from "./letterOf";

const t = messagesFrom(guideWords, letterWords);

type Props = { request: RecordRequest; write: (fields: Partial<RequestFields>) => void };

export function CountryRule({ request, write }: Props) {
  return (
    <GuideGate>
      {(bundle) => {
        const country = countryIn(bundle, request);
        return (
          <>
            <CountryOfClinic bundle={bundle} request={request} write={write} />
            {country && <Rules country={country} />}
          </>
        );
      }}
    </GuideGate>
  );
}

function CountryOfClinic({ bundle, request, write }: Props & { bundle: Bundle }) {
  const chosen = useServices().settings.country.value;
  const nameOf = (wanted: string) =>
    bundle.countries.find(({ code }) => code === wanted)?.name ?? (wanted || t("letter.countryNone"));
  const codes = ["", ...choosableCodes(bundle.countries, request.country.value)];
  const choose = (code: string) => write({ country: code });
  return (
    <>
      <Select
        label={t("letter.country")}
        options={codes.map((code) => ({ value: code, label: nameOf(code) }))}
        value={request.country.value}
        onChoose={choose}
      />
      {chosen !== "" && chosen === request.country.value && request.sentOn.value === "" && (
        <p class="quiet">{t("letter.countryOffered")}</p>
      )}
      <ConflictField label={t("letter.country")} field={request.country} show={nameOf} onChoose={choose} />
    </>
  );
}

function Rules({ country }: { country: Country }) {
  const { portal, records, records_cost, representative, checked_on } = country;
  return (
    <Card heading={t("letter.rule", { country: country.name })}>
      <KnownFact fact={records} missing={t("guide.noRecords")} />
      <KnownFact heading={t("guide.recordsCost")} fact={records_cost} missing={t("guide.noRecordsCost")} />
      <KnownFact heading={t("guide.representative")} fact={representative} missing={t("guide.noRepresentative")} />
      <p>{t("letter.authority")}</p>
      <p>{t("letter.authorityWords")}</p>
      <KnownFact heading={t("guide.portal")} fact={portal} missing={t("guide.noPortal")} />
      <p class="quiet">{t("guide.ruleChecked", { date: dayText(checked_on) })}</p>
      <Sources sources={sourcesOf(country, [portal, records, records_cost, representative])} isFolded />
    </Card>
  );
}
