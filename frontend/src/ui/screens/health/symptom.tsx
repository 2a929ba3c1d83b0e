// How something felt on one day, in the patient's words: to read, and its form. Another day is another entry, so that changes over time can be
// seen.
import { Plus } from "lucide-preact";
import { type Symptom, symptomEntries } from "../../../domain/health/health";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import healthWords from "../../../i18n/en/health.json";
import { fieldsOf } from "../../components/fields";
import { DeleteEntry } from "../../entries/entryEnd";
import { addressOf } from "../../entries/entryNames";
import { EntryPage } from "../../entries/entryPage";
import { FieldWords } from "../../entries/fieldWords";
import { Button } from "../../start/components/button";
import { today } from "../../start/localNow";
import { navigate, type Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { settled } from "../../text/settled";

const t = messagesFrom(frameWords, healthWords);
const words = new FieldWords(symptomEntries, healthWords, "symptoms");
const Field = fieldsOf(symptomEntries, healthWords, "symptoms");

export function SymptomPage({ params }: { params: Params }) {
  return (
    <EntryPage
      of={symptomEntries}
      id={params.id ?? ""}
      title={t("symptoms.one")}
      up="/case/health"
      page={(symptom) => ({
        words,
        name: settled(symptom.what),
        without: ["what"],
        below: (
          <>
            <Urgent />
            {symptom.what.value.trim() !== "" && <Again symptom={symptom} />}
          </>
        ),
      })}
    >
      {(symptom) => (
        <div class="stack">
          <Field of={symptom} name="what" comesFirst />
          <Field of={symptom} name="on" />
          <Field of={symptom} name="change" as="compact" />
          <Field of={symptom} name="words" />
          <Urgent />
          <DeleteEntry />
        </div>
      )}
    </EntryPage>
  );
}

function Urgent() {
  return (
    <p class="quiet">
      {t("symptoms.urgent")} <a href="/help">{t("nav.help")}</a>
    </p>
  );
}

function Again({ symptom }: { symptom: Symptom }) {
  const opened = useOpened();
  const again = () => {
    const next = { what: symptom.what.value, on: today() };
    navigate(addressOf("symptoms", symptomEntries.add(opened.doc, opened.writer, next)));
  };
  return (
    <Button look="quiet" icon={Plus} onClick={again}>
      {t("symptoms.again")}
    </Button>
  );
}
