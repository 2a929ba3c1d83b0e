// One decision, to read: what was chosen, when and why. The current one can be edited. Once the person has changed their
// mind, it is kept as it was, beside the new one.

import { RefreshCw } from "lucide-preact";
import { valuesOf } from "../../../domain/case/defineKind";
import type { CaseDoc } from "../../../domain/case/document";
import {
  type Decision,
  decisionEntries,
  OTHER,
  replacementOf,
  wordsOfDecision,
} from "../../../domain/decide/decisions";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import decideWords from "../../../i18n/en/decide.json";
import { DeleteEntry } from "../../entries/entryEnd";
import { addressOf } from "../../entries/entryNames";
import { EntryPage } from "../../entries/entryPage";
import { FieldWords } from "../../entries/fieldWords";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { today } from "../../start/localNow";
import { navigate, type Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { allOf } from "../../text/settled";
import { DecideByLine } from "../decideBy/decideByLine";
import { DecisionForm } from "./decisionForm";
import { chosenName } from "./optionNames";

const t = messagesFrom(decideWords);
const words = new FieldWords(decisionEntries, decideWords, "decision");

type Props = { decision: Decision };

export function DecisionPage({ params }: { params: Params }) {
  return (
    <EntryPage
      of={decisionEntries}
      id={params.id ?? ""}
      title={t("decision.title")}
      up="/case/decide/decision"
      page={(decision, doc) => {
        const next = replacementOf(doc, decision.id);
        return {
          words,
          name: chosenIn(doc, decision),
          isKeptAsItWas: next !== null,
          main: next === null && <ChangeMyMind decision={decision} />,
          above: next === null ? <DecideByLine /> : <Changed next={next} />,
          below: (
            <>
              <Before decision={decision} />
              {next && <DeleteEntry kind="decisions" id={decision.id} up="/case/decide/decision" />}
            </>
          ),
        };
      }}
    >
      {(decision) => (
        <div class="stack">
          <DecideByLine />
          <Before decision={decision} />
          <DecisionForm decision={decision} />
          <DeleteEntry />
        </div>
      )}
    </EntryPage>
  );
}

function chosenIn(doc: CaseDoc, { called, option, what }: Decision): string {
  const names = valuesOf(called);
  if (option.value === OTHER && what.trim() !== "") return what.trim();
  return allOf(names.length > 0 ? names : [option.value, ...option.others].map((one) => chosenName(doc, one)));
}

function ChangeMyMind({ decision }: Props) {
  const { doc, writer } = useOpened();
  const change = () =>
    navigate(addressOf("decisions", decisionEntries.add(doc, writer, { on: today(), replaces: decision.id })), {
      replace: true,
    });
  return (
    <Button look="quiet" icon={RefreshCw} onClick={change}>
      {t("decision.change")}
    </Button>
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

function Changed({ next }: { next: Decision }) {
  return (
    <Card>
      <p>
        {next.on.value === "" ? t("decision.changedNoDay") : t("decision.changed", { date: dayText(next.on.value) })}
      </p>
      <ButtonLink look="plain" href={addressOf("decisions", next.id)}>
        {t("decision.seeNew")}
      </ButtonLink>
    </Card>
  );
}
