// Today: first a visit of the next seven days, then the date to decide by, the way of the case, and at most three things
// to do. A companion has a Today of their own. Before there is a case: the welcome.

import { warningsOf } from "../../../domain/journey/facts";
import { journey } from "../../../domain/journey/journey";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import { CaseGate } from "../../start/components/caseGate";
import { Later } from "../../start/components/later";
import { Screen } from "../../start/components/screen";
import { localNow } from "../../start/localNow";
import { useServices } from "../../start/services";
import { useBook } from "../../start/useBook";
import { companionshipIn, useOpened } from "../../start/useCase";
import { useAnswerTimeOfCountry } from "../../start/useLibrary";
import { Actions } from "./actions";
import { DecideByCard } from "./decideByCard";
import { QuestionsCard } from "./questionsCard";
import { ReminderLine } from "./reminderLine";
import { VisitCard } from "./visitCard";
import { Way } from "./way";
import { Welcome } from "./welcome";
import "../../start/components/columns.css";

const t = messagesFrom(frameWords);

export function Home() {
  const current = useServices().openCase.value;
  if (current.state === "none") return <Welcome />;
  return (
    <Screen title={t("nav.today")} tab="today" wide>
      <CaseGate none={null}>
        <Today />
      </CaseGate>
    </Screen>
  );
}

function Today() {
  const opened = useOpened();
  const book = useBook();
  const companion = book && companionshipIn(book, opened);
  return companion ? <CompanionsToday owner={companion.owner} /> : <OwnToday />;
}

function CompanionsToday({ owner }: { owner: string }) {
  return <Later load={async () => (await import("../companion/today")).CompanionToday} given={{ owner }} />;
}

function OwnToday() {
  const opened = useOpened();
  const now = localNow();
  const state = journey(opened.doc, now, useAnswerTimeOfCountry());
  const { facts } = state;
  const today = now.slice(0, 10);
  const hasVisitToday = facts.thisWeek.some(({ when }) => when.startsWith(today));
  // A visit that has no day yet stands nowhere on Today.
  const isNew =
    facts.upcoming === null && facts.visited === 0 && facts.decideByDate === "" && facts.decideByWords === "";
  return (
    <div class="columns">
      <div class="stack">
        {facts.thisWeek.map((near) => (
          <VisitCard key={near.id} near={near} now={now} />
        ))}
        {isNew && <QuestionsCard doc={opened.doc} />}
        <DecideByCard doc={opened.doc} today={today} warnings={warningsOf(opened.doc, now, facts)} />
      </div>
      <div class="stack">
        <Way journey={state} />
        <Actions journey={state} today={today} />
        <ReminderLine opened={opened} today={today} hasVisitToday={hasVisitToday} />
      </div>
    </div>
  );
}
