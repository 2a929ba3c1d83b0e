// The case day by day: a picture, and the same as a list that can be read out and opened.

import { CalendarDays } from "lucide-preact";
import { drawingOf } from "../../../domain/timeline/timeline";
import { timelineEvents } from "../../../domain/timeline/timelineEvents";
import { messagesFrom } from "../../../i18n";
import { clockOfInstant } from "../../../i18n/dates";
import timelineWords from "../../../i18n/en/timeline.json";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { ButtonLink } from "../../start/components/button";
import { today } from "../../start/localNow";
import { useOpened } from "../../start/useCase";
import { useAnswerTimeOfCountry } from "../../start/useLibrary";
import { exampleDay } from "../../text/whenText";
import { DayList } from "./dayList";
import { Drawn } from "./drawn";

const t = messagesFrom(timelineWords);

export function Timeline() {
  return (
    <CaseScreen title={t("timeline.title")} back="/" wide>
      <Days />
    </CaseScreen>
  );
}

function Days() {
  const opened = useOpened();
  const now = today();
  const { dated, undated } = timelineEvents(opened.doc, useAnswerTimeOfCountry(), clockOfInstant);
  const drawing = drawingOf(dated, now);
  const missing = undated > 0 && <p class="quiet">{t("timeline.undated", { count: undated })}</p>;
  if (drawing === null) {
    return (
      <EmptyState
        icon={CalendarDays}
        title={t("timeline.emptyTitle")}
        why={t("timeline.emptyWhy")}
        example={t("timeline.emptyExample", { first: exampleDay("2026-10-08"), next: exampleDay("2026-10-09") })}
      >
        {missing}
        <ButtonLink href="/case/visits">{t("timeline.addVisit")}</ButtonLink>
      </EmptyState>
    );
  }
  return (
    <div class="columns">
      <div class="stack">
        <Drawn drawing={drawing} today={now} />
        {missing}
      </div>
      <DayList dated={dated} today={now} />
    </div>
  );
}
