// The value of a short field for others to read. Where two phones wrote different things, both are shown: a doctor must
// not read a value that the patient did not choose. Pure.
import { valuesOf } from "../../domain/case/defineKind";
import type { Field } from "../../domain/case/document";
import { isKnownDate } from "../../domain/days/days";
import { messagesFrom } from "../../i18n";
import { briefDayText, dayText } from "../../i18n/dates";
import paperWords from "../../i18n/en/paper.json";

const t = messagesFrom(paperWords);

/** The value; or both values, with a note that neither is settled. */
export function settled<T extends string>(field: Field<T>, show: (value: T) => string = String): string {
  return allOf(valuesOf(field).map((value) => show(value).trim()));
}

/** Of several values that are written already. */
export function allOf([first = "", ...others]: readonly string[]): string {
  return others.length === 0 ? first : t("paper.notSettled", { values: [first, ...others].join(" / ") });
}

/** The date in words, as far as it is known; text that is no date (a year still being typed) is returned unchanged. */
export function knownDay(day: string): string {
  return isKnownDate(day) ? dayText(day) : day;
}

/** The same in a shorter form, for paper. */
export function briefDay(day: string): string {
  return isKnownDate(day) ? briefDayText(day) : day;
}
