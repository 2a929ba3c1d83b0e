// The doctors a person may ask, in the order in which they were written down. No order by merit, no marks.
import { BookOpen, Columns3, Plus, UserSearch } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import { consultations } from "../../../domain/consultations";
import { type Specialist, specialistEntries, specialists } from "../../../domain/specialists";
import { messagesFrom } from "../../../i18n";
import specialistsWords from "../../../i18n/en/specialists.json";
import { CaseScreen } from "../../components/caseScreen";
import { EmptyState } from "../../components/emptyState";
import { addressOf } from "../../entryNames";
import { Button, ButtonLink } from "../../start/components/button";
import { LinkRow, Rows } from "../../start/components/rows";
import { navigate } from "../../start/router";
import { useCaseValue } from "../../start/useCase";
import { specialistName } from "./factText";

const t = messagesFrom(specialistsWords);

export function Specialists() {
  return (
    <CaseScreen title={t("specialists.title")} back="/" dock={(opened) => <Add opened={opened} />}>
      {(opened) => <Candidates opened={opened} />}
    </CaseScreen>
  );
}

function Add({ opened }: { opened: OpenCase }) {
  const add = () => navigate(addressOf("specialists", specialistEntries.add(opened.doc, opened.writer)));
  return (
    <Button icon={Plus} onClick={add}>
      {t("specialists.add")}
    </Button>
  );
}

function Candidates({ opened }: { opened: OpenCase }) {
  const all = useCaseValue(opened, specialists);
  const visits = useCaseValue(opened, consultations);
  const booked = new Set(visits.map(({ specialist }) => specialist.value));
  if (all.length === 0) {
    return (
      <EmptyState
        icon={UserSearch}
        title={t("specialists.emptyTitle")}
        why={t("specialists.emptyWhy")}
        example={t("specialists.emptyExample")}
      >
        <HowTo />
      </EmptyState>
    );
  }
  return (
    <div class="stack">
      <Rows label={t("specialists.title")}>
        {all.map((one) => (
          <LinkRow
            key={one.id}
            href={addressOf("specialists", one.id)}
            title={<bdi>{specialistName(one)}</bdi>}
            detail={<Detail specialist={one} isBooked={booked.has(one.id)} />}
          />
        ))}
      </Rows>
      {all.length > 1 && (
        <>
          <ButtonLink look="quiet" icon={Columns3} href="/case/specialists/side-by-side">
            {t("specialists.sideBySide")}
          </ButtonLink>
          <p class="quiet">{t("specialists.noOrder")}</p>
        </>
      )}
      <HowTo />
    </div>
  );
}

function Detail({ specialist, isBooked }: { specialist: Specialist; isBooked: boolean }) {
  const { name, place, field } = specialist;
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
      {isBooked && `${known.length > 0 ? " · " : ""}${t("specialists.booked")}`}
    </>
  );
}

function HowTo() {
  return (
    <ButtonLink look="plain" icon={BookOpen} href="/guide/card/P4">
      {t("specialists.read", { title: t("specialists.finding") })}
    </ButtonLink>
  );
}
