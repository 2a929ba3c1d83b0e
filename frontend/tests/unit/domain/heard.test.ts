import { describe, expect, it } from "vitest";
import { addNote } from "../../../src/domain/journal/notes";
import { addQuestion, editAnswer } from "../../../src/domain/questions/questions";
import { heardAt } from "../../../src/domain/visits/heard";
import { aVisit } from "./visitStage";

describe("what is read back at the end of a visit", () => {
  it("D4: is each question with all that was written about it, then the other notes, the oldest first", () => {
    const { ana, byAna, id } = aVisit();
    const byCompanion = { ...byAna, author: "ben" };
    const [both = "", theirs = "", elsewhere = ""] = ["Both?", "Theirs?", "Elsewhere?"].map((text) =>
      addQuestion(ana, byAna, text),
    );
    addQuestion(ana, byAna, "Not asked");
    editAnswer(ana, byAna, both, "Two weeks.", id);
    editAnswer(ana, byAna, elsewhere, "On the phone.");
    addNote(ana, byCompanion, "Two months.", id, both);
    addNote(ana, byCompanion, "Yes.", id, theirs);
    for (const text of ["She is late.", "She bent both knees."]) addNote(ana, byAna, text, id);
    addNote(ana, byAna, "Of another visit.");
    const read = heardAt(ana, id).map(({ question, isAnswered, notes }) => [
      question?.text ?? "",
      isAnswered ? question?.answer : "",
      notes.map(({ text }) => text),
    ]);
    expect(read).toEqual([
      ["Both?", "Two weeks.", ["Two months."]],
      ["Theirs?", "", ["Yes."]],
      ["", "", ["She is late."]],
      ["", "", ["She bent both knees."]],
    ]);
  });
});
