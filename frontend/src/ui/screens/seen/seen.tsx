// Who has seen what: items × doctors as a table, and in sentences what is not ticked for each doctor. Nothing is
// withheld by accident; nobody is blamed for a gap, and a blank box never means “not seen”.

import { CalendarPlus, Check, Eye, Plus } from "lucide-preact";
import { isBehind } from "../../../domain/decideBy/deadlineCheck";
import type { VisitedDoctor } from "../../../domain/doctors/visitedDoctors";
import { type Gaps, gapsOf, giveAll, type SeenGrid, seenGrid } from "../../../domain/seen/seenGrid";
import { inputsDiffer } from "../../../domain/seen/seenNotes";
import { messagesFrom } from "../../../i18n";
import seenWords from "../../../i18n/en/seen.json";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { useOneColumn } from "../../components/oneColumn";
import { Button, ButtonLink, Buttons } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { localNow, today } from "../../start/localNow";
import { offerUndo } from "../../start/undo";
import { useOpened } from "../../start/useCase";
import { SeenTable } from "./seenTable";
import { doctorName, listed } from "./seenWords";

const t = messagesFrom(seenWords);

export function Seen() {
  return (
    <CaseScreen title={t("seen.title")} back="/" wide>
      <Contents />
    </CaseScreen>
  );
}

function Contents() {
  const opened = useOpened();
  const grid = seenGrid(opened.doc, localNow());
  // The list of medicines is always a row; alone it says nothing.
  if (grid.doctors.length === 0 || grid.rows.length < 2) return <Empty hasDoctors={grid.doctors.length > 0} />;
  return <Grid grid={grid} />;
}

function Grid({ grid }: { grid: SeenGrid }) {
  const next = grid.doctors.findIndex(({ visits }) => visits.some(({ id }) => id === grid.nextVisit));
  const { picker, classOf } = useOneColumn(grid.doctors.map(doctorName), Math.max(0, next));
  return (
    <div class="stack">
      <p class="not-on-paper">{t("seen.tap")}</p>
      {picker}
      <SeenTable grid={grid} classOf={classOf} />
      {grid.doctors.map((doctor, at) => (
        <div key={doctor.key} class={classOf(at)}>
          <DoctorGaps grid={grid} at={at} />
        </div>
      ))}
      <Differing grid={grid} />
      <Rows>
        <LinkRow href="/guide/card/F1" title={t("seen.guide")} />
      </Rows>
    </div>
  );
}

function Empty({ hasDoctors }: { hasDoctors: boolean }) {
  return (
    <EmptyState icon={Eye} title={t("seen.emptyTitle")} why={t("seen.emptyWhy")} example={t("seen.emptyExample")}>
      <Buttons>
        {!hasDoctors && (
          <ButtonLink href="/case/visits" icon={CalendarPlus}>
            {t("seen.addVisit")}
          </ButtonLink>
        )}
        <ButtonLink href="/case/records" icon={Plus} look={hasDoctors ? "main" : "quiet"}>
          {t("seen.addRecord")}
        </ButtonLink>
      </Buttons>
    </EmptyState>
  );
}

function DoctorGaps({ grid, at }: { grid: SeenGrid; at: number }) {
  const opened = useOpened();
  const found = grid.doctors[at];
  if (found === undefined) return null;
  const doctor = doctorName(found);
  const gaps = gapsOf(grid, at);
  const give = () => offerUndo(t("seen.givenAll", { doctor }), giveAll(opened.doc, opened.writer, grid, at, today()));
  return (
    <section class="stack">
      {sentences(gaps, doctor).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {gaps.notYet.length + gaps.offered.length > 0 && (
        <Button look="quiet" icon={Check} onClick={give}>
          {t("seen.giveAll", { doctor })}
        </Button>
      )}
    </section>
  );
}

function sentences({ notYet, offered, leftOut, disputed }: Gaps, doctor: string): string[] {
  const all = [
    notYet.length > 0 ? t("seen.notSeen", { doctor, items: listed(notYet) }) : "",
    offered.length > 0 ? t("seen.wasOffered", { doctor, items: listed(offered) }) : "",
    leftOut.length > 0 ? t("seen.leftOut", { doctor, items: listed(leftOut) }) : "",
    disputed.length > 0 ? t("seen.disputed", { doctor, items: listed(disputed) }) : "",
  ].filter(Boolean);
  return all.length > 0 ? all : [t("seen.all", { doctor })];
}

/** Shown once two doctors have given their opinion and, by the notes, one had something that the other had not. */
function Differing({ grid }: { grid: SeenGrid }) {
  const opened = useOpened();
  const [first, ...others] = grid.doctors.filter((_, at) => grid.rows.some(({ cells }) => cells[at]?.state === "own"));
  if (first === undefined) return null;
  const differing = others.filter((other) => {
    const { onlyFirst, onlySecond } = inputsDiffer(opened.doc, lastVisit(first), lastVisit(other));
    return onlyFirst.length + onlySecond.length > 0;
  });
  return (
    <>
      {differing.map((other) => (
        <p key={other.key}>{t("seen.differ", { first: doctorName(first), second: doctorName(other) })}</p>
      ))}
    </>
  );
}

/** The last past visit, or "" while all of them are still to come. */
function lastVisit({ visits }: VisitedDoctor): string {
  const now = localNow();
  return visits.filter(({ when }) => isBehind(when.value, now)).at(-1)?.id ?? "";
}
