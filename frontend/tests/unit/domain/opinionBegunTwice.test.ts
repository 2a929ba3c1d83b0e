import { describe, expect, it } from "vitest";
import type { CaseDoc, Writer } from "../../../src/domain/case/document";
import { foldDuplicates } from "../../../src/domain/case/duplicates";
import { optionEntries } from "../../../src/domain/decide/options";
import { addNote } from "../../../src/domain/journal/notes";
import { discussTask, ensureDiscussTask } from "../../../src/domain/opinions/discuss";
import { foldDrawn, piecesOf, putUnder } from "../../../src/domain/opinions/opinionDraft";
import { opinionEntries, opinions } from "../../../src/domain/opinions/opinionEntries";
import { setVerdict } from "../../../src/domain/opinions/verdicts";
import { questions } from "../../../src/domain/questions/questionEntries";
import { setSeenNote } from "../../../src/domain/seen/seenNotes";
import { tasks, tickTask } from "../../../src/domain/tasks/tasks";
import { aVisit, only, visitIn, words } from "./draftStage";
import { exchange } from "./twoDocs";

describe("an opinion that two phones begin at once", () => {
  function begunTwice() {
    const visit = aVisit();
    const { ana, ben, byAna, byBen, open } = visit;
    const ids = [open(ana, byAna), open(ben, byBen)] as const;
    for (const [doc, writer] of [
      [ana, byAna],
      [ben, byBen],
    ] as const) {
      for (const opinion of opinions(doc)) ensureDiscussTask(doc, writer, opinion, words);
    }
    exchange(ana, ben);
    expect(opinions(ana)).toHaveLength(2);
    return { ...visit, ids };
  }

  it("D4: stands there once on both, and so does the talk with the first doctor about it", () => {
    const { ana, ben, byAna, byBen } = begunTwice();
    foldDuplicates(ana, byAna);
    foldDuplicates(ben, byBen);
    exchange(ana, ben);
    foldDuplicates(ana, byAna);
    for (const doc of [ana, ben]) {
      expect(only(doc).diagnosis).toBe("What is it?\nA torn meniscus.");
      expect(tasks(doc)).toHaveLength(1);
      expect(discussTask(doc, only(doc).id)).not.toBeNull();
    }
  });

  it("D4: stays twice while both hold words of their own, and a hidden one comes back with the words written into it", () => {
    const { ana, ben, byAna, byBen, ids } = begunTwice();
    const [ofAna, ofBen] = ids;
    opinionEntries.write(ana, ofAna, "diagnosis", "Torn.");
    exchange(ana, ben);
    foldDuplicates(ana, byAna);
    expect(opinions(ana)).toHaveLength(2);
    opinionEntries.write(ana, ofAna, "diagnosis", "What is it?\nA torn meniscus.");
    foldDuplicates(ana, byAna);
    const hidden = only(ana).id === ofAna ? ofBen : ofAna;
    opinionEntries.write(ben, hidden, "harms", "Stiff for a year.");
    exchange(ana, ben);
    foldDuplicates(ben, byBen);
    expect(opinions(ben).map(({ harms }) => harms)).toContain("Stiff for a year.");
  });

  it("D4: is not hidden while something was made of it", () => {
    const leaning: ((doc: CaseDoc, writer: Writer, id: string, other: string) => void)[] = [
      (doc, writer, id, other) => setVerdict(doc, writer, other, id, "diagnosis", "same"),
      (doc, writer, id) => optionEntries.add(doc, writer, { name: "Exercise", opinion: id }),
      (doc, writer, id) => setSeenNote(doc, writer, id, visitIn(doc).id, { state: "given" }),
    ];
    for (const lean of leaning) {
      const { ana, byAna, ids } = begunTwice();
      const [first, second] = [...ids].sort();
      lean(ana, byAna, second ?? "", first ?? "");
      lean(ana, byAna, first ?? "", second ?? "");
      foldDuplicates(ana, byAna);
      expect(opinions(ana)).toHaveLength(2);
    }
  });

  it("D4: a talk that was ticked stays, whichever of the two is shown", () => {
    const { ana, byAna } = begunTwice();
    for (const { id } of tasks(ana).slice(1)) tickTask(ana, byAna, id, true);
    foldDuplicates(ana, byAna);
    foldDuplicates(ana, byAna);
    expect(tasks(ana).some(({ doneAt }) => doneAt.value !== "")).toBe(true);
  });

  it("D4: a note that both put into one opinion stands there once", () => {
    const { ana, ben, byAna, byBen, open } = aVisit();
    addNote(ana, byAna, "Yes.", visitIn(ana).id);
    const id = open(ana, byAna);
    const notesOf = (doc: CaseDoc) => piecesOf(doc, visitIn(doc).id).filter(({ kind }) => kind === "note");
    exchange(ana, ben);
    for (const [doc, writer] of [
      [ana, byAna],
      [ben, byBen],
    ] as const) {
      for (const place of ["examined", "diagnosis"] as const) {
        for (const piece of notesOf(doc)) putUnder(doc, writer, id, piece, place);
      }
    }
    exchange(ana, ben);
    expect(only(ana).examined.length).toBeGreaterThan("She bent both knees.\n\nYes.".length);
    opinionEntries.write(ana, id, "sure", "Yes.\n\nShe said: Yes.Yes.");
    foldDrawn(ana, only(ana));
    exchange(ana, ben);
    foldDrawn(ben, only(ben));
    for (const doc of [ana, ben]) {
      expect(only(doc)).toMatchObject({
        examined: "She bent both knees.\n\nYes.",
        diagnosis: "What is it?\nA torn meniscus.\n\nShe bent both knees.\n\nYes.",
        sure: "Yes.\n\nShe said: Yes.Yes.",
      });
    }
  });

  it("what was typed by hand for one visit is nobody's duplicate", () => {
    const { ana, byAna, open } = aVisit();
    open(ana, byAna);
    opinionEntries.add(ana, byAna, { who: "Dr Lindqvist", visit: visitIn(ana).id });
    foldDuplicates(ana, byAna);
    expect(opinions(ana)).toHaveLength(2);
    expect(questions(ana)).toHaveLength(3);
  });
});
