import { describe, expect, it } from "vitest";
import type { OpenCase } from "../../../../src/cases/documents/book";
import type { CaseDoc, Writer } from "../../../../src/domain/case/document";
import { comparison } from "../../../../src/domain/opinions/comparison";
import { discussTask } from "../../../../src/domain/opinions/discuss";
import { opinionEntries } from "../../../../src/domain/opinions/opinionEntries";
import { setVerdict } from "../../../../src/domain/opinions/verdicts";
import { questions } from "../../../../src/domain/questions/questionEntries";
import { comparisonText } from "../../../../src/ui/screens/opinions/comparisonText";
import { makeList, pointsToRaise } from "../../../../src/ui/screens/opinions/raising";
import { takeBack } from "../../../../src/ui/start/undo";
import { exchange, twoPhones } from "../../domain/twoDocs";

function twoOpinions(doc: CaseDoc, writer: Writer, said = "Worn") {
  const first = opinionEntries.add(doc, writer, { who: "Dr Osei", whose: "first" }, { diagnosis: "Torn" });
  const later = opinionEntries.add(doc, writer, { who: "Dr Lindqvist", whose: "later" }, { diagnosis: said });
  return { first, later };
}

function compared(doc: CaseDoc) {
  return comparison(doc) ?? expect.fail("nothing to compare");
}

describe("the comparison in words", () => {
  it("A2: holds both marks while two phones disagree", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const { first, later } = twoOpinions(ana, byAna);
    exchange(ana, ben);
    setVerdict(ana, byAna, first, later, "diagnosis", "partly");
    setVerdict(ben, byBen, first, later, "diagnosis", "different");
    exchange(ana, ben);
    const text = comparisonText(ana, compared(ana), "2026-11-22");
    expect(text).toMatch(/Marked: (Partly the same \/ Different|Different \/ Partly the same)/);
  });
});

describe("A2: what stands in no row", () => {
  it("A2: is in the comparison too, by the doctor who said it", () => {
    const { ana, byAna } = twoPhones();
    const { later } = twoOpinions(ana, byAna);
    expect(comparisonText(ana, compared(ana), "2026-11-22")).not.toContain("WHAT ELSE WAS SAID");
    opinionEntries.write(ana, later, "more", "Swim twice a week.");
    expect(comparisonText(ana, compared(ana), "2026-11-22")).toContain(
      "WHAT ELSE WAS SAID\nDr Lindqvist: Swim twice a week.",
    );
  });
});

describe("A1: the list for the first doctor", () => {
  it("A1: is taken back whole: the questions, and the lines in the task", () => {
    const { ana: doc, byAna: writer } = twoPhones();
    const { first, later } = twoOpinions(doc, writer);
    setVerdict(doc, writer, first, later, "diagnosis", "different");
    makeList({ doc, writer } as OpenCase, compared(doc));
    const [question] = questions(doc);
    expect(question?.text).toContain("“Worn”");
    expect(discussTask(doc, later)?.words).toContain(question?.text);
    takeBack();
    expect(questions(doc)).toEqual([]);
    expect(discussTask(doc, later)?.words).not.toContain("“Worn”");
  });

  it("A1: does not ask again when a letter of the opinion is put right", () => {
    const { ana: doc, byAna: writer } = twoPhones();
    const { first, later } = twoOpinions(doc, writer);
    setVerdict(doc, writer, first, later, "diagnosis", "different");
    makeList({ doc, writer } as OpenCase, compared(doc));
    opinionEntries.write(doc, later, "diagnosis", "Worn, not torn");
    expect(pointsToRaise(doc, compared(doc)).map(({ isAsked }) => isAsked)).toEqual([true]);
  });

  it("A1: of words too long to repeat, says nothing that the doctor may not have said", () => {
    const { ana: doc, byAna: writer } = twoPhones();
    const { first, later } = twoOpinions(doc, writer, "Worn ".repeat(2_000));
    setVerdict(doc, writer, first, later, "diagnosis", "partly");
    const [point] = pointsToRaise(doc, compared(doc));
    expect(point?.text).toBe("Diagnosis: I wrote down what Dr Lindqvist said. What do you think?");
    opinionEntries.write(doc, later, "diagnosis", "");
    expect(pointsToRaise(doc, compared(doc))[0]?.text).toContain("sees this differently");
  });
});
