import { describe, expect, it } from "vitest";
import { type CaseDoc, editText } from "../../../../src/domain/case/document";
import { changeEntry, deleteEntry, restoreEntry } from "../../../../src/domain/case/entries";
import { searchCase } from "../../../../src/domain/case/search";
import { type JournalLine, journalLines } from "../../../../src/domain/journal/journalLines";
import { addNote, assignNote, isSame, notes } from "../../../../src/domain/journal/notes";
import { opinionEntries, opinions } from "../../../../src/domain/opinions/opinionEntries";
import { questions } from "../../../../src/domain/questions/questionEntries";
import { addQuestion, editAnswer, moveQuestion, tickQuestion } from "../../../../src/domain/questions/questions";
import { addRecord, fieldsForStatus, records, setRecord } from "../../../../src/domain/records/records";
import { addVisit, setVisit, visits } from "../../../../src/domain/visits/visits";
import * as spelling from "../../../../src/i18n/folding";
import { deletedEntries, isDeleted } from "../../../../src/ui/entries/deletedEntries";
import { addressOf, visitLabel, visitName, visitOf } from "../../../../src/ui/entries/entryNames";
import { grouped } from "../../../../src/ui/screens/journal/noteList";
import { openOnes, ranked, topicsIn } from "../../../../src/ui/screens/questions/ranking";
import { whenText } from "../../../../src/ui/text/whenText";
import { twoPhones } from "../../domain/twoDocs";

function linesOf(doc: CaseDoc) {
  return journalLines(notes(doc), questions(doc), opinions(doc));
}

function wordsOf(line: JournalLine): string {
  if (line.kind === "note") return line.note.text;
  return line.kind === "answer" ? line.question.answer : line.opinion.recommended;
}

describe("the journal", () => {
  it("keeps one place for each visit of a day, though notes of two visits alternate", () => {
    const { ana, byAna } = twoPhones();
    for (const visit of ["visit-a", "visit-b", "visit-a", null]) addNote(ana, byAna, `about ${visit}`, visit);
    expect(grouped(linesOf(ana)).map((group) => [group.visit, group.lines.length])).toEqual([
      [null, 1],
      ["visit-a", 2],
      ["visit-b", 1],
    ]);
  });

  it("has the newest day first", () => {
    const { ana, byAna } = twoPhones();
    const days = ["2026-11-20T12:00:00.000Z", "2026-11-22T12:00:00.000Z", "2026-11-21T12:00:00.000Z"];
    for (const day of days) addNote(ana, { ...byAna, now: () => day }, day);
    expect(grouped(linesOf(ana)).map((group) => group.day)).toEqual(["2026-11-22", "2026-11-21", "2026-11-20"]);
  });
});

describe("what was heard at one visit", () => {
  it("D4: stands together under its day, whenever it was written down, with what the doctor said", () => {
    const { ana, byAna } = twoPhones();
    const visit = addVisit(ana, byAna, { who: "Dr Lindqvist", when: "2026-11-20T10:30" });
    addNote(ana, byAna, "She bent both knees.", visit);
    addNote(ana, byAna, "Parking is behind the clinic.");
    opinionEntries.add(ana, byAna, { visit }, { recommended: "Exercise first." });
    const groups = grouped(linesOf(ana), new Map([[visit, "2026-11-20"]]));
    expect(groups.map(({ day, lines }) => [day, lines.map(wordsOf)])).toEqual([
      ["2026-11-22", ["Parking is behind the clinic."]],
      ["2026-11-20", ["Exercise first.", "She bent both knees."]],
    ]);
  });

  it("D3: has a companion's words beside the answer to the same question, and alone while there is no answer", () => {
    const { ana, byAna } = twoPhones();
    const visit = addVisit(ana, byAna, { who: "Dr Lindqvist" });
    const question = addQuestion(ana, byAna, "How long?");
    addNote(ana, { ...byAna, author: "ben" }, "Two months.", visit, question);
    expect(linesOf(ana).map(wordsOf)).toEqual(["Two months."]);
    editAnswer(ana, byAna, question, "Two weeks.", visit);
    const [line, ...others] = linesOf(ana);
    expect(others).toEqual([]);
    expect(line?.kind === "answer" && [line.question.answer, line.about.map(({ text }) => text)]).toEqual([
      "Two weeks.",
      ["Two months."],
    ]);
    expect([isSame("Two  weeks.\n", "two weeks."), isSame("Two weeks.", "Two months.")]).toEqual([true, false]);
  });
});

