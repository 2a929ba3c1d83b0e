// Deciding, one thing a screen: what matters, the options with benefits and harms in equal space, what is still unclear,
// who decides, and the decision with all earlier ones. Nothing is added up, ranked or recommended.
import { Pencil } from "lucide-preact";
import type { ComponentType } from "preact";
import { caseText, editCaseText } from "../../../domain/case/document";
import { decisionEntries } from "../../../domain/decide/decisions";
import { messagesFrom } from "../../../i18n";
import decideWords from "../../../i18n/en/decide.json";
import { CaseScreen } from "../../components/caseScreen";
import { NextStep, StepOf } from "../../components/steps";
import { TextArea } from "../../components/textField";
import { addressOf } from "../../entries/entryNames";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { today } from "../../start/localNow";
import { navigate, type Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { DecideByLine } from "../decideBy/decideByLine";
import { DecisionLog } from "./decisionLog";
import { Options } from "./options";
import { Unclear } from "./unclear";
import { WhoDecides } from "./whoDecides";

const t = messagesFrom(decideWords);

const START = "/case/decide";
const END = `${START}/decision`;

const steps: readonly { href: string; title: string; Content: ComponentType }[] = [
  { href: START, title: t("decide.matters"), Content: WhatMatters },
  { href: `${START}/options`, title: t("decide.options"), Content: Options },
  { href: `${START}/unclear`, title: t("decide.unclear"), Content: Unclear },
  { href: `${START}/with`, title: t("decide.with"), Content: WhoDecides },
  { href: END, title: t("decision.title"), Content: Ending },
];

export function Decide({ params: { step = "" } }: { params: Params }) {
  const at = Math.max(
    0,
    steps.findIndex(({ href }) => href === `${START}/${step}`),
  );
  const { title = "", Content = WhatMatters } = steps[at] ?? {};
  return (
    <CaseScreen
      title={title}
      kicker={<StepOf steps={steps} at={at} of={t("decide.title")} />}
      back={steps[at - 1]?.href ?? "/"}
      wide
      dock={
        <NextStep steps={steps} at={at}>
          {at === steps.length - 1 ? <WriteDecision /> : <ToDecision />}
        </NextStep>
      }
    >
      <div class="stack">
        <Content />
      </div>
    </CaseScreen>
  );
}

function ToDecision() {
  return (
    <ButtonLink look="quiet" href={END}>
      {t("decision.title")}
    </ButtonLink>
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

function WhatMatters() {
  const { doc } = useOpened();
  return (
    <>
      <DecideByLine />
      <TextArea
        label={t("decide.matters")}
        quietLabel
        hint={t("decide.mattersHint")}
        rows={3}
        value={caseText(doc, "whatMatters")}
        current={() => caseText(doc, "whatMatters")}
        onInput={(text) => editCaseText(doc, "whatMatters", text)}
      />
      <ButtonLink look="plain" href="/guide/card/A4">
        {t("decide.valuesCard")}
      </ButtonLink>
    </>
  );
}

function Ending() {
  return (
    <>
      <DecideByLine />
      <DecisionLog />
      <Card heading={t("decide.free")}>
        <p>{t("decide.freeText")}</p>
        <p>{t("decide.freeFact")}</p>
        <p>{t("decide.freeTell")}</p>
        <ButtonLink look="plain" href="/guide/card/F3">
          {t("decide.freeCard")}
        </ButtonLink>
      </Card>
    </>
  );
}
