// One visit: its three parts; with whom, where, when; and the questions and notes that belong to it. Once it is over, it
// is read.

import { useRef } from "preact/hooks";
import { isBehind } from "../../../domain/decideBy/deadlineCheck";
import { isEmptyVisit } from "../../../domain/visits/emptyVisit";
import { isOver } from "../../../domain/visits/goingAlong";
import { type Visit, visitEntries } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitsWords from "../../../i18n/en/visits.json";
import { VisitCalendarButton } from "../../components/calendarButton";
import { DeleteEntry } from "../../entries/entryEnd";
import { visitName } from "../../entries/entryNames";
import { EntryPage } from "../../entries/entryPage";
import { localNow, today } from "../../start/localNow";
import type { Params } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { VisitNotes, VisitQuestions } from "./visitContents";
import { FieldsOfVisit } from "./visitFields";
import { meetingWords, VisitSheet } from "./visitSheet";
import { VisitSteps } from "./visitSteps";

const t = messagesFrom(visitsWords);

export function VisitPage({ params }: { params: Params }) {
  return (
    <EntryPage
      of={visitEntries}
      id={params.id ?? ""}
      title={t("visits.one")}
      up="/case/visits"
      wide
      stays={({ id }, doc) => !isEmptyVisit(doc, id)}
      page={(visit) =>
        isOver(visit, today())
          ? {
              words: meetingWords,
              name: visitName(visit),
              sheet: <VisitSheet visit={visit} />,
              below: <VisitSteps visit={visit.id} />,
            }
          : null
      }
    >
      {(visit) => <OneVisit visit={visit} />}
    </EntryPage>
  );
}

function OneVisit({ visit }: { visit: Visit }) {
  const { doc } = useOpened();
  const { id } = visit;
  const isEmpty = isEmptyVisit(doc, id);
  const wasEmpty = useRef(isEmpty).current;
  const isAhead = !isBehind(visit.when.value, localNow());
  return (
    <div class="columns">
      <div class="stack">
        {!wasEmpty && <VisitSteps visit={id} />}
        <FieldsOfVisit visit={visit} isNew={wasEmpty} />
        {/* Shown where nothing under the person's fingers moves, and only once there is a visit to go to. */}
        {wasEmpty && !isEmpty && <VisitSteps visit={id} />}
      </div>
      <div class="stack">
        {isAhead && <VisitCalendarButton visit={visit} />}
        {isAhead && <VisitQuestions visit={visit} />}
        {/* A note is written on a screen of its own; an empty visit would be gone by then. */}
        {!isEmpty && <VisitNotes visit={id} />}
        {!isAhead && <VisitQuestions visit={visit} />}
        <DeleteEntry />
      </div>
    </div>
  );
}
