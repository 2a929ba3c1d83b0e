// How the patient has felt, the latest day first.

import { Plus } from "lucide-preact";
import { type Symptom, symptomEntries } from "../../../domain/health/health";
import { messagesFrom } from "../../../i18n";
import healthWords from "../../../i18n/en/health.json";
import { addressOf, shownText } from "../../entries/entryNames";
import { Button } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { today } from "../../start/localNow";
import { navigate } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { settled } from "../../text/settled";
import { symptomDetail } from "./lines";

const t = messagesFrom(healthWords);

export function SymptomPart() {
  const opened = useOpened();
  const written = symptomEntries.list(opened.doc);
  const add = () => navigate(addressOf("symptoms", symptomEntries.add(opened.doc, opened.writer, { on: today() })));
  return (
    <section class="health-part">
      <h2>{t("symptoms.title")}</h2>
      {written.length === 0 ? <NothingYet /> : <Written symptoms={written} />}
      <Button look="quiet" icon={Plus} onClick={add}>
        {t("symptoms.add")}
      </Button>
    </section>
  );
}

function NothingYet() {
  return (
    <>
      <p>{t("symptoms.why")}</p>
      <p class="health-example">{t("symptoms.example")}</p>
    </>
  );
}

function Written({ symptoms }: { symptoms: readonly Symptom[] }) {
  return (
    <Rows label={t("symptoms.title")}>
      {symptoms.map((symptom) => (
        <LinkRow
          key={symptom.id}
          href={addressOf("symptoms", symptom.id)}
          title={<bdi>{shownText(settled(symptom.what) || symptom.words)}</bdi>}
          detail={symptomDetail(symptom) || t("symptoms.noDay")}
        />
      ))}
    </Rows>
  );
}
