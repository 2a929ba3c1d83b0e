// A date or time that was incomplete when its screen closed. It is not stored, but never lost silently: the bar on the
// next screen says so, and stores the likely day if the person confirms it.
import { messagesFrom } from "../../i18n";
import { dayText } from "../../i18n/dates";
import noticesWords from "../../i18n/en/notices.json";
import { offerUnlessJustOffered } from "../start/undo";
import type { Unsettled } from "./unsettled";

const t = messagesFrom(noticesWords);

/** `storedDay` is what stays, "" for none; `store` writes the confirmed day. */
export function sayWhatWasLeft(left: Unsettled, storedDay: string, store: (day: string) => void): void {
  if (left.state !== "odd-year" || left.meant === "") {
    offerUnlessJustOffered({ sentence: sentenceOf(left, storedDay) });
    return;
  }
  const { year, meant } = left;
  offerUnlessJustOffered({
    sentence: t("field.leftOdd", { year: String(year) }),
    button: t("field.meantYear", { date: dayText(meant) }),
    undo: () => store(meant),
  });
}

function sentenceOf({ state }: Unsettled, storedDay: string): string {
  if (state === "partial-time" || state === "time-alone") return t("field.leftTime");
  return storedDay === "" ? t("field.leftOpen") : t("field.leftKept", { date: dayText(storedDay) });
}
