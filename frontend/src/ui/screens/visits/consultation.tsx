// One visit: the three parts of going there; with whom, where, when; and the questions and notes that belong to it.
import { useRef } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import { consultations } from "../../../domain/consultations";
import { isEmptyVisit } from "../../../domain/emptyVisit";
import { isBehind } from "../../../domain/guard";
import { messagesFrom } from "../../../i18n";
import visitsWords from "../../../i18n/en/visits.json";
import { VisitCalendarButton } from "../../components/calendarButton";
import { CaseScreen } from "../../components/caseScreen";
import { DeleteEntry, EntryGone } from "../../components/entryEnd";
import { localNow } from "../../start/localNow";
import type { Places } from "../../start/route";
import { useEntry, useNothingLeftBehind } from "../../useEntry";
import { VisitNotes, VisitQuestions } from "./visitContents";
import { VisitFields } from "./visitFields";
import { VisitSteps } from "./visitSteps";

const t = messagesFrom(visitsWords);

export function ConsultationPage({ places }: { places: Places }) {
  return (
    <CaseScreen title={t("visits.one")} back="/case/consultations" wide>
      {(opened) => <Visit opened={opened} id={places.id ?? ""} />}
    </CaseScreen>
  );
}

function Visit({ opened, id }: { opened: OpenCase; id: string }) {
  const visit = useEntry(opened, consultations, id);
  useNothingLeftBehind("consultations", id, (doc) => !isEmptyVisit(doc, id));
  const isEmpty = isEmptyVisit(opened.doc, id);
  const wasEmpty = useRef(isEmpty).current;
  if (visit === null) return <EntryGone kind="consultations" id={id} />;
  const isAhead = !isBehind(visit.when.value, localNow());
  return (
    <div class="columns">
      <div class="stack">
        {!wasEmpty && <VisitSteps visit={id} />}
        <VisitFields opened={opened} visit={visit} isNew={wasEmpty} />
        {/* They come where nothing under the person's fingers moves, and only once there is a visit to go to. */}
        {wasEmpty && !isEmpty && <VisitSteps visit={id} />}
      </div>
      <div class="stack">
        {isAhead && <VisitCalendarButton opened={opened} visit={visit} />}
        {isAhead && <VisitQuestions opened={opened} visit={visit} />}
        {/* A note is written on a screen of its own; an empty visit would be gone by then. */}
        {!isEmpty && <VisitNotes opened={opened} visit={id} />}
        {!isAhead && <VisitQuestions opened={opened} visit={visit} />}
        <DeleteEntry kind="consultations" id={id} up="/case/consultations" />
      </div>
    </div>
  );
}
