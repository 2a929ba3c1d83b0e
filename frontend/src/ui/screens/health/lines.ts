// How an entry about the patient's health reads in one line. Pure.

import type { Field } from "../../../domain/case/document";
import type { Allergy, Condition, Symptom, SymptomFields } from "../../../domain/health/health";
import type { Medicine } from "../../../domain/health/medicines";
import { messagesFrom } from "../../../i18n";
import healthWords from "../../../i18n/en/health.json";
import medicinesWords from "../../../i18n/en/medicines.json";
import { allOf, knownDay, settled } from "../../text/settled";

const t = messagesFrom(healthWords, medicinesWords);

/** That it was stopped comes first: whatever is cut off, nobody must read it as a medicine still taken. */
export function medicineDetail({ dose, howOften, whatFor, since, stoppedOn }: Medicine): string {
  const [what, from] = [settled(whatFor), settled(since)];
  return joined([
    stoppedText(stoppedOn),
    settled(dose),
    settled(howOften),
    what && t("medicines.forLine", { what }),
    sinceText(from),
  ]);
}

function stoppedText({ value, others }: Field): string {
  const text = (day: string) =>
    day === "" ? t("medicines.stillTaken") : t("medicines.stoppedLine", { date: knownDay(day) });
  if (others.length > 0) return allOf([value, ...others].map(text));
  return value === "" ? "" : text(value);
}

/** "since 2011", but not "since as a child": only a year or a date takes the word. */
function sinceText(since: string): string {
  return /^\d/.test(since) ? t("conditions.sinceLine", { since }) : since;
}

export function allergyDetail({ reaction, since }: Allergy): string {
  return joined([settled(reaction), settled(since)]);
}

export function conditionDetail({ since, status }: Condition): string {
  return joined([
    sinceText(settled(since)),
    // "Now" need not be said, unless two phones disagree.
    status.value === "now" && status.others.length === 0
      ? ""
      : settled(status, (value) => t(`conditions.statusWords.${value}`)),
  ]);
}

export function symptomDetail({ change, on }: Symptom, dayWords = knownDay): string {
  return joined([settled(change, changeText), settled(on, dayWords)]);
}

function changeText(change: SymptomFields["change"]): string {
  return change === "" ? "" : t(`symptoms.changeValues.${change}`);
}

function joined(parts: string[]): string {
  return parts.filter(Boolean).join(" · ");
}
