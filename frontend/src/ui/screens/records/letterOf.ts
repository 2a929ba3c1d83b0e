// A letter as it stands in the case, with the rule of its country from the guide, ready to be put into words.
import type { Bundle, Country, RecordsClock } from "../../../content/bundle";
import type { Due } from "../../../domain/dayClock";
import { type CaseDoc, caseField } from "../../../domain/document";
import { dueOfLetter } from "../../../domain/letterFacts";
import type { RecordRequest } from "../../../domain/requestEntries";
import { recordsOf } from "../../../domain/requests";
import { useBundle } from "../../start/useLibrary";
import { type Letter, letterText, type Paragraph, reminderText } from "./letterText";

/** `today` is YYYY-MM-DD; a letter that was sent keeps the day it was sent. */
export function letterOf(doc: CaseDoc, request: RecordRequest, country: Country | null, today: string): Letter {
  const day = request.sentOn.value || today;
  const clock = country?.records_clock ?? null;
  const sentOn = request.sentOn.value === "" ? { value: today, others: [] } : request.sentOn;
  const due = dueOfLetter(doc, { ...request, sentOn }, () => clock);
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
    rule: country?.records && clock ? { words: country.records.text, checkedOn: country.checked_on } : null,
    time: due && clock && timeOf(due, clock),
  };
}

function timeOf({ limits: [limit, old] }: Due, { older, is_usual: isUsual }: RecordsClock): Letter["time"] {
  if (limit === undefined) return null;
  return { limit: limit.span, older: old && older ? { years: older.years, span: old.span } : null, isUsual };
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

/** Null while it was not sent, when it has come, and where no rule names a time. */
export function dueOfOpen(doc: CaseDoc, request: RecordRequest, country: Country | null): Due | null {
  return request.answeredOn.value === "" ? dueOfLetter(doc, request, () => country?.records_clock ?? null) : null;
}
