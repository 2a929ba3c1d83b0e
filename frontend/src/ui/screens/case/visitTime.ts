// When a visit is, in words. What is written is the clinic's own clock, so no zone is applied. Pure.
import "../../../i18n/words/entries";
import { t } from "../../../i18n";
import { dayText } from "../../../i18n/dates";

/** `when` is YYYY-MM-DDTHH:MM, a plain date, or "". */
export function whenText(when: string): string {
  if (when === "") return t("visitName.noDate");
  const time = when.slice(11, 16);
  const date = dayText(when.slice(0, 10));
  return time === "" ? date : t("visitName.whenLine", { date, time });
}
