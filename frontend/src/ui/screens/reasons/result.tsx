// What follows from the ticked reasons, a screen for each: what fits a second opinion and what to raise with the first
// doctor beforehand; words to say; questions to ask. It offers; it never says that someone should ask.
import { Lightbulb, ListChecks, Scale } from "lucide-preact";
import { type Reason, reasonEntries } from "../../../domain/reasons/reasons";
import { firstTalk, type GuideReason, reasonsOf, tickedReasons } from "../../../domain/reasons/ticking";
import { messagesFrom } from "../../../i18n";
import reasonsWords from "../../../i18n/en/reasons.json";
import { EmptyState } from "../../components/emptyState";
import { Card } from "../../start/components/card";
import { LinkRow, Rows } from "../../start/components/rows";
import { DefensiveWords } from "../rights/defensive";
import { SayLines } from "../rights/sayLines";
import { Raise } from "./raise";
import { SuggestedQuestions } from "./suggested";

const t = messagesFrom(reasonsWords);

type Props = { all: readonly Reason[] };

export function Result({ all }: Props) {
  const { ticked, own } = saidIn(all);
  const toRaise = ticked.filter((reason) => firstTalk.includes(reason));
  if (ticked.length + own.length === 0) {
    return (
      <EmptyState
        icon={Lightbulb}
        title={t("reasons.emptyTitle")}
        why={t("reasons.emptyWhy")}
        example={t("reasons.emptyExample")}
      />
    );
  }
  return (
    <div class="stack">
      <Fits reasons={ticked.filter((reason) => !firstTalk.includes(reason))} />
      {toRaise.length + own.length > 0 && (
        <Card heading={t("reasons.firstTalk")}>
          <p>{t("reasons.firstTalkWhy")}</p>
          {toRaise.map((reason) => (
            <Raise key={reason} group={reasonsOf(all, reason)} about={t(`reasons.names.${reason}`)} />
          ))}
          {own.map((reason) => (
            <Raise key={reason.id} group={[reason]} about={reason.words.trim()} />
          ))}
        </Card>
      )}
    </div>
  );
}

export function Words({ all }: Props) {
  const { ticked, own } = saidIn(all);
  return (
    <div class="stack">
      <SayLines lines={linesFor(ticked, own.length > 0)} />
      <DefensiveWords />
    </div>
  );
}

export function ToAsk({ all }: Props) {
  return (
    <div class="stack">
      <SuggestedQuestions reasons={saidIn(all).ticked} />
      <Rows>
        <LinkRow href="/case/questions/bank" icon={ListChecks} title={t("reasons.bank")} />
        <LinkRow href="/case/rights" icon={Scale} title={t("reasons.rights")} />
      </Rows>
    </div>
  );
}

function saidIn(all: readonly Reason[]): { ticked: GuideReason[]; own: Reason[] } {
  const own = reasonsOf(all, "own").filter((reason) => !reasonEntries.isBlank(reason));
  return { ticked: tickedReasons(all), own };
}

function Fits({ reasons }: { reasons: readonly GuideReason[] }) {
  if (reasons.length === 0) return null;
  return (
    <Card heading={t("reasons.fits")}>
      <p>{t("reasons.fitsWhy")}</p>
      <ul class="result-list">
        {reasons.map((reason) => (
          <li key={reason}>{t(`reasons.names.${reason}`)}</li>
        ))}
      </ul>
    </Card>
  );
}

function linesFor(reasons: readonly GuideReason[], hasOwn: boolean): string[] {
  const lines = reasons.map((reason) => t(`reasons.lines.${reason}`));
  const again = reasons.includes("not-heard") ? [t("reasons.lineAgain")] : [];
  const own = hasOwn ? [t("reasons.lines.not-heard")] : [];
  return [...new Set([...lines, ...again, ...own])];
}
