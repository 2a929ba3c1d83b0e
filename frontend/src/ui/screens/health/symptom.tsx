// How something felt on one day, in the patient's words. Another day is another entry, so that the course can be seen.
import { Plus } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import {
  type Symptom,
  type SymptomChange,
  type SymptomFields,
  symptomChanges,
  symptomEntries,
} from "../../../domain/health";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import healthWords from "../../../i18n/en/health.json";
import { CaseScreen } from "../../components/caseScreen";
import { Choice } from "../../components/choice";
import { ConflictField } from "../../components/conflictField";
import { DeleteEntry, EntryGone } from "../../components/entryEnd";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { TextArea } from "../../components/textField";
import { addressOf } from "../../entryNames";
import { Button } from "../../start/components/button";
import { today } from "../../start/localNow";
import type { Places } from "../../start/route";
import { navigate } from "../../start/router";
import { useEntry, useNothingLeftBehind } from "../../useEntry";

const t = messagesFrom(frameWords, healthWords);

type Write = (fields: Partial<SymptomFields>) => void;
type FormProps = { opened: OpenCase; symptom: Symptom };

export function SymptomPage({ places }: { places: Places }) {
  return (
    <CaseScreen title={t("symptoms.one")} back="/case/health">
      {(opened) => <SymptomEntry opened={opened} id={places.id ?? ""} />}
    </CaseScreen>
  );
}

function SymptomEntry({ opened, id }: { opened: OpenCase; id: string }) {
  const symptom = useEntry(opened, symptomEntries.list, id);
  useNothingLeftBehind(opened, "symptoms", id, (doc) => symptomEntries.holdsWords(doc, id));
  if (symptom === null) return <EntryGone opened={opened} kind="symptoms" id={id} />;
  return <SymptomForm opened={opened} symptom={symptom} />;
}

function SymptomForm({ opened, symptom }: FormProps) {
  const { doc, writer } = opened;
  const write: Write = (fields) => symptomEntries.set(doc, writer, symptom.id, fields);
  return (
    <div class="stack">
      <RegisterField
        label={t("symptoms.what")}
        hint={t("symptoms.whatHint")}
        field={symptom.what}
        onWrite={(what) => write({ what })}
        autoFocus={symptom.what.value === ""}
      />
      <RegisterDate label={t("symptoms.on")} field={symptom.on} onWrite={(on) => write({ on })} />
      <Change symptom={symptom} write={write} />
      <TextArea
        label={t("symptoms.words")}
        hint={t("symptoms.wordsHint")}
        value={symptom.words}
        onInput={(text) => symptomEntries.write(doc, symptom.id, "words", text)}
        current={() => symptomEntries.find(doc, symptom.id)?.words ?? ""}
      />
      <p class="quiet">
        {t("symptoms.urgent")} <a href="/help">{t("nav.help")}</a>
      </p>
      {symptom.what.value.trim() !== "" && <Again opened={opened} symptom={symptom} />}
      <DeleteEntry opened={opened} kind="symptoms" id={symptom.id} up="/case/health" />
    </div>
  );
}

function Change({ symptom: { change }, write }: { symptom: Symptom; write: Write }) {
  const choose = (chosen: "" | SymptomChange) => write({ change: chosen });
  return (
    <>
      <Choice
        compact
        legend={t("symptoms.change")}
        options={symptomChanges.map((value) => ({ value, label: t(`symptoms.changes.${value}`) }))}
        value={change.value === "" ? null : change.value}
        onChoose={choose}
      />
      <ConflictField
        label={t("symptoms.change")}
        field={change}
        show={(value) => (value === "" ? t("symptoms.changeUnknown") : t(`symptoms.changes.${value}`))}
        onChoose={choose}
      />
    </>
  );
}

function Again({ opened: { doc, writer }, symptom }: FormProps) {
  const again = () =>
    navigate(addressOf("symptoms", symptomEntries.add(doc, writer, { what: symptom.what.value, on: today() })));
  return (
    <Button look="quiet" icon={Plus} onClick={again}>
      {t("symptoms.again")}
    </Button>
  );
}