describe("answers in the journal", () => {
  it("D4: stand among the notes by their own time, under the day and the visit at which they were given", () => {
    const { ana, byAna } = twoPhones();
    const visit = addVisit(ana, byAna, { who: "Dr Lindqvist" });
    const asked = ["What is it?", "What if I wait?"].map((text) => addQuestion(ana, byAna, text));
    addNote(ana, byAna, "She bent both knees.", visit);
    editAnswer(ana, byAna, asked[1] ?? "", "Nothing bad.", visit);
    addNote(ana, { ...byAna, author: "ben" }, "Look again in March.", visit);
    editAnswer(ana, byAna, asked[0] ?? "", "A torn meniscus.", visit);
    // Continued later: an answer keeps the time at which it was begun.
    editAnswer(ana, byAna, asked[1] ?? "", "Nothing bad for 12 weeks.", visit);
    expect(grouped(linesOf(ana)).map((group) => group.visit)).toEqual([visit]);
    expect(linesOf(ana).map(wordsOf)).toEqual([
      "A torn meniscus.",
      "Look again in March.",
      "Nothing bad for 12 weeks.",
      "She bent both knees.",
    ]);
  });

  it("D4: of older versions, of which no time is known, are there without one", () => {
    const { ana, byAna } = twoPhones();
    const [timed = "", untimed = ""] = ["a", "b"].map((text) => addQuestion(ana, byAna, text));
    for (const id of [timed, untimed]) {
      changeEntry(ana, "questions", id, (entry) => editText(entry, "answer", "Said before."));
    }
    tickQuestion(ana, byAna, timed, true);
    expect(linesOf(ana).map(({ isTimed }) => isTimed)).toEqual([true, false]);
  });

  it("D4: are found by their words", () => {
    const { ana, byAna } = twoPhones();
    const id = addQuestion(ana, byAna, "What if I wait?");
    editAnswer(ana, byAna, id, "Nothing bad for 12 weeks.");
    expect(searchCase(ana, "weeks", spelling).map((hit) => [hit.kind, hit.id])).toEqual([["questions", id]]);
  });
});

describe("the ranking", () => {
  it("counts places over all questions, also while one topic is shown", () => {
    const { ana, byAna } = twoPhones();
    for (const topic of ["risks", "cost", "risks", "risks", "cost"] as const) addQuestion(ana, byAna, topic, topic);
    const all = questions(ana);
    expect(ranked(all, null).top.map(({ position: place }) => place)).toEqual([1, 2, 3]);
    expect(ranked(all, "cost").top.map(({ position: place }) => place)).toEqual([2]);
    expect(ranked(all, "cost").rest.map(({ position: place }) => place)).toEqual([5]);
    expect(topicsIn(all)).toEqual(["risks", "cost"]);
  });

  it("gives no number to what has its answer, and moves the next open one up", () => {
    const { ana, byAna } = twoPhones();
    const ids = ["a", "b", "c", "d"].map((text) => addQuestion(ana, byAna, text));
    tickQuestion(ana, byAna, ids[0] ?? "", true);
    tickQuestion(ana, byAna, ids[2] ?? "", true);
    const { top, rest, answered } = ranked(questions(ana), null);
    expect(top.map(({ position: place, question }) => [place, question.text])).toEqual([
      [1, "b"],
      [2, "d"],
    ]);
    expect(rest).toEqual([]);
    expect(answered.map(({ text }) => text)).toEqual(["a", "c"]);
  });

  it("moves an open question past the answered ones, to where the next open one stands", () => {
    const { ana, byAna } = twoPhones();
    const ids = ["a", "b", "c", "d"].map((text) => addQuestion(ana, byAna, text));
    tickQuestion(ana, byAna, ids[1] ?? "", true);
    const [, c] = openOnes(questions(ana));
    const [first] = openOnes(questions(ana));
    moveQuestion(ana, byAna, c?.question.id ?? "", first?.at ?? -1);
    expect(openOnes(questions(ana)).map(({ question }) => question.text)).toEqual(["c", "a", "d"]);
    moveQuestion(ana, byAna, c?.question.id ?? "", openOnes(questions(ana))[1]?.at ?? -1);
    expect(openOnes(questions(ana)).map(({ question }) => question.text)).toEqual(["a", "c", "d"]);
  });
});

