// A visit within a day: when, with whom, what to take along, and two buttons to enter it. During the visit, a third
// button ends it.

import { questions } from "../../../domain/questions/questionEntries";
import { goingAlong, visitingOf } from "../../../domain/visits/goingAlong";
import type { NearVisit } from "../../../domain/visits/visitFacts";
import { visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import visitWords from "../../../i18n/en/visit.json";
import { Reach } from "../../components/reach";
import { visitName } from "../../entries/entryNames";
import { ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { isolated } from "../../start/isolate";
import { useOpened } from "../../start/useCase";
import { reachOf, stepAddress } from "./visitLinks";

const t = messagesFrom(visitWords);

type Props = { near: NearVisit; now: string };

export function VisitCard({ near, now }: Props) {
  const { doc } = useOpened();
  const all = visits(doc);
  const visit = all.find(({ id }) => id === near.id);
  if (visit === undefined) return null;
  const { who, where, companion } = visit;
  const along = goingAlong(questions(doc), visitingOf(visit, all, now)).length;
  const lines = [
    who.value.trim() && where.value.trim(),
    companion.value.trim() && t("visitNear.with", { who: isolated(companion.value.trim()) }),
  ].filter(Boolean);
  return (
    <Card kicker={whenOf(near, now)} heading={<bdi>{visitName(visit)}</bdi>}>
      {lines.length > 0 && <p dir="auto">{lines.join(" · ")}</p>}
      <Reach {...reachOf(doc, visit)} />
      {along > 0 && <p>{t("visitNear.along", { count: along })}</p>}
      <ButtonLink href={stepAddress(visit.id, "during")}>{t("visitNear.room")}</ButtonLink>
      <ButtonLink look="quiet" href={stepAddress(visit.id, "before")}>
        {t("visitNear.ready")}
      </ButtonLink>
      {near.isNow && (
        <ButtonLink look="plain" href={stepAddress(visit.id, "after")}>
          {t("visitNear.over")}
        </ButtonLink>
      )}
    </Card>
  );
}

function whenOf({ when, isNow }: NearVisit, now: string): string {
  const time = when.slice(11, 16);
  if (isNow) return t("visitNear.now", { time });
  const isToday = when.slice(0, 10) === now.slice(0, 10);
  if (time === "") return t(isToday ? "visitNear.today" : "visitNear.tomorrow");
  return t(isToday ? "visitNear.todayAt" : "visitNear.tomorrowAt", { time });
}
