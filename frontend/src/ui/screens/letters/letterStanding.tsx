// The state of a letter: when the clinic got it, how long it usually has by the country's rule, and a friendly
// reminder. It counts days and judges nobody.

import { Mail } from "lucide-preact";
import { isOverdue } from "../../../domain/letters/answerDue";
import type { Letter } from "../../../domain/letters/letterEntries";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import letterWords from "../../../i18n/en/letters.json";
import { addressOf } from "../../entries/entryNames";
import { ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { today } from "../../start/localNow";
import { useOpened } from "../../start/useCase";
import { answerDueWords } from "./answerDueWords";
import { Arrival } from "./arrival";
import { dueOfOpen, useCountryOf } from "./letterContent";

const t = messagesFrom(letterWords);

/** Renders nothing before the letter was sent. */
export function LetterStanding({ letter }: { letter: Letter }) {
  const opened = useOpened();
  const country = useCountryOf(letter);
  const { sentOn, answeredOn } = letter;
  if (sentOn.value === "") return null;
  if (answeredOn.value !== "") {
    return (
      <Card heading={t("letter.answeredLine", { date: dayText(answeredOn.value) })}>
        <p>{t("letter.notAll")}</p>
      </Card>
    );
  }
  const answerTime = country?.answer_time ?? null;
  const due = dueOfOpen(opened.doc, letter, country);
  const noLimit = country === null ? "letter.noCountry" : "letter.noLimit";
  const [first, ...more] = due && answerTime ? answerDueWords(due, answerTime, today()) : [];
  return (
    <>
      <Card kicker={t("letter.sentLine", { date: dayText(sentOn.value) })} heading={t("letter.due")}>
        {first === undefined ? (
          <p>{t(noLimit)}</p>
        ) : (
          <p>
            <strong>{first}</strong>
          </p>
        )}
        {more.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <ButtonLink
          look={due && isOverdue(due, today()) ? "quiet" : "plain"}
          icon={Mail}
          href={`${addressOf("letters", letter.id)}/reminder`}
        >
          {t("letter.remind")}
        </ButtonLink>
      </Card>
      {/* Outside the card: on the narrowest phone with large text, a day needs the whole width. */}
      <Arrival letter={letter} />
    </>
  );
}
