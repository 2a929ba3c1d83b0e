// Every kind of entry with what people typed into it: for search and for the list of what was deleted. A kind that is missing
// here does not compile.
import { concernEntries } from "./concerns";
import { consultationEntries, sayBack } from "./consultations";
import { optionEntries, pointEntries } from "./decide";
import { decisionEntries } from "./decisions";
import type { CaseDoc } from "./document";
import type { Entry, EntryKind } from "./entries";
import { allergyEntries, conditionEntries, symptomEntries } from "./health";
import { medicineEntries } from "./medicines";
import { deletedNotes, notes } from "./notes";
import { opinionEntries } from "./opinionEntries";
import { deletedQuestions, questions } from "./questionEntries";
import { recordEntries } from "./records";
import { requestEntries } from "./requestEntries";
import { specialistEntries } from "./specialists";
import { taskEntries } from "./tasks";

export type Spoken = { kind: EntryKind; entry: Entry; words: string[] };
type Speaker = { present: (doc: CaseDoc) => Spoken[]; gone: (doc: CaseDoc) => Spoken[] };
type Listed<E extends Entry> = {
  kind: EntryKind;
  list: (doc: CaseDoc) => E[];
  deleted: (doc: CaseDoc) => E[];
  wordsOf: (entry: E, doc: CaseDoc) => string[];
};

const speakers: Record<EntryKind, Speaker> = {
  notes: speaker({ kind: "notes", list: notes, deleted: deletedNotes, wordsOf: ({ text }) => [text] }),
  questions: speaker({
    kind: "questions",
    list: questions,
    deleted: deletedQuestions,
    wordsOf: ({ text, answer }) => [text, answer],
  }),
  records: speaker(recordEntries),
  medicines: speaker(medicineEntries),
  // What the patient says back is kept beside the visit, not inside it.
  consultations: speaker({
    ...consultationEntries,
    wordsOf: (visit, doc) => [...consultationEntries.wordsOf(visit), sayBack(doc, visit.id)],
  }),
  concerns: speaker(concernEntries),
  conditions: speaker(conditionEntries),
  allergies: speaker(allergyEntries),
  symptoms: speaker(symptomEntries),
  requests: speaker(requestEntries),
  specialists: speaker(specialistEntries),
  opinions: speaker(opinionEntries),
  options: speaker(optionEntries),
  points: speaker(pointEntries),
  decisions: speaker(decisionEntries),
  tasks: speaker(taskEntries),
};

/** Every entry that is not deleted. */
export function allSpoken(doc: CaseDoc): Spoken[] {
  return Object.values(speakers).flatMap(({ present }) => present(doc));
}

/** Every entry that was deleted and can come back. */
export function allDeleted(doc: CaseDoc): Spoken[] {
  return Object.values(speakers).flatMap(({ gone }) => gone(doc));
}

function speaker<E extends Entry>({ kind, list, deleted, wordsOf }: Listed<E>): Speaker {
  const spokenIn = (doc: CaseDoc) => (entry: E) => ({
    kind,
    entry,
    words: wordsOf(entry, doc).filter((words) => words.trim() !== ""),
  });
  return { present: (doc) => list(doc).map(spokenIn(doc)), gone: (doc) => deleted(doc).map(spokenIn(doc)) };
}
