// The country of the clinic, and its rule in the guide's own words with source and day of checking. The country that the person
// chose for the app is offered; nothing is guessed.
import "../../../i18n/words/guide";
import "../../../i18n/words/letter";
import { sourcesOf } from "../../../content/ruleSources";
import type { RecordRequest, RequestFields } from "../../../domain/requestEntries";
import { t } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import { Card } from "../../components/card";
import { ConflictField } from "../../components/conflictField";
import { Select } from "../../components/select";
import { useServices } from "../../services";
import { GuideGate } from "../../useLibrary";
import { Sources } from "../guide/sources";
import { countryIn } from "./letterOf";

export function CountryRule({
  request,
  write,
}: {
  request: RecordRequest;
  write: (fields: Partial<RequestFields>) => void;
}) {
  const chosen = useServices().settings.country.value;
  return (
    <GuideGate>
      {(bundle) => {
        const country = countryIn(bundle, request);
        const nameOf = (wanted: string) =>
          bundle.countries.find(({ code }) => code === wanted)?.name ?? (wanted || t("letter.countryNone"));
        const codes = new Set(["", ...bundle.countries.map(({ code }) => code), request.country.value]);
        return (
          <>
            <Select
              label={t("letter.country")}
              options={[...codes].map((code) => ({ value: code, label: nameOf(code) }))}
              value={request.country.value}
              onChoose={(code) => write({ country: code })}
            />
            {chosen !== "" && chosen === request.country.value && request.sentOn.value === "" && (
              <p class="quiet">{t("letter.countryOffered")}</p>
            )}
            <ConflictField
              label={t("letter.country")}
              field={request.country}
              show={nameOf}
              onChoose={(code) => write({ country: code })}
            />
            {country && (
              <Card heading={t("letter.rule", { country: country.name })}>
                <p>{country.records?.text ?? t("letter.noRule")}</p>
                {country.records_cost && <p>{country.records_cost.text}</p>}
                <p class="quiet">{t("guide.ruleChecked", { date: dayText(country.checked_on) })}</p>
                <Sources sources={sourcesOf(country, [country.records, country.records_cost])} />
              </Card>
            )}
          </>
        );
      }}
    </GuideGate>
  );
}
