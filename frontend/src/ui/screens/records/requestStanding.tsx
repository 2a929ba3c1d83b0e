// Where a letter stands: when they got it, until when they usually have by the country's rule, and a friendly reminder.
// It counts days and says nothing about anyone.
import { Mail } from "lucide-preact";
import type { OpenCase } from "../../../cases/book";
import { isPast } from "../../../domain/dayClock";
import type { RecordRequest } from "../../../domain/requestEntries";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import letterWords from "../../../i18n/en/letter.json";
import { addressOf } from "../../entryNames";
import { ButtonLink } from "../../start/components/button";
import { Card } from "../../start/components/card";
import { today } from "../../start/localNow";
import { Arrival } from "./arrival";
import { clockWords } from "./clockWords";
import { dueOfOpen, useCountryOf } from "./letterOf";

const t = messagesFrom(letterWords);

/** Nothing at all before the letter was sent. */
export function RequestStanding({ opened, request }: { opened: OpenCase; request: RecordRequest }) {
  const country = useCountryOf(request);
  const { sentOn, answeredOn } = request;
  if (sentOn.value === "") return null;
  if (answeredOn.value !== "") {
    return (
      <Card heading={t("letter.answeredLine", { date: dayText(answeredOn.value) })}>
        <p>{t("letter.notAll")}</p>
      </Card>
    );
  }
  const clock = country?.records_clock ?? null;
  const due = dueOfOpen(opened.doc, request, country);
  const noClock = country === null ? "letter.noCountry" : "letter.noClock";
  const [first, ...more] = due && clock ? clockWords(due, clock, today()) : [];
  return (
    <>
      <Card kicker={t("letter.sentLine", { date: dayText(sentOn.value) })} heading={t("letter.clock")}>
        {first === undefined ? (
          <p>{t(noClock)}</p>
        ) : (
          <p>
            <strong>{first}</strong>
          </p>
        )}
        {more.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <ButtonLink
          look={due && isPast(due, today()) ? "quiet" : "plain"}
          icon={Mail}
          href={`${addressOf("requests", request.id)}/reminder`}
        >
          {t("letter.remind")}
        </ButtonLink>
      </Card>
      {/* Not inside the card: on the narrowest phone, in large letters, a day needs the whole width. */}
      <Arrival opened={opened} request={request} />
    </>
  );
}
