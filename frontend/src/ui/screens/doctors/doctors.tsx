// The doctors a person may ask, in the order in which they were written down. Never ordered by merit, never rated.
import { BookOpen, ListChecks, Plus, UserSearch } from "lucide-preact";
import { type Doctor, doctorEntries, doctors } from "../../../domain/doctors/doctors";
import { visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import doctorsWords from "../../../i18n/en/doctors.json";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { addressOf } from "../../entries/entryNames";
import { Button, ButtonLink } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { navigate } from "../../start/router";
import { useCaseValue, useOpened } from "../../start/useCase";
import { doctorName } from "./factText";

const t = messagesFrom(doctorsWords);

export function Doctors() {
  return (
    <CaseScreen title={t("doctors.title")} back="/" dock={<Add />}>
      <Candidates />
    </CaseScreen>
  );
}

function Add() {
  const opened = useOpened();
  const add = () => navigate(addressOf("doctors", doctorEntries.add(opened.doc, opened.writer)));
  return (
    <Button icon={Plus} onClick={add}>
      {t("doctors.add")}
    </Button>
  );
}

function Candidates() {
  const all = useCaseValue(doctors);
  const planned = useCaseValue(visits);
  const booked = new Set(planned.map(({ doctor }) => doctor.value));
  if (all.length === 0) {
    return (
      <EmptyState
        icon={UserSearch}
        title={t("doctors.emptyTitle")}
        why={t("doctors.emptyWhy")}
        example={t("doctors.emptyExample")}
      >
        <HowTo />
      </EmptyState>
    );
  }
  return (
    <div class="stack">
      <Rows label={t("doctors.title")}>
        {all.map((one) => (
          <LinkRow
            key={one.id}
            href={addressOf("doctors", one.id)}
            title={<bdi>{doctorName(one)}</bdi>}
            detail={<Detail doctor={one} isBooked={booked.has(one.id)} />}
          />
        ))}
      </Rows>
      {all.length > 1 && (
        <>
          <ButtonLink look="quiet" icon={ListChecks} href="/case/doctors/side-by-side">
            {t("doctors.sideBySide")}
          </ButtonLink>
          <p class="quiet">{t("doctors.noOrder")}</p>
        </>
      )}
      <HowTo />
    </div>
  );
}

function Detail({ doctor, isBooked }: { doctor: Doctor; isBooked: boolean }) {
  const { name, place, field } = doctor;
  const known = [name.value.trim() === "" ? "" : place.value.trim(), field.value.trim()].filter(Boolean);
  if (known.length === 0 && !isBooked) return null;
  return (
    <>
      {known.map((words, at) => (
        <span key={words}>
          {at > 0 && " · "}
          <bdi>{words}</bdi>
        </span>
      ))}
      {isBooked && `${known.length > 0 ? " · " : ""}${t("doctors.booked")}`}
    </>
  );
}

function HowTo() {
  return (
    <ButtonLink look="plain" icon={BookOpen} href="/guide/card/P4">
      {t("doctors.read", { title: t("doctors.finding") })}
    </ButtonLink>
  );
}
