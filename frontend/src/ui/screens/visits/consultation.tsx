// One visit: with whom, where, when; and the questions and notes that belong to it.
import "../../../i18n/words/visits";
import type { OpenCase } from "../../../cases/book";
import {
  type Consultation,
  type ConsultationFields,
  consultations,
  setConsultation,
} from "../../../domain/consultations";
import { t } from "../../../i18n";
import { CaseScreen } from "../../components/caseScreen";
import { DeleteEntry, EntryGone } from "../../components/entryEnd";
import { RegisterDate, RegisterField } from "../../components/registerField";
import { localNow } from "../../localNow";
import type { Places } from "../../route";
import { useEntry, useNothingLeftBehind } from "../../useEntry";
import { VisitNotes, VisitQuestions } from "./visitContents";

export function ConsultationPage({ places }: { places: Places }) {
  return (
    <CaseScreen title={t("visits.one")} back="/case/consultations" wide>
      {(opened) => <Visit opened={opened} id={places.id ?? ""} />}
    </CaseScreen>
  );
}

function Visit({ opened, id }: { opened: OpenCase; id: string }) {
  const visit = useEntry(opened, consultations, id);
  useNothingLeftBehind(opened, "consultations", id, (doc) =>
    consultations(doc).every((one) => one.id !== id || holdsWords(one)),
  );
  if (visit === null) return <EntryGone opened={opened} kind="consultations" id={id} />;
  const isAhead = visit.when.value === "" || visit.when.value > localNow();
  const write = (fields: Partial<ConsultationFields>) => setConsultation(opened.doc, opened.writer, id, fields);
  return (
    <div class="columns">
      <div class="stack">
        <RegisterField
          label={t("visits.who")}
          hint={t("visits.whoHint")}
          field={visit.who}
          onWrite={(who) => write({ who })}
          autoFocus={!holdsWords(visit)}
        />
        <RegisterDate label={t("visits.when")} field={visit.when} onWrite={(when) => write({ when })} withTime />
        <RegisterField
          label={t("visits.where")}
          hint={t("visits.whereHint")}
          field={visit.where}
          onWrite={(where) => write({ where })}
        />
      </div>
      <div class="stack">
        {isAhead && <VisitQuestions opened={opened} visit={id} />}
        <VisitNotes opened={opened} visit={id} />
        {!isAhead && <VisitQuestions opened={opened} visit={id} />}
        <DeleteEntry opened={opened} kind="consultations" id={id} up="/case/consultations" />
      </div>
    </div>
  );
}

function holdsWords({ who, where, when }: Consultation): boolean {
  return `${who.value}${where.value}${when.value}`.trim() !== "";
}
