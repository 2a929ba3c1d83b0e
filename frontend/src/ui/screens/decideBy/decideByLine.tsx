// The date the doctor gave, as one calm line that links to its page. Without a date, the line says whom to ask.

import { CalendarDays } from "lucide-preact";
import type { OpenCase } from "../../../cases/documents/book";
import { valuesOf } from "../../../domain/case/defineKind";
import { daysApart } from "../../../domain/days/days";
import { countedDate, countedWords, decideBy } from "../../../domain/decideBy/decideBy";
import { messagesFrom } from "../../../i18n";
import { nearDayText } from "../../../i18n/dates";
import homeWords from "../../../i18n/en/home.json";
import { Icon } from "../../start/components/icon";
import { isolated } from "../../start/isolate";
import { today } from "../../start/localNow";
import { useOpened } from "../../start/useCase";
import "./decideByLine.css";

const t = messagesFrom(homeWords);

/** The screen above renders again when the case changes. */
export function DecideByLine() {
  const opened = useOpened();
  return (
    <p class="decide-by-line">
      <Icon of={CalendarDays} small />
      <a href="/case/decide-by">{dateText(opened)}</a>
    </p>
  );
}

/** The line, and below it what the doctor said about the date. */
export function DecideByWords() {
  const opened = useOpened();
  const { words, saidBy } = decideBy(opened.doc);
  const date = countedDate(opened.doc);
  const who = saidBy.value.trim();
  const said = valuesOf(words).join(" · ");
  const days = daysApart(today(), date);
  return (
    <>
      <DecideByLine />
      {date === "" && said === "" && <p>{t("decideBy.cardNoneText")}</p>}
      {days !== null && days < 0 && <p>{t("decideBy.past")}</p>}
      {said !== "" && (
        <p class="quiet">
          {who === ""
            ? t("decideBy.words", { words: isolated(said) })
            : t("decideBy.wordsOf", { who: isolated(who), words: isolated(said) })}
        </p>
      )}
    </>
  );
}

function dateText({ doc }: OpenCase): string {
  const { date } = decideBy(doc);
  // One phone may have cleared the date while the other wrote it: the written one counts until someone chooses.
  const named = [date.value, ...date.others].filter((one) => one !== "").sort();
  const [first, ...rest] = named;
  if (first === undefined) return t(countedWords(doc) === "" ? "decideBy.cardNone" : "decideBy.cardWords");
  const days = daysApart(today(), first);
  const text = named.map((one) => t("decideBy.cardTitle", { date: nearDayText(one, today()) }));
  if (days === null || days < 0 || rest.length > 0) return text.join(" · ");
  return [...text, days === 0 ? t("decideBy.isToday") : t("decideBy.days", { count: days })].join(" · ");
}
