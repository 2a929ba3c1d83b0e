// The visits: those ahead first, the nearest on top; then those behind.
import { CalendarDays, Plus } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import { addConsultation, type Consultation, consultations } from "../../../domain/consultations";
import { isBehind } from "../../../domain/guard";
import { messagesFrom } from "../../../i18n";
import visitsWords from "../../../i18n/en/visits.json";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { addressOf, visitName } from "../../entryNames";
import { exampleDay } from "../../exampleDay";
import { Button } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { localNow } from "../../start/localNow";
import { navigate } from "../../start/router";
import { useCaseValue } from "../../start/useCase";
import { whenText } from "../../whenText";

const t = messagesFrom(visitsWords);

export function Consultations() {
  return (
    <CaseScreen title={t("visits.title")} back="/" dock={(opened) => <Add opened={opened} />}>
      {(opened) => <Visits opened={opened} />}
    </CaseScreen>
  );
}

function Add({ opened }: { opened: OpenCase }) {
  const add = () => navigate(addressOf("consultations", addConsultation(opened.doc, opened.writer, {})));
  return (
    <Button icon={Plus} onClick={add}>
      {t("visits.add")}
    </Button>
  );
}

function Visits({ opened }: { opened: OpenCase }) {
  const all = useCaseValue(opened, consultations);
  const now = localNow();
  const isPast = (visit: Consultation) => isBehind(visit.when.value, now);
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

function Part({ heading, visits }: { heading: string; visits: readonly Consultation[] }) {
  if (visits.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <Rows>
        {visits.map((visit) => (
          <LinkRow
            key={visit.id}
            href={addressOf("consultations", visit.id)}
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
