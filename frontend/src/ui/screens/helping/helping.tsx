// Whose case this is: the patient's own, or one that somebody writes for another person. Every letter, summary and print
// says what is said here.
import { caseField, setCaseField } from "../../../domain/case/document";
import { ownerName, setOwnerName } from "../../../domain/case/people";
import { agreementOf, helping, relationOf, setHelping } from "../../../domain/helping/helping";
import { isKeyOf, messagesFrom } from "../../../i18n";
import helpingWords from "../../../i18n/en/helping.json";
import { CaseScreen } from "../../components/caseScreen";
import { Switch } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { RegisterField } from "../../components/registerField";
import { useOpened } from "../../start/useCase";
import { writtenBy } from "../../text/writtenBy";
import { AgreementField, RelationField } from "./helpingFields";

const t = messagesFrom(helpingWords);

export function HelpingPage() {
  return (
    <CaseScreen title={t("helping.title")} back="/case/companions">
      <Form />
    </CaseScreen>
  );
}

function Form() {
  const { doc, writer } = useOpened();
  const isHelped = helping(doc) !== null;
  return (
    <div class="stack">
      <Switch label={t("helping.isFor")} on={isHelped} onChange={(helped) => setHelping(doc, writer, { helped })} />
      {isHelped && <Helper />}
      <p class="quiet">{t("helping.by", { who: writtenBy(doc) })}</p>
    </div>
  );
}

function Helper() {
  const { doc, writer } = useOpened();
  const [relation, agreement] = [relationOf(doc), agreementOf(doc)];
  const writeRelation = (helperRelation: string) => setHelping(doc, writer, { helperRelation });
  const writeAgreement = (helperAgreement: string) => setCaseField(doc, writer, "helperAgreement", helperAgreement);
  return (
    <>
      <RegisterField
        label={t("helping.name")}
        field={caseField(doc, "patientName", "")}
        onWrite={(name) => setCaseField(doc, writer, "patientName", name)}
      />
      <RelationField value={relation.value} onWrite={writeRelation} />
      <ConflictField label={t("helping.relation")} field={relation} onChoose={writeRelation} />
      <RegisterField
        label={t("helping.ownName")}
        field={ownerName(doc)}
        onWrite={(name) => setOwnerName(doc, writer, name)}
      />
      <AgreementField value={agreement.others.length > 0 ? "" : agreement.value} onChoose={writeAgreement} />
      <ConflictField label={t("helping.agreement")} field={agreement} show={agreementText} onChoose={writeAgreement} />
    </>
  );
}

/** A value that a newer version of the app wrote is shown as it is. */
function agreementText(agreement: string): string {
  const key = `helping.agreements.${agreement}`;
  return isKeyOf(helpingWords, key) ? t(key) : agreement;
}
