// The country of the clinic, and its rules in the guide's own words with source and day of checking: where to look
// before writing a letter, how long the clinic may take, what it costs, and what a person needs who asks on the
// patient's behalf. The country chosen for the app is offered; nothing is guessed.
import type { Bundle, Country } from "../../../content/bundle";
import { choosableCodes } from "../../../content/countryGroups";
import { sourcesOf } from "../../../content/ruleSources";
import { type Letter, letterEntries } from "../../../domain/letters/letterEntries";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import guideWords from "../../../i18n/en/guide.json";
import letterWords from "../../../i18n/en/letters.json";
import { ConflictField } from "../../components/conflictField";
import { Fold } from "../../components/fold";
import { Select } from "../../components/select";
import { useServices } from "../../start/services";
import { useOpened } from "../../start/useCase";
import { GuideGate } from "../../start/useLibrary";
import { KnownFact } from "../guide/knownFact";
import { Sources } from "../guide/sources";
import { countryIn } from "./letterContent";

const t = messagesFrom(guideWords, letterWords);

type Props = { letter: Letter };

export function CountryRule({ letter }: Props) {
  return (
    <GuideGate>
      {(bundle) => {
        const country = countryIn(bundle, letter);
        return (
          <Fold
            heading={country ? t("letter.rule", { country: country.name }) : t("letter.country")}
            isOpen={!country || letter.country.others.length > 0}
          >
            <CountryOfClinic bundle={bundle} letter={letter} />
            {country && <Rules country={country} />}
          </Fold>
        );
      }}
    </GuideGate>
  );
}

function CountryOfClinic({ bundle, letter }: Props & { bundle: Bundle }) {
  const opened = useOpened();
  const chosen = useServices().settings.country.value;
  const nameOf = (wanted: string) =>
    bundle.countries.find(({ code }) => code === wanted)?.name ?? (wanted || t("letter.countryNone"));
  const codes = ["", ...choosableCodes(bundle.countries, letter.country.value)];
  const choose = (country: string) => letterEntries.set(opened.doc, opened.writer, letter.id, { country });
  return (
    <>
      <Select
        label={t("letter.country")}
        options={codes.map((code) => ({ value: code, label: nameOf(code) }))}
        value={letter.country.value}
        onChoose={choose}
      />
      {chosen !== "" && chosen === letter.country.value && letter.sentOn.value === "" && (
        <p class="quiet">{t("letter.countryOffered")}</p>
      )}
      <ConflictField label={t("letter.country")} field={letter.country} show={nameOf} onChoose={choose} />
    </>
  );
}

function Rules({ country }: { country: Country }) {
  const { portal, records, records_cost, representative, checked_on } = country;
  return (
    <>
      <KnownFact fact={records} missing={t("guide.noRecords")} />
      <KnownFact heading={t("guide.recordsCost")} fact={records_cost} missing={t("guide.noRecordsCost")} />
      <KnownFact heading={t("guide.representative")} fact={representative} missing={t("guide.noRepresentative")} />
      <p>{t("letter.authority")}</p>
      <p>{t("letter.authorityWords")}</p>
      <KnownFact heading={t("guide.portal")} fact={portal} missing={t("guide.noPortal")} />
      <p class="quiet">{t("guide.ruleChecked", { date: dayText(checked_on) })}</p>
      <Sources sources={sourcesOf(country, [portal, records, records_cost, representative])} isFolded />
    </>
  );
}
