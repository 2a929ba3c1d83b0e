// Who the helper is to the patient, and how the patient agrees, with what each answer asks of the helper. Used in the
// first minute and on the page of the case.
import { type Agreement, agreements } from "../../../domain/helping/helping";
import { messagesFrom } from "../../../i18n";
import guideWords from "../../../i18n/en/guide.json";
import helpingWords from "../../../i18n/en/helping.json";
import { Choice } from "../../components/choice";
import { TextField } from "../../components/textField";
import { Card } from "../../start/components/card";
import { useServices } from "../../start/services";
import { useBundle } from "../../start/useLibrary";
import { KnownFact } from "../guide/knownFact";
import { chosenCountry } from "../rights/known";

const t = messagesFrom(guideWords, helpingWords);

/** The usual relations to tap, and any other in words: both write the same text. */
export function RelationField({ value, onWrite }: { value: string; onWrite: (relation: string) => void }) {
  const options = t("helping.relations").split(", ");
  return (
    <>
      <Choice
        compact
        legend={t("helping.relation")}
        options={options.map((one) => ({ value: one, label: one }))}
        value={options.find((one) => one === value) ?? null}
        onChoose={onWrite}
      />
      <TextField label={t("helping.otherRelation")} value={value} onInput={onWrite} />
    </>
  );
}

type AgreementProps = { value: string; quietLegend?: boolean; onChoose: (agreement: Agreement) => void };

export function AgreementField({ value, quietLegend = false, onChoose }: AgreementProps) {
  const chosen = agreements.find((one) => one === value) ?? null;
  return (
    <>
      <Choice<Agreement>
        legend={t("helping.agreement")}
        quietLegend={quietLegend}
        options={agreements.map((one) => ({ value: one, label: t(`helping.agreements.${one}`) }))}
        value={chosen}
        onChoose={onChoose}
      />
      <div role="status">{chosen && <WhatItAsks agreement={chosen} />}</div>
    </>
  );
}

/** The rule of the chosen country follows, where one was checked; it is written to the patient. */
function WhatItAsks({ agreement }: { agreement: Agreement }) {
  const chosen = useServices().settings.country.value;
  const bundle = useBundle();
  const country = bundle && chosenCountry(bundle, chosen);
  return (
    <Card>
      <p>{t(`helping.answers.${agreement}`)}</p>
      {country && (
        <KnownFact
          heading={t("guide.representative")}
          fact={country.representative}
          missing={t("guide.noRepresentative")}
        />
      )}
    </Card>
  );
}
