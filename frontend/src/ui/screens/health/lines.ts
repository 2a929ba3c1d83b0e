// How an entry about the patient's health reads in one line. Where two phones wrote different things, both are shown: a
// doctor must not read a value that the patient did not choose. Pure.

import { valuesOf } from "../../../domain/case/defineKind";
import type { Field } from "../../../domain/case/document";
import { isDay } from "../../../domain/days/days";
import type { Allergy, Condition, Symptom, SymptomFields } from "../../../domain/health/health";
import type { Medicine } from "../../../domain/health/medicines";
import { messagesFrom } from "../../../i18n";
import { briefDayText, dayText } from "../../../i18n/dates";
import healthWords from "../../../i18n/en/health.json";
import medicinesWords from "../../../i18n/en/medicines.json";
import summaryWords from "../../../i18n/en/summary.json";

const t = messagesFrom(healthWords, medicinesWords, summaryWords);

/** The value; or both values, with a note that neither is settled. */
export function settled<T extends string>(field: Field<T>, show: (value: T) => string = String): string {
  const [first = "", second, ...rest] = valuesOf(field).map((value) => show(value).trim());
  if (second === undefined) return first;
  return t("summary.notSettled", { values: [first, second, ...rest].join(" / ") });
}

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
  if (others.length > 0) return t("summary.notSettled", { values: [value, ...others].map(text).join(" / ") });
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

/** The day in words; text that is no day (a year still being typed) is returned unchanged. */
export function knownDay(day: string): string {
  return isDay(day) ? dayText(day) : day;
}

/** The same in a shorter form, for paper. */
export function briefDay(day: string): string {
  return isDay(day) ? briefDayText(day) : day;
}

function changeText(change: SymptomFields["change"]): string {
  return change === "" ? "" : t(`symptoms.changeValues.${change}`);
}

function joined(parts: string[]): string {
  return parts.filter(Boolean).join(" · ");
}
