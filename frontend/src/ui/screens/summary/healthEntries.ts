// Medicines, allergies and illnesses on the summary. "None" is shown with its day; "not recorded" is said, never left
// blank.
import type { CaseDoc } from "../../../domain/case/document";
import { type Answer, type Health, healthOf } from "../../../domain/health/health";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import summaryWords from "../../../i18n/en/summary.json";
import { settled } from "../../text/settled";
import { allergyDetail, conditionDetail, medicineDetail } from "../health/lines";

const t = messagesFrom(summaryWords);

type Line = { id: string; words: string };

export function healthEntries(doc: CaseDoc, of: keyof Health): Line[] {
  const { medicines, allergies, conditions } = healthOf(doc);
  if (of === "medicines") return lines(medicines, (one) => joined(", ", settled(one.name), medicineDetail(one)));
  if (of === "allergies") return lines(allergies, (one) => joined(": ", settled(one.to), allergyDetail(one)));
  return lines(conditions, (one) => joined(", ", settled(one.name), conditionDetail(one)));
}

function lines<E extends { id: string }>(answer: Answer<E>, words: (entry: E) => string): Line[] {
  if (answer.state === "listed") return answer.entries.map((entry) => ({ id: entry.id, words: words(entry) }));
  if (answer.state === "not-recorded") return [{ id: "not-recorded", words: t("sheet.notRecorded") }];
  return [{ id: "none", words: t("sheet.noneSaid", { date: dayText(answer.since) }) }];
}

function joined(by: string, ...parts: string[]): string {
  return parts.filter(Boolean).join(by);
}
