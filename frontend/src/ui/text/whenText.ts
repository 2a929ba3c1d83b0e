// When a visit is, in words. It is written in the clinic's local time, so no time zone is applied. Pure.
import { messagesFrom } from "../../i18n";
import { dayText, nearDayText } from "../../i18n/dates";
import entriesWords from "../../i18n/en/entries.json";

const t = messagesFrom(entriesWords);

/** `when` is YYYY-MM-DDTHH:MM, a day whose time is not known yet, or "". */
export function whenText(when: string): string {
  if (when === "") return t("visitName.noDate");
  const [day = "", time = ""] = when.split("T");
  const date = dayText(day);
  return time === "" ? t("visitName.noTime", { date }) : t("visitName.whenLine", { date, time: time.slice(0, 5) });
}

/** `day` is YYYY-MM-DD; the year is left out, so that an example never looks old. */
export function exampleDay(day: string): string {
  return nearDayText(day, day);
}
