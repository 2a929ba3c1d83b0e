// What goes back to the first doctor: the points, then the questions that were made of them and the day to talk about them.
import "../../../i18n/words/compare";
import type { OpenCase } from "../../../cases/book";
import type { Comparison } from "../../../domain/comparison";
import { discussTask } from "../../../domain/discuss";
import { firstDoctorsName, nextVisitWithFirst, type Opinion } from "../../../domain/opinions";
import { t } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import { ButtonLink } from "../../components/button";
import { Card } from "../../components/card";
import { isolated } from "../../isolate";
import { localNow } from "../../localNow";
import { DiscussCard } from "./discussCard";
import { pointsToRaise } from "./raising";

type Props = { opened: OpenCase; compared: Comparison };

export function MyList({ opened, compared }: Props) {
  const points = pointsToRaise(opened.doc, compared);
  if (points.length === 0) return null;
  const asked = points.filter((point) => point.isAsked);
  const talked = compared.later.map(({ opinion }) => opinion).filter(({ id }) => discussTask(opened.doc, id) !== null);
  const visit = nextVisitWithFirst(opened.doc, localNow());
  return (
    <>
      <Card heading={headingOf(opened, points.length)}>
        <ul>
          {points.map(({ opinion, row, text }) => (
            <li key={opinion.id + row} dir="auto">
              {text}
            </li>
          ))}
        </ul>
        {asked.length > 0 && (
          <>
            <p>
              {t("compare.listReadyText", { count: asked.length })}{" "}
              {visit && t("compare.listForVisit", { date: dayText(visit.when.value) })}
            </p>
            <ButtonLink look="plain" href="/case/questions">
              {t("compare.openQuestions")}
            </ButtonLink>
          </>
        )}
      </Card>
      {asked.length > 0 && talked.map((opinion) => <Talk key={opinion.id} opened={opened} opinion={opinion} />)}
    </>
  );
}

function Talk({ opened, opinion }: { opened: OpenCase; opinion: Opinion }) {
  return <DiscussCard opened={opened} opinion={opinion} />;
}

function headingOf({ doc }: OpenCase, count: number): string {
  const who = firstDoctorsName(doc);
  return who === "" ? t("compare.toRaiseFirst", { count }) : t("compare.toRaise", { count, who: isolated(who) });
}
