// "Should I ask?", one group of reasons a screen, then own worries, then what follows from all of it. It sorts and offers
// words. It never counts the ticks, and never says that someone should or should not ask.
import { reasons } from "../../../domain/reasons/reasons";
import { guidePoints } from "../../../domain/reasons/ticking";
import { messagesFrom } from "../../../i18n";
import frameWords from "../../../i18n/en/frame.json";
import reasonsWords from "../../../i18n/en/reasons.json";
import { CaseScreen } from "../../components/caseScreen";
import { NextStep, StepOf } from "../../components/steps";
import { ButtonLink } from "../../start/components/button";
import type { Params } from "../../start/router";
import { useCaseValue } from "../../start/useCase";
import { Answer } from "./answer";
import { OwnWorries } from "./ownWorries";
import { PointReasons } from "./pointReasons";
import { Result, ToAsk, Words } from "./result";
import "./reasons.css";

const t = messagesFrom(frameWords, reasonsWords);

const START = "/case/reasons";
const RESULT = `${START}/result`;
const AFTER_GROUPS = [OwnWorries, Result, Words, ToAsk];

const steps = [
  ...guidePoints.map((point, nth) => ({
    href: nth === 0 ? START : `${START}/${point}`,
    title: t(`reasons.points.${point}`),
  })),
  { href: `${START}/own`, title: t("reasons.own") },
  { href: RESULT, title: t("reasons.result") },
  { href: `${START}/words`, title: t("reasons.say") },
  { href: `${START}/questions`, title: t("reasons.ask") },
  { href: `${START}/answer`, title: t("reasons.answer") },
];

export function Reasons({ params: { step = "" } }: { params: Params }) {
  const at = Math.max(
    0,
    steps.findIndex(({ href }) => href === `${START}/${step}`),
  );
  return (
    <CaseScreen
      title={steps[at]?.title ?? ""}
      kicker={<StepOf steps={steps} at={at} of={t("reasons.title")} />}
      back={steps[at - 1]?.href ?? "/"}
      dock={
        <NextStep steps={steps} at={at}>
          {at <= guidePoints.length && (
            <ButtonLink look="quiet" href={RESULT}>
              {t("reasons.result")}
            </ButtonLink>
          )}
        </NextStep>
      }
    >
      <StepContent at={at} />
    </CaseScreen>
  );
}

function StepContent({ at }: { at: number }) {
  const all = useCaseValue(reasons);
  const point = guidePoints[at];
  const Content = AFTER_GROUPS[at - guidePoints.length] ?? Ending;
  return (
    <div class="stack">
      {at === 0 && <p>{t("reasons.intro")}</p>}
      {point ? <PointReasons point={point} all={all} /> : <Content all={all} />}
    </div>
  );
}

function Ending() {
  return (
    <>
      <Answer />
      <p class="quiet">{t("reasons.keepCare")}</p>
      <p class="quiet">{t("app.notMedicalAdvice")}</p>
    </>
  );
}
