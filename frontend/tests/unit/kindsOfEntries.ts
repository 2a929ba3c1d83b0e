// Every kind of entry by its name, for tests that go through all of them. Leaving one out does not compile.
import type { EntryKind } from "../../src/domain/case/entries";
import { contactEntries } from "../../src/domain/contacts/contacts";
import { decisionEntries } from "../../src/domain/decide/decisions";
import { optionEntries, pointEntries } from "../../src/domain/decide/options";
import { doctorEntries } from "../../src/domain/doctors/doctors";
import { allergyEntries, conditionEntries, symptomEntries } from "../../src/domain/health/health";
import { medicineEntries } from "../../src/domain/health/medicines";
import { noteEntries } from "../../src/domain/journal/notes";
import { letterEntries } from "../../src/domain/letters/letterEntries";
import { opinionEntries } from "../../src/domain/opinions/opinionEntries";
import { questionEntries } from "../../src/domain/questions/questionEntries";
import { reasonEntries } from "../../src/domain/reasons/reasons";
import { recordEntries } from "../../src/domain/records/records";
import { taskEntries } from "../../src/domain/tasks/tasks";
import { visitEntries } from "../../src/domain/visits/visits";

export const kinds = {
  notes: noteEntries,
  questions: questionEntries,
  records: recordEntries,
  medicines: medicineEntries,
  visits: visitEntries,
  reasons: reasonEntries,
  conditions: conditionEntries,
  allergies: allergyEntries,
  symptoms: symptomEntries,
  letters: letterEntries,
  doctors: doctorEntries,
  opinions: opinionEntries,
  options: optionEntries,
  points: pointEntries,
  decisions: decisionEntries,
  tasks: taskEntries,
  contacts: contactEntries,
} satisfies Record<EntryKind, unknown>;
