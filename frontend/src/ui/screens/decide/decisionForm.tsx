// The fields of a current decision: which option, in whose words, why, and on which day. "Not yet, because …" is an
// answer.

import type { OpenCase } from "../../../cases/documents/book";
import { type Decision, decisionEntries, NOT_YET, OTHER } from "../../../domain/decide/decisions";
import { shownOption, shownOptions } from "../../../domain/decide/options";
import { messagesFrom } from "../../../i18n";
import decideWords from "../../../i18n/en/decide.json";
import { Choice } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { fieldsOf } from "../../components/fields";
import { useOpened } from "../../start/useCase";
import { chosenName } from "./optionNames";

const t = messagesFrom(decideWords);
const Field = fieldsOf(decisionEntries, decideWords, "decision");

type Props = { decision: Decision };

export function DecisionForm({ decision }: Props) {
  const isOpen = decision.option.value === NOT_YET;
  return (
    <>
      <Chosen decision={decision} />
      {(!isOpen || decision.what.trim() !== "") && <Field of={decision} name="what" rows={3} />}
      <Field of={decision} name="why" {...(isOpen && { label: t("decision.notYetWhy") })} rows={3} />
      <Field of={decision} name="on" />
    </>
  );
}

function Chosen({ decision }: Props) {
  const opened = useOpened();
  const { doc } = opened;
  const chosen = shownOption(doc, decision.option.value)?.id ?? decision.option.value;
  const known = [...shownOptions(doc).map(({ id }) => id), OTHER, NOT_YET];
  // A chosen option that was deleted later is still what was chosen.
  const ids = chosen === "" || known.includes(chosen) ? known : [chosen, ...known];
  return (
    <>
      <Choice
        legend={t("decision.option")}
        options={ids.map((id) => ({ value: id, label: chosenName(doc, id) }))}
        value={chosen === "" ? null : chosen}
        onChoose={(id) => choose(opened, decision, id)}
      />
      <ConflictField
        label={t("decision.option")}
        field={decision.option}
        show={(id) => chosenName(doc, id)}
        onChoose={(id) => choose(opened, decision, id)}
      />
    </>
  );
}

/** The name of the option is stored with the decision: it stays when the option is renamed later. */
function choose({ doc, writer }: OpenCase, { id }: Decision, option: string): void {
  const called = option === OTHER || option === NOT_YET ? "" : chosenName(doc, option);
  decisionEntries.set(doc, writer, id, { option, called });
}
