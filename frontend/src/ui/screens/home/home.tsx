// The case: first a visit within a day, then the next step, the date to decide by, and the stages ahead. Before there
// is a case: the welcome.

import { useEffect, useState } from "preact/hooks";
import { type Facts, warningsOf } from "../../../domain/journey/facts";
import { journey, type NextStep } from "../../../domain/journey/journey";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import homeWords from "../../../i18n/en/home.json";
import { ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { CaseGate } from "../../start/components/caseGate";
import { LinkRow, Rows } from "../../start/components/rows";
import { Screen } from "../../start/components/screen";
import { localNow } from "../../start/localNow";
import { useServices } from "../../start/services";
import { caseTitle, useBook } from "../../start/useBook";
import { useOpened } from "../../start/useCase";
import { useAnswerTimeOfCountry } from "../../start/useLibrary";
import { DecideByCard } from "./decideByCard";
import { stepOf } from "./nextStep";
import { Stages } from "./stages";
import { Welcome } from "./welcome";
import "../../start/components/columns.css";

const t = messagesFrom(frameWords, homeWords);

export function Home() {
  const current = useServices().openCase.value;
  const book = useBook();
  if (current.state === "none") return <Welcome />;
  const id = current.state === "open" ? current.opened.id : "";
  const entry = book?.cases().find((one) => one.id === id);
  return (
    <Screen title={entry ? caseTitle(entry) : t("nav.case")} documentTitle={t("nav.case")} wide>
      <CaseGate none={null}>
        <Overview />
      </CaseGate>
    </Screen>
  );
}

function Overview() {
  const opened = useOpened();
  const now = localNow();
  const state = journey(opened.doc, now, useAnswerTimeOfCountry());
  const { tasksOpen } = state.facts;
  const found = warningsOf(opened.doc, now, state.facts);
  const isSaidAbove = state.next === "ask-decide-by" && found.every(({ code }) => code === "no-date");
  return (
    <div class="columns">
      <div class="stack">
        {state.facts.near.length > 0 && <NearVisits facts={state.facts} now={now} />}
        {state.next && <NextCard next={state.next} facts={state.facts} />}
        {!isSaidAbove && <DecideByCard doc={opened.doc} today={now.slice(0, 10)} warnings={found} />}
      </div>
      <div class="stack">
        <Stages journey={state} />
        <Rows>
          <LinkRow
            href="/case/tasks"
            title={t("case.link.tasks")}
            detail={tasksOpen > 0 ? t("case.link.tasksOpen", { count: tasksOpen }) : t("case.link.none")}
          />
          <LinkRow href="/case/contacts" title={t("case.link.contacts")} />
          <LinkRow href="/case/timeline" title={t("case.link.timeline")} />
          <LinkRow href="/search" title={t("nav.search")} />
          <LinkRow href="/cases" title={t("case.casesRow")} detail={t("case.casesDetail")} />
        </Rows>
      </div>
    </div>
  );
}

// The visits within a day, above all else. Their cards are loaded with the visit screens, which the next tap needs
// anyway. Until they have loaded, or if they cannot, a link to the first visit is shown instead.
type Cards = typeof import("../visits/visitCard");
type Props = { facts: Facts; now: string };

export function NearVisits({ facts, now }: Props) {
  const [cards, setCards] = useState<Cards | null>(null);
  useEffect(() => {
    import("../visits/visitCard").then(setCards, () => {});
  }, []);
  const [first] = facts.near;
  if (first === undefined) return null;
  if (cards === null) return <NextCard next="go-prepared" facts={{ ...facts, upcoming: first }} />;
  return facts.near.map((near) => <cards.VisitCard key={near.id} near={near} now={now} />);
}

// The one thing to do next, with a button that leads there.
export function NextCard({ next, facts }: { next: NextStep; facts: Facts }) {
  const step = stepOf(next, facts);
  return (
    <Card kicker={t("case.next")} heading={step.sentence}>
      <ButtonLink href={step.href}>{step.action}</ButtonLink>
    </Card>
  );
}
