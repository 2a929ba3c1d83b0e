// The date the doctor gave, with what comes before it, and the first conflict. A date that has passed is stated in
// plain words, never in red.

import { valuesOf } from "../../../domain/case/defineKind";
import type { CaseDoc } from "../../../domain/case/document";
import { daysApart } from "../../../domain/days/days";
import type { Warning } from "../../../domain/decideBy/deadlineCheck";
import { countedDate, countedWords, type DecideBy, decideBy } from "../../../domain/decideBy/decideBy";
import { visits } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import { nearDayText } from "../../../i18n/dates";
import homeWords from "../../../i18n/en/home.json";
import { Card } from "../../start/components/card";
import { isolated } from "../../start/isolate";
import { timelineOf } from "./timeline";
import { TimelineDrawing } from "./timelineDrawing";
import { warningTexts } from "./warningText";
import "./decideByCard.css";

const t = messagesFrom(homeWords);

type Props = { doc: CaseDoc; today: string; warnings: readonly Warning[] };

export function DecideByCard({ doc, today, warnings }: Props) {
  const given = decideBy(doc);
  const date = countedDate(doc);
  // Asking for a date is one of the actions, and the first.
  const [warning] = warningTexts(
    warnings.filter(({ code }) => code !== "no-date"),
    today,
  );
  if (date === "") {
    return countedWords(doc) === "" ? <FirstWarning text={warning} /> : <WordsOnly given={given} warning={warning} />;
  }
  const marks = timelineOf(date, today, visits(doc));
  const days = daysApart(today, date);
  return (
    <Card
      heading={
        <span class="decide-by-heading">
          <a href="/case/decide-by">{t("decideBy.cardTitle", { date: nearDayText(date, today) })}</a>
          {days !== null && days >= 0 && <span class="quiet">{daysText(days)}</span>}
        </span>
      }
    >
      {marks && <TimelineDrawing marks={marks} today={today} />}
      <FirstWarning text={warning} />
      <Words given={given} />
    </Card>
  );
}

/** The doctor answered without naming a day. */
function WordsOnly({ given, warning }: { given: DecideBy; warning: string | undefined }) {
  return (
    <Card heading={<a href="/case/decide-by">{t("decideBy.cardWords")}</a>}>
      <FirstWarning text={warning} />
      <Words given={given} />
    </Card>
  );
}

/** One warning only: the page behind it has the others, with what to say. */
function FirstWarning({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <p class="decide-by-warning">
      {text} <a href="/case/decide-by">{t("decideBy.say")}</a>
    </p>
  );
}

function Words({ given }: { given: DecideBy }) {
  const words = valuesOf(given.words).join(" · ").trim();
  const who = given.saidBy.value.trim();
  if (words === "") return null;
  return (
    <p class="quiet">
      {who
        ? t("decideBy.wordsOf", { who: isolated(who), words: isolated(words) })
        : t("decideBy.words", { words: isolated(words) })}
    </p>
  );
}

function daysText(days: number): string {
  return days === 0 ? t("decideBy.isToday") : t("decideBy.days", { count: days });
}
