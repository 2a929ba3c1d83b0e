// Who decides: the patient alone, with the doctor, with family, or the doctor for them. All of these are fine.

import { caseField, caseText, editCaseText, setCaseField } from "../../../domain/case/document";
import { type DecidesWith, decidesWith } from "../../../domain/decide/options";
import { messagesFrom } from "../../../i18n";
import decideWords from "../../../i18n/en/decide.json";
import { Choice } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { TextArea } from "../../components/textField";
import { useOpened } from "../../start/useCase";

const t = messagesFrom(decideWords);

/** The screen above renders again when the case changes. */
export function WhoDecides() {
  const { doc, writer } = useOpened();
  const field = caseField<DecidesWith>(doc, "decidesWith", "");
  const write = (value: DecidesWith) => setCaseField(doc, writer, "decidesWith", value);
  const nameOf = (value: DecidesWith) =>
    value === "" ? t("point.mattersValues.none") : t(`decide.withOptions.${value}`);
  return (
    <>
      <Choice
        legend={t("decide.with")}
        quietLegend
        options={decidesWith.map((value) => ({ value, label: nameOf(value) }))}
        value={field.value === "" ? null : field.value}
        onChoose={write}
      />
      <ConflictField label={t("decide.with")} field={field} show={nameOf} onChoose={write} />
      <TextArea
        label={t("decide.withWho")}
        hint={t("decide.withWhoHint")}
        rows={2}
        value={caseText(doc, "decidesWithWho")}
        current={() => caseText(doc, "decidesWithWho")}
        onInput={(text) => editCaseText(doc, "decidesWithWho", text)}
      />
    </>
  );
}
