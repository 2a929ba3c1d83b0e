// One illness or operation: what it is, since when, and whether it is still there.
import type { OpenCase } from "../../../cases/book";
import { type Condition, type ConditionFields, conditionEntries, setNone } from "../../../domain/health";
import { messagesFrom } from "../../../i18n";
import healthWords from "../../../i18n/en/health.json";
import { CaseScreen } from "../../components/caseScreen";
import { Choice } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { DeleteEntry, EntryGone } from "../../components/entryEnd";
import { RegisterField } from "../../components/registerField";
import type { Places } from "../../start/route";
import { useEntry, useNothingLeftBehind } from "../../useEntry";

const t = messagesFrom(healthWords);

type Write = (fields: Partial<ConditionFields>) => void;

export function ConditionPage({ places }: { places: Places }) {
  return (
    <CaseScreen title={t("conditions.one")} back="/case/health">
      {(opened) => <ConditionForm opened={opened} id={places.id ?? ""} />}
    </CaseScreen>
  );
}

function ConditionForm({ opened, id }: { opened: OpenCase; id: string }) {
  const condition = useEntry(opened, conditionEntries.list, id);
  useNothingLeftBehind(opened, "conditions", id, (doc) => conditionEntries.holdsWords(doc, id));
  if (condition === null) return <EntryGone opened={opened} kind="conditions" id={id} />;
  const write: Write = (fields) => {
    // The first word takes an earlier "I have none" back; an entry left empty does not.
    if (!conditionEntries.holdsWords(opened.doc, id)) setNone(opened.doc, opened.writer, "conditions", false);
    conditionEntries.set(opened.doc, opened.writer, id, fields);
  };
  return (
    <div class="stack">
      <RegisterField
        label={t("conditions.name")}
        hint={t("conditions.nameHint")}
        field={condition.name}
        onWrite={(name) => write({ name })}
        autoFocus={condition.name.value === ""}
      />
      <RegisterField
        label={t("conditions.since")}
        hint={t("conditions.sinceHint")}
        field={condition.since}
        onWrite={(since) => write({ since })}
      />
      <Status condition={condition} write={write} />
      <DeleteEntry opened={opened} kind="conditions" id={id} up="/case/health" />
    </div>
  );
}

function Status({ condition: { status }, write }: { condition: Condition; write: Write }) {
  const choose = (chosen: ConditionFields["status"]) => write({ status: chosen });
  return (
    <>
      <Choice
        legend={t("conditions.status")}
        options={[
          { value: "now", label: t("conditions.statuses.now") },
          { value: "past", label: t("conditions.statuses.past") },
        ]}
        value={status.value}
        onChoose={choose}
      />
      <ConflictField
        label={t("conditions.status")}
        field={status}
        show={(value) => t(`conditions.statuses.${value}`)}
        onChoose={choose}
      />
    </>
  );
}
