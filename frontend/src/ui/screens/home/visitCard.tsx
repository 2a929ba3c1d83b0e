// A visit of the next seven days, dark, above all else: when, with whom, who comes along, how many questions go along,
// and the two ways into it. During the visit a third one ends it. A companion's Today shows the same card with their own
// button in place of the two.

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { dayAfter } from "../../../domain/days/days";
import { questions } from "../../../domain/questions/questionEntries";
import { goingAlong, visitingOf } from "../../../domain/visits/goingAlong";
import type { NearVisit } from "../../../domain/visits/visitFacts";
import { visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import { weekdayText } from "../../../i18n/dates";
import homeWords from "../../../i18n/en/home.json";
import { ButtonLink, Buttons } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { isolated } from "../../start/isolate";
import { useOpened } from "../../start/useCase";
import "./visitCard.css";

const t = messagesFrom(homeWords);

type Props = { near: NearVisit; now: string; children?: ComponentChildren };

export function VisitCard({ near, now, children }: Props) {
  const { doc } = useOpened();
  const all = visits(doc);
  const visit = all.find(({ id }) => id === near.id);
  if (visit === undefined) return null;
  const who = visit.who.value.trim();
  const where = visit.where.value.trim();
  const companion = visit.companion.value.trim();
  const along = goingAlong(questions(doc), visitingOf(visit, all, now)).length;
  const lines = [who && where, companion && t("visitNear.with", { who: isolated(companion) })].filter(Boolean);
  const address = `/case/visits/${near.id}`;
  return (
    <div class="visit-near">
      <Card kicker={whenOf(near, now)} heading={<bdi>{who || where || t("visitNear.unnamed")}</bdi>}>
        {lines.length > 0 && <p dir="auto">{lines.join(" · ")}</p>}
        {along > 0 && <p>{t("visitNear.along", { count: along })}</p>}
        {children ?? (
          <Buttons>
            <ButtonLink look="quiet" href={`${address}/before`}>
              {t("visitNear.ready")}
            </ButtonLink>
            <ButtonLink href={`${address}/during`}>{t("visitNear.room")}</ButtonLink>
          </Buttons>
        )}
        <ReachOf id={near.id} />
        {near.isNow && !children && (
          <ButtonLink look="plain" href={`${address}/after`}>
            {t("visitNear.over")}
          </ButtonLink>
        )}
      </Card>
    </div>
  );
}

/** Calls and finds the place. Loaded with the visit screens, which the next tap needs anyway. */
function ReachOf({ id }: { id: string }) {
  const [loaded, setLoaded] = useState<typeof import("../visits/visitReach") | null>(null);
  useEffect(() => {
    import("../visits/visitReach").then(setLoaded, () => {});
  }, []);
  return loaded && <loaded.VisitReach id={id} />;
}

function whenOf({ when, isNow }: NearVisit, now: string): string {
  const [today, date, time] = [now.slice(0, 10), when.slice(0, 10), when.slice(11, 16)];
  if (isNow && time !== "") return t("visitNear.now", { time });
  const day = weekdayText(date, today);
  const near = date === today ? t("visitNear.today") : date === dayAfter(today, 1) ? t("visitNear.tomorrow") : "";
  if (near === "") return time === "" ? day : t("visitNear.dayTime", { day, time });
  return t(time === "" ? "visitNear.day" : "visitNear.dayAt", { near, day, time });
}
