// One decision: what, which option, when and why. The current one can be edited. Once the person has changed their
// mind, it is kept as it was, beside the new one.

import { RefreshCw } from "lucide-preact";
import { type Decision, decisionEntries, replacementOf, wordsOfDecision } from "../../../domain/decide/decisions";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import decideWords from "../../../i18n/en/decide.json";
import { DeleteEntry } from "../../entries/entryEnd";
import { addressOf } from "../../entries/entryNames";
import { EntryPage } from "../../entries/entryPage";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { today } from "../../start/localNow";
import { navigate, type Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { DecideByLine } from "../decideBy/decideByLine";
import { DecisionForm } from "./decisionForm";
import { chosenName } from "./optionNames";

const t = messagesFrom(decideWords);

type Props = { decision: Decision };

export function DecisionPage({ params }: { params: Params }) {
  return (
    <EntryPage
      of={decisionEntries}
      id={params.id ?? ""}
      title={t("decision.title")}
      up="/case/decide"
      dock={(decision) => <ChangeMyMind decision={decision} />}
    >
      {(decision) => <DecisionOf decision={decision} />}
    </EntryPage>
  );
}

function ChangeMyMind({ decision }: Props) {
  const { doc, writer } = useOpened();
  const { id } = decision;
  if (decisionEntries.isBlank(decision) || replacementOf(doc, id)) return null;
  const change = () =>
    navigate(addressOf("decisions", decisionEntries.add(doc, writer, { on: today(), replaces: id })), {
      replace: true,
    });
  return (
    <Button look="quiet" icon={RefreshCw} onClick={change}>
      {t("decision.change")}
    </Button>
  );
}

function DecisionOf({ decision }: Props) {
  const next = replacementOf(useOpened().doc, decision.id);
  return (
    <div class="stack">
      <DecideByLine />
      <Before decision={decision} />
      {next ? <Kept decision={decision} next={next} /> : <DecisionForm decision={decision} />}
      <DeleteEntry />
    </div>
  );
}

function Before({ decision }: Props) {
  const opened = useOpened();
  const before = decisionEntries.find(opened.doc, decision.replaces.value);
  if (before === null) return null;
  const on = before.on.value;
  return (
    <Card>
      <p>{on === "" ? t("decision.replacesNoDay") : t("decision.replaces", { date: dayText(on) })}</p>
      <p>
        <bdi>{wordsOfDecision(before) || chosenName(opened.doc, before.option.value)}</bdi>
      </p>
      <ButtonLink look="plain" href={addressOf("decisions", before.id)}>
        {t("decision.seeOld")}
      </ButtonLink>
    </Card>
  );
}

function Kept({ decision, next }: Props & { next: Decision }) {
  const opened = useOpened();
  const names = [decision.called.value, ...decision.called.others].filter(Boolean);
  const chosen =
    names.length > 0
      ? names
      : [decision.option.value, ...decision.option.others].map((one) => chosenName(opened.doc, one));
  const days = [decision.on.value, ...decision.on.others].filter(Boolean);
  return (
    <>
      <Card>
        <p>
          {next.on.value === "" ? t("decision.changedNoDay") : t("decision.changed", { date: dayText(next.on.value) })}
        </p>
        <ButtonLink look="plain" href={addressOf("decisions", next.id)}>
          {t("decision.seeNew")}
        </ButtonLink>
      </Card>
      <p class="quiet">{days.map(dayText).join(" · ")}</p>
      <h2>
        <bdi>{chosen.join(" · ")}</bdi>
      </h2>
      {decision.what.trim() !== "" && !chosen.includes(decision.what) && (
        <p class="kept-words" dir="auto">
          {decision.what}
        </p>
      )}
      <h2>{t("decision.why")}</h2>
      <p class="kept-words" dir="auto">
        {decision.why.trim() === "" ? t("decision.noWhy") : decision.why}
      </p>
    </>
  );
}
