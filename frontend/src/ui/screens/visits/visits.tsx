// The visits: first those ahead, the nearest on top; then the past ones.
import { CalendarDays, Plus } from "lucide-preact";
import { isBehind } from "../../../domain/decideBy/deadlineCheck";
import { addVisit, type Visit, visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitsWords from "../../../i18n/en/visits.json";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { addressOf, visitName } from "../../entries/entryNames";
import { Button } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { localNow } from "../../start/localNow";
import { navigate } from "../../start/router";
import { useCaseValue, useOpened } from "../../start/useCase";
import { exampleDay, whenText } from "../../text/whenText";

const t = messagesFrom(visitsWords);

export function Visits() {
  return (
    <CaseScreen title={t("visits.title")} back="/" dock={<Add />}>
      <VisitList />
    </CaseScreen>
  );
}

function Add() {
  const opened = useOpened();
  const add = () => navigate(addressOf("visits", addVisit(opened.doc, opened.writer, {})));
  return (
    <Button icon={Plus} onClick={add}>
      {t("visits.add")}
    </Button>
  );
}

function VisitList() {
  const all = useCaseValue(visits);
  const now = localNow();
  const isPast = (visit: Visit) => isBehind(visit.when.value, now);
  if (all.length === 0) {
    return (
      <EmptyState
        icon={CalendarDays}
        title={t("visits.emptyTitle")}
        why={t("visits.emptyWhy")}
        example={t("visits.emptyExample", { date: exampleDay("2026-12-03") })}
      />
    );
  }
  return (
    <div class="stack">
      <Part heading={t("visits.coming")} visits={all.filter((visit) => !isPast(visit))} />
      <Part heading={t("visits.past")} visits={all.filter(isPast).reverse()} />
    </div>
  );
}

function Part({ heading, visits }: { heading: string; visits: readonly Visit[] }) {
  if (visits.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <Rows>
        {visits.map((visit) => (
          <LinkRow
            key={visit.id}
            href={addressOf("visits", visit.id)}
            title={<bdi>{visitName(visit)}</bdi>}
            detail={
              <>
                {whenText(visit.when.value)}
                {visit.who.value.trim() !== "" && visit.where.value.trim() !== "" && (
                  <>
                    {" · "}
                    <bdi>{visit.where.value}</bdi>
                  </>
                )}
              </>
            }
          />
        ))}
      </Rows>
    </section>
  );
}
