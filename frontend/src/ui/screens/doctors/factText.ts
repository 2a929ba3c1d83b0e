// What is known of a doctor, in words: for the list, the table, the page and the button. "" is "not known yet". Pure.

import { valuesOf } from "../../../domain/case/defineKind";
import type { Field } from "../../../domain/case/document";
import { type ComparedFact, type Doctor, doctorEntries } from "../../../domain/doctors/doctors";
import { messagesFrom } from "../../../i18n";
import doctorsWords from "../../../i18n/en/doctors.json";
import { FieldWords } from "../../entries/fieldWords";

const t = messagesFrom(doctorsWords);
export const said = new FieldWords(doctorEntries, doctorsWords, "doctors");

export function doctorName({ name, place }: Doctor): string {
  return name.value.trim() || place.value.trim() || t("doctors.unnamed");
}

/** One value, or both where two phones wrote at once: the table hides neither. */
export function factText(doctor: Doctor, fact: ComparedFact): string {
  const field: Field<string> = doctor[fact];
  const words = valuesOf(field).map((value) => said.text(fact, value));
  const whom = valuesOf(doctor.suggestedByWhom).join(" / ").trim();
  const known = words.join(" / ").trim();
  return fact === "suggestedBy" && whom !== "" ? [known, whom].filter(Boolean).join(": ") : known;
}
