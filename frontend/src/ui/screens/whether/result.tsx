// What follows from the ticked reasons: what fits a second opinion, what to raise with the first doctor before, words to say,
// questions to ask. It offers; it never says that someone should.
import { Lightbulb, ListChecks, Scale } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import { type Concern, saysSomething } from "../../../domain/concerns";
import { concernsOf, firstTalk, type GuideReason, tickedReasons } from "../../../domain/selfCheck";
import { messagesFrom } from "../../../i18n";
import whetherWords from "../../../i18n/en/whether.json";
import { EmptyState } from "../../components/emptyState";
import { AfterPaint } from "../../start/components/afterPaint";
import { Card } from "../../start/components/card";
import { LinkRow, Rows } from "../../start/components/rows";
import { DefensiveWords } from "../rights/defensive";
import { SayLines } from "../rights/sayLines";
import { Raise } from "./raise";
import { SuggestedQuestions } from "./suggested";

const t = messagesFrom(whetherWords);

/** The id of the heading that the dock leads to. */
export const RESULT = "what-you-can-do";

type Props = { opened: OpenCase; all: readonly Concern[] };

export function Result({ opened, all }: Props) {
  const ticked = tickedReasons(all);
  const own = concernsOf(all, "own").filter(saysSomething);
  if (ticked.length + own.length === 0) {
    return (
      <EmptyState
        icon={Lightbulb}
        title={t("whether.emptyTitle")}
        why={t("whether.emptyWhy")}
        example={t("whether.emptyExample")}
      />
    );
  }
  return (
    <div class="stack">
      <h2 class="result-heading" id={RESULT} tabIndex={-1}>
        {t("whether.result")}
      </h2>
      <Fits reasons={ticked.filter((reason) => !firstTalk.includes(reason))} />
      <AfterPaint>{() => <WhatFollows opened={opened} all={all} ticked={ticked} own={own} />}</AfterPaint>
    </div>
  );
}

type FollowsProps = Props & { ticked: readonly GuideReason[]; own: readonly Concern[] };

function WhatFollows({ opened, all, ticked, own }: FollowsProps) {
  const toRaise = ticked.filter((reason) => firstTalk.includes(reason));
  return (
    <>
      {toRaise.length + own.length > 0 && (
        <Card heading={t("whether.firstTalk")}>
          <p>{t("whether.firstTalkWhy")}</p>
          {toRaise.map((reason) => (
            <Raise
              key={reason}
              opened={opened}
              group={concernsOf(all, reason)}
              about={t(`whether.reasons.${reason}`)}
            />
          ))}
          {own.map((concern) => (
            <Raise key={concern.id} opened={opened} group={[concern]} about={concern.words.trim()} />
          ))}
        </Card>
      )}
      <Card heading={t("whether.say")}>
        <SayLines lines={linesFor(ticked, own.length > 0)} />
      </Card>
      <SuggestedQuestions opened={opened} reasons={ticked} />
      <DefensiveWords />
      <Rows>
        <LinkRow href="/case/questions/bank" icon={ListChecks} title={t("whether.bank")} />
        <LinkRow href="/case/rights" icon={Scale} title={t("whether.rights")} />
      </Rows>
    </>
  );
}

function Fits({ reasons }: { reasons: readonly GuideReason[] }) {
  if (reasons.length === 0) return null;
  return (
    <Card heading={t("whether.fits")}>
      <p>{t("whether.fitsWhy")}</p>
      <ul class="result-list">
        {reasons.map((reason) => (
          <li key={reason}>{t(`whether.reasons.${reason}`)}</li>
        ))}
      </ul>
    </Card>
  );
}

function linesFor(reasons: readonly GuideReason[], hasOwn: boolean): string[] {
  const lines = reasons.map((reason) => t(`whether.lines.${reason}`));
  const again = reasons.includes("not-heard") ? [t("whether.lineAgain")] : [];
  const own = hasOwn ? [t("whether.lines.not-heard")] : [];
  return [...new Set([...lines, ...again, ...own])];
}
