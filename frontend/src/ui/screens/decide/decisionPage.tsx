// One decision: what, which way, when and why. While it stands it can be written on; once the person changed their mind it is
// kept as it was, beside the new one.
import { RefreshCw } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import {
  type Decision,
  decisionEntries,
  isWritten,
  replacementOf,
  wordsOfDecision,
} from "../../../domain/decide/decisions";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import decideWords from "../../../i18n/en/decide.json";
import { CaseScreen } from "../../components/caseScreen";
import { DeleteEntry, EntryGone } from "../../entries/entryEnd";
import { addressOf } from "../../entries/entryNames";
import { useNothingLeftBehind } from "../../entries/useEntry";
import { Button, ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { today } from "../../start/localNow";
import type { Params } from "../../start/route";
import { navigate } from "../../start/router";
import { DecideByLine } from "../decideBy/decideByLine";
import { DecisionForm } from "./decisionForm";
import { chosenName } from "./optionNames";

const t = messagesFrom(decideWords);

type Props = { opened: OpenCase; decision: Decision };

export function DecisionPage({ params }: { params: Params }) {
  const id = params.id ?? "";
  return (
    <CaseScreen
      title={t("decision.title")}
      back="/case/decide"
      dock={(opened) => <ChangeMyMind opened={opened} id={id} />}
    >
      {(opened) => <DecisionOf opened={opened} id={id} />}
    </CaseScreen>
  );
}

function ChangeMyMind({ opened, id }: { opened: OpenCase; id: string }) {
  const { doc, writer } = opened;
  const decision = decisionEntries.find(doc, id);
  if (decision === null || !isWritten(decision) || replacementOf(doc, id)) return null;
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

function DecisionOf({ opened, id }: { opened: OpenCase; id: string }) {
  useNothingLeftBehind("decisions", id, (doc) => {
    const left = decisionEntries.find(doc, id);
    return left === null || isWritten(left);
  });
  const decision = decisionEntries.find(opened.doc, id);
  if (decision === null) return <EntryGone kind="decisions" id={id} />;
  const next = replacementOf(opened.doc, id);
  return (
    <div class="stack">
      <DecideByLine opened={opened} />
      <Before opened={opened} decision={decision} />
      {next ? (
        <Kept opened={opened} decision={decision} next={next} />
      ) : (
        <DecisionForm opened={opened} decision={decision} />
      )}
      <DeleteEntry kind="decisions" id={id} up="/case/decide" />
    </div>
  );
}

function Before({ opened, decision }: Props) {
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

function Kept({ opened, decision, next }: Props & { next: Decision }) {
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
