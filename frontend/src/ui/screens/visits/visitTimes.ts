// From when to when a visit lasted, in words. Said only where it can be true: a room that was opened on another day than the
// visit's, or a clock that was put back meanwhile, says nothing about the visit. Pure.
import "../../../i18n/words/visit";
import type { Consultation } from "../../../domain/consultations";
import { t } from "../../../i18n";
import { localDay, timeText } from "../../../i18n/dates";

export function visitTimes({ when, startedAt, endedAt }: Pick<Consultation, "when" | "startedAt" | "endedAt">): string {
  const from = startedAt.value;
  const to = endedAt.value;
  if (from === "" || to === "" || to < from) return "";
  const day = when.value.slice(0, 10) || localDay(new Date(from));
  const isOfTheVisit = [from, to].every((instant) => localDay(new Date(instant)) === day);
  return isOfTheVisit ? t("visitAfter.times", { from: timeText(from), to: timeText(to) }) : "";
}
