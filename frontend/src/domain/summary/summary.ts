// The one-page summary for a doctor: its sections, which of them the patient chose for which doctor, and what each
// contains. All sections are on the page until one is left out on purpose; if two phones disagree, it stays on the
// page.

import { type CaseDoc, type Field, readField, rootMap, type Writer, writeField } from "../case/document";
import { dayOf, isDay } from "../days/days";
import { latestSymptoms, type Symptom, symptomEntries } from "../health/health";
import { type Opinion, opinionEntries } from "../opinions/opinionEntries";
import { type Question, questions } from "../questions/questionEntries";
import { type MedicalRecord, recordEntries } from "../records/records";
import { goingAlong, visitingOf } from "../visits/goingAlong";
import { type Visit, visits } from "../visits/visits";

/** In order of importance, for when there is no space for all. */
export const sheetSections = [
  "why",
  "decideBy",
  "questions",
  "allergies",
  "medicines",
  "conditions",
  "symptoms",
  "happened",
  "records",
  "opinions",
] as const;
export type SheetSection = (typeof sheetSections)[number];

/** Whom a summary is for: the id of a visit, or any doctor. */
export const anyDoctor = "any";

/** A past event with its day (YYYY-MM-DD). */
export type PastEvent = { day: string; id: string } & (
  | { kind: "visit"; visit: Visit }
  | { kind: "record"; record: MedicalRecord }
  | { kind: "symptom"; symptom: Symptom }
);

const ROOT = "summary";
const TOP = 3;

export function sectionChoice(doc: CaseDoc, whom: string, section: SheetSection): Field<boolean> {
  return readField(rootMap(doc, ROOT), `${whom}/${section}`, true);
}

export function chooseSection(
  doc: CaseDoc,
  writer: Writer,
  whom: string,
  section: SheetSection,
  isOnPage: boolean,
): void {
  doc.transact(() => writeField(rootMap(doc, ROOT), `${whom}/${section}`, isOnPage, writer));
}

export function isOnPage(doc: CaseDoc, whom: string, section: SheetSection): boolean {
  const { value, others } = sectionChoice(doc, whom, section);
  return value || others.includes(true);
}

/** The first three open questions that go along to the visit, or of all. `today` is YYYY-MM-DD. */
export function topQuestions(doc: CaseDoc, whom: string, today: string): Question[] {
  const all = visits(doc);
  const visit = all.find(({ id }) => id === whom);
  const asked = visit
    ? goingAlong(questions(doc), visitingOf(visit, all, today))
    : questions(doc).filter(({ answeredAt }) => answeredAt === null);
  return asked.filter(({ text }) => text.trim() !== "").slice(0, TOP);
}

/**
 * Visits, records and earlier symptoms that have a day, the latest first. Without the visit that the summary is for,
 * visits still to come, and current symptoms, which have a section of their own.
 */
export function pastEvents(doc: CaseDoc, whom: string, today: string): PastEvent[] {
  const now = new Set(latestSymptoms(doc).map(({ id }) => id));
  const visited = visits(doc)
    .filter(({ id }) => id !== whom)
    .map((visit): PastEvent => ({ kind: "visit", day: dayOf(visit.when.value), id: visit.id, visit }))
    .filter(({ day }) => day <= today);
  const made = spokenRecords(doc).map(
    (record): PastEvent => ({ kind: "record", day: record.madeOn.value, id: record.id, record }),
  );
  const felt = symptomEntries
    .written(doc)
    .filter((symptom) => !now.has(symptom.id))
    .map((symptom): PastEvent => ({ kind: "symptom", day: symptom.on.value, id: symptom.id, symptom }));
  return [...visited, ...made, ...felt].filter(({ day }) => isDay(day)).sort(latestFirst);
}

/** Records by whether the patient has them. If two phones disagree, the record does not count as here. */
export function recordsOf(doc: CaseDoc): { here: MedicalRecord[]; missing: MedicalRecord[] } {
  const isHere = ({ status }: MedicalRecord) => status.value === "have" && status.others.length === 0;
  const all = spokenRecords(doc);
  return { here: all.filter(isHere), missing: all.filter((record) => !isHere(record)) };
}

/** What doctors have said so far, where written down: not at this visit, but what its doctor said before. */
export function opinionsFor(doc: CaseDoc, whom: string): Opinion[] {
  return opinionEntries.written(doc).filter((opinion) => opinion.visit.value !== whom);
}

function spokenRecords(doc: CaseDoc): MedicalRecord[] {
  // A record without any words says nothing on paper.
  return recordEntries.list(doc).filter((record) => recordEntries.wordsOf(record).length > 0);
}

function latestFirst(a: PastEvent, b: PastEvent): number {
  if (a.day !== b.day) return a.day > b.day ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
