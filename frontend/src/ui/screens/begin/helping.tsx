// The first two steps for a person who helps somebody: whose case it is, and how that person agrees. The case begins
// with the first, so that nothing said here is lost.
import { useState } from "preact/hooks";
import type { OpenCase } from "../../../cases/documents/book";
import { setCaseField } from "../../../domain/case/document";
import { setOwnerName } from "../../../domain/case/people";
import { agreementOf, setHelping } from "../../../domain/helping/helping";
import { messagesFrom } from "../../../i18n";
import beginWords from "../../../i18n/en/begin.json";
import helpingWords from "../../../i18n/en/helping.json";
import { CaseScreen } from "../../components/caseScreen";
import { TextField } from "../../components/textField";
import { useTypedHere } from "../../start/onlyHere";
import { navigate } from "../../start/router";
import { useServices } from "../../start/services";
import { AgreementField, RelationField } from "../helping/helpingFields";
import { steps, told, useStart } from "./startCase";
import { Step } from "./step";

const t = messagesFrom(beginWords, helpingWords);

export function HelpingStep() {
  const [name, setName] = useState("");
  const [relation, setRelation] = useState("");
  const [ownName, setOwnName] = useState("");
  const { state, start } = useStart();
  useTypedHere(`${name}${relation}${ownName}`.trim() !== "");
  const goOn = (patient: string, helperRelation: string, own: string) => {
    told.value = "unsure";
    steps.value = 4;
    const title = patient === "" ? t("begin.named.someone") : t("begin.named.helping", { name: patient });
    start(title, "/begin/agreement", ({ doc, writer }) => {
      setHelping(doc, writer, { helped: true, helperRelation });
      setCaseField(doc, writer, "patientName", patient);
      setOwnerName(doc, writer, own);
    });
  };
  return (
    <Step
      number={1}
      of={4}
      title={t("helping.title")}
      state={state}
      onNext={() => goOn(name.trim(), relation.trim(), ownName.trim())}
      onSkip={() => goOn("", "", "")}
    >
      <TextField label={t("helping.name")} value={name} onInput={setName} />
      <RelationField value={relation} onWrite={setRelation} />
      <TextField label={t("helping.ownName")} value={ownName} onInput={setOwnName} />
    </Step>
  );
}

export function AgreementStep() {
  const current = useServices().openCase.value;
  if (current.state === "open") return <AgreementQuestion opened={current.opened} />;
  return (
    <CaseScreen title={t("helping.agreement")} back="/">
      {null}
    </CaseScreen>
  );
}

function AgreementQuestion({ opened: { doc, writer } }: { opened: OpenCase }) {
  const goOn = () => navigate("/begin/visit", { replace: true });
  return (
    <Step number={2} of={steps.value} title={t("helping.agreement")} onNext={goOn} onSkip={goOn}>
      <AgreementField
        quietLegend
        value={agreementOf(doc).value}
        onChoose={(helperAgreement) => setHelping(doc, writer, { helperAgreement })}
      />
    </Step>
  );
}
