// The note below a date field: that the time is open, or what is missing and what is kept meanwhile.
import { messagesFrom } from "../../i18n";
import { dayText, weekdayText } from "../../i18n/dates";
import entriesWords from "../../i18n/en/entries.json";
import noticesWords from "../../i18n/en/notices.json";
import { Button } from "../start/components/button";
import { today } from "../start/localNow";
import type { Unsettled } from "./unsettled";

const t = messagesFrom(entriesWords, noticesWords);

type Props = { value: string; withTime: boolean; unsettled: Unsettled | null; onMeant: (day: string) => void };

export function DateNote({ value, withTime, unsettled, onMeant }: Props) {
  const [day = "", time = ""] = value.split("T");
  if (unsettled === null) {
    const isTimeOpen = withTime && day !== "" && time === "";
    return isTimeOpen ? <p class="quiet">{t("visitName.noTime", { date: weekdayText(day, today()) })}</p> : null;
  }
  if (unsettled.state === "odd-year") return <OddYear {...unsettled} onMeant={onMeant} />;
  if (unsettled.state === "time-alone") return <p>{t("field.timeAlone")}</p>;
  if (unsettled.state === "partial-time")
    return <p>{time === "" ? t("field.partialTime") : t("field.keptTime", { time })}</p>;
  return <p>{day === "" ? t("field.partialDay") : t("field.keptDay", { date: dayText(day) })}</p>;
}

type OddProps = { year: number; meant: string; onMeant: (day: string) => void };

function OddYear({ year, meant, onMeant }: OddProps) {
  // A year has no thousands separator.
  const said = String(year);
  if (meant === "") return <p>{t("field.oddYear", { year: said })}</p>;
  const date = dayText(meant);
  return (
    <>
      <p>{t("field.askYear", { year: said, meant: meant.slice(0, 4) })}</p>
      <Button look="quiet" onClick={() => onMeant(meant)}>
        {t("field.meantYear", { date })}
      </Button>
    </>
  );
}
