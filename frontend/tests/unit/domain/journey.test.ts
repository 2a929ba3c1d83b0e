import { expect, it } from "vitest";
import { addConsultation } from "../../../src/domain/consultations";
import { setDecideBy } from "../../../src/domain/decideBy";
import { journey } from "../../../src/domain/journey";
import { setNoMedicines } from "../../../src/domain/medicines";
import { addNote } from "../../../src/domain/notes";
import { addQuestion } from "../../../src/domain/questions";
import { addRecord, setRecord } from "../../../src/domain/records";
import { twoPhones } from "./twoDocs";

const NOW = "2026-11-22T12:00";

it("walks a case from its first question to talking it over, one next step at a time", () => {
  const { ana, byAna } = twoPhones();
  expect(journey(ana, NOW)).toMatchObject({ next: "ask-decide-by", now: "whether" });
  setDecideBy(ana, byAna, { date: "2026-12-14", words: "Let us know by the 14th." });
  expect(journey(ana, NOW).next).toBe("write-questions");
  addQuestion(ana, byAna, "What if I wait?");
  expect(journey(ana, NOW)).toMatchObject({ next: "list-records", now: "prepare" });
  const record = addRecord(ana, byAna, { what: "MRI pictures" });
  expect(journey(ana, NOW).next).toBe("ask-for-records");
  setRecord(ana, byAna, record, { status: "asked" });
  expect(journey(ana, NOW).next).toBe("list-medicines");
  setNoMedicines(ana, byAna, true);
  expect(journey(ana, NOW).next).toBe("plan-consultation");
  setRecord(ana, byAna, record, { status: "have" });
  expect(journey(ana, NOW).now).toBe("choose");
  const visit = addConsultation(ana, byAna, { who: "Dr Lindqvist", when: "2026-12-03T10:30" });
  expect(journey(ana, NOW)).toMatchObject({ next: "go-prepared", now: "consult" });
  expect(journey(ana, "2026-12-03T11:30").next).toBe("write-what-was-said");
  addNote(ana, byAna, "Exercise first.", visit);
  expect(journey(ana, "2026-12-03T11:30")).toMatchObject({ next: "talk-it-over", now: "compare" });
});
