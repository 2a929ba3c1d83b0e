// Where a letter stands: how many days the clinic has left by the country's rule, and the friendly reminder once they are over.
// It counts days and says nothing about anyone.
import "../../../i18n/words/letter";
import { Mail } from "lucide-preact";
import type { DayClock } from "../../../domain/dayClock";
import type { RecordRequest } from "../../../domain/requestEntries";
import { t } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import { ButtonLink } from "../../components/button";
import { Card } from "../../components/card";
import { addressOf } from "../../entryNames";
import { today } from "../../localNow";
import { clockOf, useCountryOf } from "./letterOf";

/** Nothing at all before the letter was sent. */
export function RequestStanding({ request }: { request: RecordRequest }) {
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
  const clock = clockOf(request, country, today());
  return (
    <Card kicker={t("letter.sentLine", { date: dayText(sentOn.value) })} heading={t("letter.clock")}>
      {clock === null ? (
        <p>{t(country === null ? "letter.noCountry" : "letter.noClock")}</p>
      ) : (
        <>
          <p>
            <strong>{clockText(clock)}</strong>
          </p>
          {"overdue" in clock && <p>{t("letter.clockLonger")}</p>}
        </>
      )}
      <ButtonLink
        look={clock && "overdue" in clock ? "quiet" : "plain"}
        icon={Mail}
        href={`${addressOf("requests", request.id)}/reminder`}
      >
        {t("letter.remind")}
      </ButtonLink>
    </Card>
  );
}

function clockText(clock: DayClock): string {
  const on = { date: dayText(clock.due) };
  if ("overdue" in clock) return t("letter.clockOver", { ...on, count: clock.overdue });
  return clock.daysLeft === 0 ? t("letter.clockToday", on) : t("letter.clockLeft", { ...on, count: clock.daysLeft });
}
