// One visit: the three parts of going there; with whom, where, when; and the questions and notes that belong to it.
import { useRef } from "preact/hooks";
import type { OpenCase } from "../../../cases/book";
import { isBehind } from "../../../domain/decideBy/deadlineCheck";
import { isEmptyVisit } from "../../../domain/visits/emptyVisit";
import { visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitsWords from "../../../i18n/en/visits.json";
import { VisitCalendarButton } from "../../components/calendarButton";
import { CaseScreen } from "../../components/caseScreen";
import { DeleteEntry, EntryGone } from "../../entries/entryEnd";
import { useEntry, useNothingLeftBehind } from "../../entries/useEntry";
import { localNow } from "../../start/localNow";
import type { Params } from "../../start/route";
import { VisitNotes, VisitQuestions } from "./visitContents";
import { FieldsOfVisit } from "./visitFields";
import { VisitSteps } from "./visitSteps";

const t = messagesFrom(visitsWords);

export function VisitPage({ params }: { params: Params }) {
  return (
    <CaseScreen title={t("visits.one")} back="/case/visits" wide>
      {(opened) => <OneVisit opened={opened} id={params.id ?? ""} />}
    </CaseScreen>
  );
}

function OneVisit({ opened, id }: { opened: OpenCase; id: string }) {
  const visit = useEntry(opened, visits, id);
  useNothingLeftBehind("visits", id, (doc) => !isEmptyVisit(doc, id));
  const isEmpty = isEmptyVisit(opened.doc, id);
  const wasEmpty = useRef(isEmpty).current;
  if (visit === null) return <EntryGone kind="visits" id={id} />;
  const isAhead = !isBehind(visit.when.value, localNow());
  return (
    <div class="columns">
      <div class="stack">
        {!wasEmpty && <VisitSteps visit={id} />}
        <FieldsOfVisit opened={opened} visit={visit} isNew={wasEmpty} />
        {/* They come where nothing under the person's fingers moves, and only once there is a visit to go to. */}
        {wasEmpty && !isEmpty && <VisitSteps visit={id} />}
      </div>
      <div class="stack">
        {isAhead && <VisitCalendarButton opened={opened} visit={visit} />}
        {isAhead && <VisitQuestions opened={opened} visit={visit} />}
        {/* A note is written on a screen of its own; an empty visit would be gone by then. */}
        {!isEmpty && <VisitNotes opened={opened} visit={id} />}
        {!isAhead && <VisitQuestions opened={opened} visit={visit} />}
        <DeleteEntry kind="visits" id={id} up="/case/visits" />
      </div>
    </div>
  );
}
