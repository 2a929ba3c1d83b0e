// How the patient has felt, the latest day first.
import "../../../i18n/words/health";
import { Plus } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import { type Symptom, symptomEntries } from "../../../domain/health";
import { t } from "../../../i18n";
import { Button } from "../../components/button";
import { LinkRow, Rows } from "../../components/rows";
import { addressOf, shownText } from "../../entryNames";
import { today } from "../../localNow";
import { navigate } from "../../router";
import { settled, symptomDetail } from "./lines";

export function SymptomPart({ opened }: { opened: OpenCase }) {
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
