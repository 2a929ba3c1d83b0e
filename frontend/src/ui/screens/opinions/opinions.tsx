// What the doctors said: one entry per doctor, and a link to compare them.

import { Columns2, Plus, Stethoscope } from "lucide-preact";
import {
  firstOpinion,
  type Opinion,
  opinionEntries,
  opinionRows,
  opinions,
} from "../../../domain/opinions/opinionEntries";
import { isFirstDoctors } from "../../../domain/opinions/opinions";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import opinionsWords from "../../../i18n/en/opinions.json";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { addressOf } from "../../entries/entryNames";
import { doctorOfOpinion } from "../../entries/opinionNames";
import { Button, ButtonLink } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { navigate } from "../../start/router";
import { useOpened } from "../../start/useCase";
import { exampleDay } from "../../text/whenText";
import { Mirror } from "./mirror";

const t = messagesFrom(opinionsWords);

export function Opinions() {
  return (
    <CaseScreen title={t("opinions.title")} back="/" dock={<Add />}>
      <List />
    </CaseScreen>
  );
}

function Add() {
  const opened = useOpened();
  const add = () => {
    const whose = firstOpinion(opened.doc) === null ? "first" : "later";
    navigate(addressOf("opinions", opinionEntries.add(opened.doc, opened.writer, { whose })));
  };
  return (
    <Button icon={Plus} onClick={add}>
      {t("opinions.add")}
    </Button>
  );
}

function List() {
  const opened = useOpened();
  const all = opinions(opened.doc);
  if (all.length === 0) {
    return (
      <EmptyState
        icon={Stethoscope}
        title={t("opinions.emptyTitle")}
        why={t("opinions.emptyWhy")}
        example={t("opinions.emptyExample", { date: exampleDay("2026-10-08") })}
      />
    );
  }
  return (
    <div class="stack">
      <Rows label={t("opinions.title")}>
        {all.map((opinion) => (
          <OpinionRow key={opinion.id} opinion={opinion} />
        ))}
      </Rows>
      {all.length === 1 && <p>{t(firstOpinion(opened.doc) ? "opinions.oneOnly" : "opinions.oneOnlyLater")}</p>}
      {all.length > 1 && (
        <ButtonLink look="quiet" icon={Columns2} href="/case/compare">
          {t("opinions.compare")}
        </ButtonLink>
      )}
      <Mirror />
    </div>
  );
}

function OpinionRow({ opinion }: { opinion: Opinion }) {
  const opened = useOpened();
  const written = opinionRows.filter((row) => opinion[row].trim() !== "").length;
  const isFirst = isFirstDoctors(opened.doc, opinion);
  const details = [
    opinion.who.value.trim() === "" ? "" : t(isFirst ? "opinions.first" : "opinions.later"),
    opinion.on.value === "" ? "" : dayText(opinion.on.value),
    written === 0 ? t("opinions.noRows") : t("opinions.rowsWritten", { count: written }),
  ];
  return (
    <LinkRow
      href={addressOf("opinions", opinion.id)}
      icon={Stethoscope}
      title={<bdi>{doctorOfOpinion(opened.doc, opinion)}</bdi>}
      detail={<bdi>{details.filter(Boolean).join(" · ")}</bdi>}
    />
  );
}
