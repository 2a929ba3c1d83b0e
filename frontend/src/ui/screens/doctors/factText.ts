// What is known of a doctor, in words: for the list, the table and the button. "" is "not known yet". Pure.

import { valuesOf } from "../../../domain/case/defineKind";
import type { Scalar } from "../../../domain/case/document";
import { type ComparedFact, type Doctor, type Suggester, suggesters } from "../../../domain/doctors/doctors";
import { messagesFrom } from "../../../i18n";
import { dayText } from "../../../i18n/dates";
import doctorsWords from "../../../i18n/en/doctors.json";

const t = messagesFrom(doctorsWords);

export function doctorName({ name, place }: Doctor): string {
  return name.value.trim() || place.value.trim() || t("doctors.unnamed");
}

/** One value, or both where two phones wrote at once: the table hides neither. */
export function factText(doctor: Doctor, fact: ComparedFact): string {
  const { value, others } = doctor[fact];
  const known = [value, ...others].map((one) => valueText(fact, one)).filter((words) => words !== "");
  const words = known.join(" / ");
  const whom = valuesOf<string>(doctor.suggestedByWhom).join(" / ").trim();
  return fact === "suggestedBy" && whom !== "" ? [words, whom].filter(Boolean).join(": ") : words;
}

export function suggesterText(suggester: Suggester): string {
  return suggester === "" ? t("doctors.suggestedByValues.none") : t(`doctors.suggestedByValues.${suggester}`);
}

/** "yes" and "no" in words; for any other value, that it is not known. */
export function yesNoText(value: string): string {
  if (value === "yes") return t("doctors.values.yes");
  return value === "no" ? t("doctors.values.no") : t("doctors.values.none");
}

const yesOrNo: ReadonlySet<ComparedFact> = new Set(["credentials", "academic", "research", "independent"] as const);

function valueText(fact: ComparedFact, value: Scalar): string {
  const words = String(value ?? "").trim();
  if (words === "") return "";
  if (yesOrNo.has(fact)) return yesNoText(words);
  if (fact === "credentialsCheckedOn") return dayText(words);
  const suggester = fact === "suggestedBy" ? suggesters.find((one) => one === words) : undefined;
  return suggester ? suggesterText(suggester) : words;
}
