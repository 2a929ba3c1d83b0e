// What goes back to the first doctor: the points, then the questions made from them and the day to talk about them.

import type { OpenCase } from "../../../cases/documents/book";
import type { Comparison } from "../../../domain/opinions/comparison";
import { discussTask } from "../../../domain/opinions/discuss";
import type { Opinion } from "../../../domain/opinions/opinionEntries";
import { firstDoctorsName, nextVisitWithFirst } from "../../../domain/opinions/opinions";
import { taskEntries } from "../../../domain/tasks/tasks";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import compareWords from "../../../i18n/en/compare.json";
import { RegisterDate } from "../../components/registerField";
import { addressOf } from "../../entries/entryNames";
import { doctorOfOpinion } from "../../entries/opinionNames";
import { ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { isolated } from "../../start/isolate";
import { localNow } from "../../start/localNow";
import { useOpened } from "../../start/useCase";
import { pointsToRaise, type Raised } from "./raising";
import "./myList.css";

const t = messagesFrom(compareWords);

type Props = { compared: Comparison };

export function MyList({ compared }: Props) {
  const opened = useOpened();
  const points = pointsToRaise(opened.doc, compared);
  if (points.length === 0) return null;
  const asked = points.filter((point) => point.isAsked);
  return (
    <Card heading={headingOf(opened, points.length)}>
      {asked.length < points.length && <Points points={points.filter((point) => !point.isAsked)} />}
      {asked.length > 0 && <Asked count={asked.length} />}
      {asked.length > 0 && compared.later.map(({ opinion }) => <TalkDay key={opinion.id} opinion={opinion} />)}
    </Card>
  );
}

function Points({ points }: { points: readonly Raised[] }) {
  return (
    <ul class="to-raise">
      {points.map(({ opinion, row, text }) => (
        <li key={opinion.id + row} dir="auto">
          {text}
        </li>
      ))}
    </ul>
  );
}

function Asked({ count }: { count: number }) {
  const opened = useOpened();
  const visit = nextVisitWithFirst(opened.doc, localNow());
  return (
    <>
      <p>{t("compare.listReadyText", { count })}</p>
      {visit && <p>{t("compare.listForVisit", { date: dayText(visit.when.value) })}</p>}
      <ButtonLink look="plain" href="/case/questions">
        {t("compare.openQuestions")}
      </ButtonLink>
    </>
  );
}

/** Renders nothing when the task was deleted. */
function TalkDay({ opinion }: { opinion: Opinion }) {
  const opened = useOpened();
  const task = discussTask(opened.doc, opinion.id);
  const who = isolated(doctorOfOpinion(opened.doc, opinion));
  if (task === null) return null;
  return (
    <>
      <RegisterDate
        label={t("compare.talkDay", { who })}
        field={task.dueOn}
        onWrite={(dueOn) => taskEntries.set(opened.doc, opened.writer, task.id, { dueOn })}
      />
      <ButtonLink look="plain" href={addressOf("opinions", opinion.id)}>
        {t("compare.talkPoints", { who })}
      </ButtonLink>
    </>
  );
}

function headingOf({ doc }: OpenCase, count: number): string {
  const who = firstDoctorsName(doc);
  return who === "" ? t("compare.toRaiseFirst", { count }) : t("compare.toRaise", { count, who: isolated(who) });
}