describe("the status of a record", () => {
  it("fills in its day once and never writes over one", () => {
    const { ana, byAna } = twoPhones();
    const id = addRecord(ana, byAna, { what: "MRI pictures" });
    const now = () => records(ana)[0] ?? expect.fail("the record is gone");
    expect(fieldsForStatus(now(), "need", "2026-11-22")).toEqual({ status: "need" });
    setRecord(ana, byAna, id, fieldsForStatus(now(), "asked", "2026-11-22"));
    expect(now().askedOn.value).toBe("2026-11-22");
    setRecord(ana, byAna, id, fieldsForStatus(now(), "asked", "2026-11-30"));
    expect(now().askedOn.value).toBe("2026-11-22");
    expect(fieldsForStatus(now(), "have", "2026-12-01")).toEqual({ status: "have", receivedOn: "2026-12-01" });
  });
});

describe("what was deleted", () => {
  it("is listed last deleted first, without entries that never held a word", () => {
    const { ana, byAna } = twoPhones();
    const note = addNote(ana, byAna, "Parking is behind the clinic.");
    const empty = addQuestion(ana, byAna, "  ");
    const visit = addVisit(ana, byAna, { who: "Dr Osei", where: "City Clinic" });
    for (const [kind, id] of [
      ["notes", note],
      ["questions", empty],
      ["visits", visit],
    ] as const) {
      deleteEntry(ana, kind, id, byAna);
    }
    expect(deletedEntries(ana).map((entry) => entry.text)).toEqual([
      "Dr Osei · City Clinic",
      "Parking is behind the clinic.",
    ]);
    expect(isDeleted(ana, "questions", empty)).toBe(true);
    restoreEntry(ana, "notes", note);
    expect(isDeleted(ana, "notes", note)).toBe(false);
    expect(isDeleted(ana, "notes", "never-seen")).toBe(false);
  });
});

describe("the name of a visit", () => {
  it("is who, else where, else a word that fits any", () => {
    const { ana, byAna } = twoPhones();
    const id = addVisit(ana, byAna, {});
    const visit = () => visits(ana)[0] ?? expect.fail("the visit is gone");
    expect(visitName(visit())).toBe("A visit");
    setVisit(ana, byAna, id, { where: "City Clinic" });
    expect(visitName(visit())).toBe("City Clinic");
    setVisit(ana, byAna, id, { who: "Dr Osei", when: "2026-10-08T09:15" });
    expect(visitLabel(visit())).toBe("\u2068Dr Osei\u2069, October 8, 2026");
    expect(whenText(visit().when.value)).toBe("October 8, 2026 at 09:15");
    expect(whenText("2026-10-08")).toBe("October 8, 2026, time not set");
    expect(whenText("")).toBe("No date yet");
  });

  it("stays with its notes after the visit was deleted", () => {
    const { ana, byAna } = twoPhones();
    const visit = addVisit(ana, byAna, { who: "Dr Osei" });
    const note = addNote(ana, byAna, "An operation in January.");
    assignNote(ana, byAna, note, visit);
    deleteEntry(ana, "visits", visit, byAna);
    expect(visitOf(ana, notes(ana)[0]?.visit.value ?? null)?.who.value).toBe("Dr Osei");
    expect(visitOf(ana, null)).toBeNull();
  });
});

it("every kind of entry has an address of its own", () => {
  expect(addressOf("notes", "n1")).toBe("/journal/note/n1");
  expect(addressOf("medicines", "m1")).toBe("/case/medicines/m1");
});
