// The content of a letter in the case, with its country's rule from the guide, ready to be put into words.
import type { AnswerTime, Bundle, Country } from "../../../content/bundle";
import { type CaseDoc, caseField } from "../../../domain/case/document";
import { helping } from "../../../domain/helping/helping";
import type { Due } from "../../../domain/letters/answerDue";
import type { Letter } from "../../../domain/letters/letterEntries";
import { dueOfLetter } from "../../../domain/letters/letterFacts";
import { recordsOf } from "../../../domain/letters/letters";
import { useBundle } from "../../start/useLibrary";
import { type LetterContent, letterText, type Paragraph, reminderText } from "./letterText";

/** `today` is YYYY-MM-DD; a letter that was sent keeps the day on which it was sent. */
export function letterContent(doc: CaseDoc, letter: Letter, country: Country | null, today: string): LetterContent {
  const day = letter.sentOn.value || today;
  const answerTime = country?.answer_time ?? null;
  const sentOn = letter.sentOn.value === "" ? { value: today, others: [] } : letter.sentOn;
  const due = dueOfLetter(doc, { ...letter, sentOn }, () => answerTime);
  return {
    day,
    holder: letter.holder.value,
    name: caseField(doc, "patientName", "").value,
    born: caseField(doc, "patientBirthDate", "").value,
    helper: helping(doc),
    asksForAll: letter.records.length === 0,
    records: recordsOf(doc, letter).map(({ what, kind, madeOn }) => ({
      what: what.value,
      kind: kind.value,
      madeOn: madeOn.value,
    })),
    images: letter.images.value,
    reports: letter.reports.value,
    slides: letter.slides.value,
    format: letter.format.value,
    reason: letter.reason.value,
    extra: letter.extra,
    rule: country?.records && answerTime ? { words: country.records.text, checkedOn: country.checked_on } : null,
    time: due && answerTime && timeOf(due, answerTime),
  };
}

function timeOf({ limits: [limit, old] }: Due, { older, is_usual: isUsual }: AnswerTime): LetterContent["time"] {
  if (limit === undefined) return null;
  return { limit: limit.span, older: old && older ? { years: older.years, span: old.span } : null, isUsual };
}

export function wordsOf(
  doc: CaseDoc,
  letter: Letter,
  country: Country | null,
  today: string,
  isReminder: boolean,
): Paragraph[] {
  const content = letterContent(doc, letter, country, today);
  return isReminder ? reminderText({ ...content, day: today }, letter.sentOn.value) : letterText(content);
}

/** The country of the letter in the guide; null while none is chosen or the guide is not on this phone. */
export function useCountryOf(letter: Letter): Country | null {
  return countryIn(useBundle(), letter);
}

export function countryIn(bundle: Bundle | null, { country }: Letter): Country | null {
  return bundle?.countries.find(({ code }) => code === country.value) ?? null;
}

/** Null before it is sent, after the answer has come, and where no rule names a time. */
export function dueOfOpen(doc: CaseDoc, letter: Letter, country: Country | null): Due | null {
  return letter.answeredOn.value === "" ? dueOfLetter(doc, letter, () => country?.answer_time ?? null) : null;
}
