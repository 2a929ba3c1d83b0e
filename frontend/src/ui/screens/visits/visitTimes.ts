// From when to when a visit lasted, in words. Shown only where it can be true: if the room was opened on another day,
// or the clock was set back meanwhile, the times say nothing about the visit. Pure.

import { compareInstants } from "../../../domain/days/instants";
import type { Visit } from "../../../domain/visits/visits";
import { messagesFrom } from "../../../i18n";
import { dayOfInstant, timeText } from "../../../i18n/dates";
import visitWords from "../../../i18n/en/visit.json";

const t = messagesFrom(visitWords);

export function visitTimes({ when, startedAt, endedAt }: Pick<Visit, "when" | "startedAt" | "endedAt">): string {
  const from = startedAt.value;
  const to = endedAt.value;
  if (from === "" || to === "" || compareInstants(to, from) < 0) return "";
  const day = when.value.slice(0, 10) || dayOfInstant(from);
  const isOfTheVisit = [from, to].every((instant) => dayOfInstant(instant) === day);
  return isOfTheVisit ? t("visitAfter.times", { from: timeText(from), to: timeText(to) }) : "";
}
