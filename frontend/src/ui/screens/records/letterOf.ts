// A letter as it stands in the case, with the rule of its country from the guide, ready to be put into words.
import type { Bundle, Country } from "../../../content/bundle";
import { recordsDays } from "../../../content/recordsDays";
import { type DayClock, dayClock, dueOn } from "../../../domain/dayClock";
import { type CaseDoc, caseField } from "../../../domain/document";
import type { RecordRequest } from "../../../domain/requestEntries";
import { recordsOf } from "../../../domain/requests";
import { useBundle } from "../../useLibrary";
import { type Letter, letterText, type Paragraph, reminderText } from "./letterText";

/** `today` is YYYY-MM-DD; a letter that was sent keeps the day it was sent. */
export function letterOf(doc: CaseDoc, request: RecordRequest, country: Country | null, today: string): Letter {
  const day = request.sentOn.value || today;
  const rule = country?.records_clock ? country.records : null;
  return {
    day,
    holder: request.holder.value,
    name: caseField(doc, "patientName", "").value,
    born: caseField(doc, "patientBirthDate", "").value,
    asksForAll: request.records.length === 0,
    records: recordsOf(doc, request).map(({ what, kind, madeOn }) => ({
      what: what.value,
      kind: kind.value,
      madeOn: madeOn.value,
    })),
    images: request.images.value,
    reports: request.reports.value,
    slides: request.slides.value,
    format: request.format.value,
    reason: request.reason.value,
    extra: request.extra,
    rule: country && rule ? { words: rule.text, checkedOn: country.checked_on } : null,
    answerBy: dueOn(day, recordsDays(country)) || null,
  };
}

export function wordsOf(
  doc: CaseDoc,
  request: RecordRequest,
  country: Country | null,
  today: string,
  isReminder: boolean,
): Paragraph[] {
  const letter = letterOf(doc, request, country, today);
  return isReminder ? reminderText({ ...letter, day: today }, request.sentOn.value) : letterText(letter);
}

/** The country of the letter as the guide has it; null while none was chosen or the guide is not on this phone yet. */
export function useCountryOf(request: RecordRequest): Country | null {
  return countryIn(useBundle(), request);
}

export function countryIn(bundle: Bundle | null, { country }: RecordRequest): Country | null {
  return bundle?.countries.find(({ code }) => code === country.value) ?? null;
}

/** Null while it was not sent, when it has come, and where no rule names days. */
export function clockOf(request: RecordRequest, country: Country | null, today: string): DayClock | null {
  if (request.answeredOn.value !== "") return null;
  return dayClock(request.sentOn.value, recordsDays(country), today);
}
