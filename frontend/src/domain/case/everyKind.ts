// Every kind of entry with what people typed into it: for search and for the list of deleted entries. Leaving out a
// kind does not compile.

import { contactEntries } from "../contacts/contacts";
import { decisionEntries } from "../decide/decisions";
import { optionEntries, pointEntries } from "../decide/options";
import { doctorEntries } from "../doctors/doctors";
import { allergyEntries, conditionEntries, symptomEntries } from "../health/health";
import { medicineEntries } from "../health/medicines";
import { noteEntries } from "../journal/notes";
import { letterEntries } from "../letters/letterEntries";
import { opinionEntries } from "../opinions/opinionEntries";
import { questionEntries } from "../questions/questionEntries";
import { reasonEntries } from "../reasons/reasons";
import { recordEntries } from "../records/records";
import { taskEntries } from "../tasks/tasks";
import { sayBack, visitEntries } from "../visits/visits";
import type { CaseDoc } from "./document";
import type { Entry, EntryKind } from "./entries";

export type Spoken = { kind: EntryKind; entry: Entry; words: string[] };
type Speaker = { present: (doc: CaseDoc) => Spoken[]; gone: (doc: CaseDoc) => Spoken[] };
type Listed<E extends Entry> = {
  kind: EntryKind;
  list: (doc: CaseDoc) => E[];
  deleted: (doc: CaseDoc) => E[];
  wordsOf: (entry: E, doc: CaseDoc) => string[];
};

const speakers: Record<EntryKind, Speaker> = {
  notes: speaker(noteEntries),
  questions: speaker(questionEntries),
  records: speaker(recordEntries),
  medicines: speaker(medicineEntries),
  // What the patient says back is stored beside the visit, not inside it.
  visits: speaker({
    ...visitEntries,
    wordsOf: (visit, doc) => [...visitEntries.wordsOf(visit), sayBack(doc, visit.id)],
  }),
  reasons: speaker(reasonEntries),
  conditions: speaker(conditionEntries),
  allergies: speaker(allergyEntries),
  symptoms: speaker(symptomEntries),
  letters: speaker(letterEntries),
  doctors: speaker(doctorEntries),
  opinions: speaker(opinionEntries),
  options: speaker(optionEntries),
  points: speaker(pointEntries),
  decisions: speaker(decisionEntries),
  tasks: speaker(taskEntries),
  contacts: speaker(contactEntries),
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
