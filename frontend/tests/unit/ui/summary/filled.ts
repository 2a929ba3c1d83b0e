// A case with something in every section of the summary.

import { type CaseDoc, editCaseText, type Writer } from "../../../../src/domain/case/document";
import { setDecideBy } from "../../../../src/domain/decideBy/decideBy";
import { allergyEntries, conditionEntries, symptomEntries } from "../../../../src/domain/health/health";
import { addMedicine } from "../../../../src/domain/health/medicines";
import { opinionEntries } from "../../../../src/domain/opinions/opinionEntries";
import { addQuestion } from "../../../../src/domain/questions/questions";
import { addRecord } from "../../../../src/domain/records/records";
import { addVisit } from "../../../../src/domain/visits/visits";

/** Returns the id of the visit to come. */
export function fill(doc: CaseDoc, writer: Writer): string {
  editCaseText(doc, "whyHere", "Dr Osei advises an operation.\nWhat else is there?");
  setDecideBy(doc, writer, { date: "2026-12-14", words: "Please let us know.", saidBy: "Dr Osei" });
  addQuestion(doc, writer, "What happens if I wait?");
  allergyEntries.add(doc, writer, { to: "Penicillin", reaction: "a rash", since: "1988" });
  addMedicine(doc, writer, { name: "Amlodipine", dose: "5 mg", howOften: "once a day" });
  conditionEntries.add(doc, writer, { name: "High blood pressure", since: "2011" });
  conditionEntries.add(doc, writer, { name: "Broken ankle", since: "as a child", status: "past" });
  symptomEntries.add(doc, writer, { what: "Swollen knee", on: "2026-05-04", change: "new" });
  symptomEntries.add(
    doc,
    writer,
    { what: "Swollen knee", on: "2026-11-10", change: "better" },
    { words: "A good week." },
  );
  addRecord(doc, writer, { what: "MRI", holder: "City Clinic", status: "have", madeOn: "2026-09-20" });
  addRecord(doc, writer, { what: "X-ray", status: "asked" });
  opinionEntries.add(
    doc,
    writer,
    { who: "Dr Osei", on: "2026-10-09" },
    { diagnosis: "A tear", recommended: "Surgery" },
  );
  return addVisit(doc, writer, { who: "Dr Lindqvist", when: "2026-12-03T10:30", part: "second" });
}
