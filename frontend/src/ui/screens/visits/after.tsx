// After the visit: say it back, what is still open, the next steps, what this doctor said, and the written report. The
// first part is best done while the doctor is still there, so it comes first and in large type.
import { DoorOpen, FilePenLine } from "lucide-preact";
import { piecesOf } from "../../../domain/opinions/opinionDraft";
import { opinions } from "../../../domain/opinions/opinionEntries";
import { endVisit, goOn, openOpinion } from "../../../domain/visits/afterVisit";
import { isWithFirst, type Visit, visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { CaseScreen } from "../../components/caseScreen";
import { EntryGone } from "../../entries/entryEnd";
import { addressOf } from "../../entries/entryNames";
import { useEntry } from "../../entries/useEntry";
import { Button } from "../../start/components/button";
import { today } from "../../start/localNow";
import { navigate, type Params } from "../../start/router";
import { offerUndo } from "../../start/undo";
import { useCaseValue, useOpened } from "../../start/useCase";
import { NextSteps } from "./nextSteps";
import { Report } from "./report";
import { SayBack } from "./sayBack";
import { StillOpen } from "./stillOpen";
import { VisitNotes } from "./visitContents";
import { visitAddress } from "./visitLinks";
import { VisitPart } from "./visitPart";
import { visitTimes } from "./visitTimes";

const t = messagesFrom(visitWords);

export function AfterVisit({ params }: { params: Params }) {
  const id = params.id ?? "";
  return (
    <CaseScreen title={t("visitAfter.title")} back={visitAddress(id)} wide>
      <After id={id} />
    </CaseScreen>
  );
}

function After({ id }: { id: string }) {
  const visit = useEntry(visits, id);
  if (visit === null) return <EntryGone kind="visits" id={id} />;
  const times = visitTimes(visit);
  return (
    <div class="columns">
      <div class="stack">
        {times !== "" && <p class="quiet">{times}</p>}
        {mayEnd(visit) && <MarkOver visit={visit} />}
        <SayBack visit={id} />
        <StillOpen visit={visit} />
      </div>
      <div class="stack">
        <NextSteps visit={id} />
        <WhatTheySaid visit={visit} />
        {/* The first doctor has no other first doctor to report to. */}
        {!isWithFirst(visit) && <Report visit={visit} />}
        <VisitNotes visit={id} />
      </div>
    </div>
  );
}

/** The visit is today, and nobody has said that it is over: until then it comes first on the first screen. */
function mayEnd({ when, endedAt }: Visit): boolean {
  return when.value.slice(0, 10) === today() && endedAt.value === "";
}

function MarkOver({ visit }: { visit: Visit }) {
  const { doc, writer } = useOpened();
  const end = () => {
    const ended = endVisit(doc, writer, visit, today());
    if (ended) offerUndo(t("visitRoom.ended"), () => goOn(doc, writer, ended));
  };
  return (
    <Button look="quiet" icon={DoorOpen} onClick={end}>
      {t("visitRoom.end")}
    </Button>
  );
}

function WhatTheySaid({ visit }: { visit: Visit }) {
  const opened = useOpened();
  const all = useCaseValue(opinions);
  const answers = useCaseValue((doc) => piecesOf(doc, visit.id).filter(({ kind }) => kind === "answer").length);
  const isThere = all.some(({ visit: from }) => from.value === visit.id);
  const open = () => navigate(addressOf("opinions", openOpinion(opened.doc, opened.writer, visit, today())));
  return (
    <VisitPart heading={t("visitAfter.opinion")}>
      <p>{t("visitAfter.opinionWhy")}</p>
      {!isThere && answers > 0 && <p>{t("visitAfter.opinionDraft", { count: answers })}</p>}
      <Button icon={FilePenLine} onClick={open}>
        {isThere ? t("visitAfter.opinionOpen") : t("visitAfter.opinionWrite")}
      </Button>
    </VisitPart>
  );
}
