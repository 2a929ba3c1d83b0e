// The worksheet: what matters, the options with benefits and harms in equal space, who decides, what is still unclear,
// and the log of decisions. Nothing is added up, ranked or recommended.

import { Pencil } from "lucide-preact";
import { caseText, editCaseText } from "../../../domain/case/document";
import { decisionEntries } from "../../../domain/decide/decisions";
import { messagesFrom } from "../../../i18n";
import decideWords from "../../../i18n/en/decide.json";
import { CaseScreen } from "../../components/caseScreen";
import { TextArea } from "../../components/textField";
import { addressOf } from "../../entries/entryNames";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { today } from "../../start/localNow";
import { navigate } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { DecideByLine } from "../decideBy/decideByLine";
import { DecisionLog } from "./decisionLog";
import { Options } from "./options";
import { Unclear } from "./unclear";
import { WhoDecides } from "./whoDecides";

const t = messagesFrom(decideWords);

export function Decide() {
  return (
    <CaseScreen title={t("decide.title")} back="/" wide dock={<WriteDecision />}>
      <Worksheet />
    </CaseScreen>
  );
}

function WriteDecision() {
  const { doc, writer } = useOpened();
  const write = () => navigate(addressOf("decisions", decisionEntries.add(doc, writer, { on: today() })));
  return (
    <Button icon={Pencil} onClick={write}>
      {t("decision.write")}
    </Button>
  );
}

function Worksheet() {
  const opened = useOpened();
  return (
    <div class="columns">
      <div class="stack">
        <DecideByLine />
        <DecisionLog />
        <TextArea
          label={t("decide.matters")}
          hint={t("decide.mattersHint")}
          rows={3}
          value={caseText(opened.doc, "whatMatters")}
          current={() => caseText(opened.doc, "whatMatters")}
          onInput={(text) => editCaseText(opened.doc, "whatMatters", text)}
        />
        <ButtonLink look="plain" href="/guide/card/A4">
          {t("decide.valuesCard")}
        </ButtonLink>
        <Options />
      </div>
      <div class="stack">
        <WhoDecides />
        <Unclear />
        <Free />
      </div>
    </div>
  );
}

function Free() {
  return (
    <Card heading={t("decide.free")}>
      <p>{t("decide.freeText")}</p>
      <p>{t("decide.freeFact")}</p>
      <p>{t("decide.freeTell")}</p>
      <ButtonLink look="plain" href="/guide/card/F3">
        {t("decide.freeCard")}
      </ButtonLink>
    </Card>
  );
}
