import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseDoc, Writer } from "../../../src/domain/case/document";
import { foldDuplicates } from "../../../src/domain/case/duplicates";
import { optionEntries } from "../../../src/domain/decide/options";
import { addNote } from "../../../src/domain/journal/notes";
import { discussTask, ensureDiscussTask } from "../../../src/domain/opinions/discuss";
import { foldDrawn, movable, piecesOf, putUnder, undrawn } from "../../../src/domain/opinions/opinionDraft";
import { type Opinion, opinionEntries, opinionParts, opinions } from "../../../src/domain/opinions/opinionEntries";
import { setVerdict } from "../../../src/domain/opinions/verdicts";
import { addFromBank, bank } from "../../../src/domain/questions/questionBank";
import { questions, type Topic, topics } from "../../../src/domain/questions/questionEntries";
import { addQuestion, editAnswer } from "../../../src/domain/questions/questions";
import { setSeenNote } from "../../../src/domain/seen/seenNotes";
import { tasks, tickTask } from "../../../src/domain/tasks/tasks";
import { openOpinion } from "../../../src/domain/visits/afterVisit";
import { addVisit, type Visit, visits } from "../../../src/domain/visits/visits";
import { exchange, twoPhones } from "./twoDocs";

const TODAY = "2026-12-03";
const words = { what: "Talk it over", points: "How do you see it?", dueOn: "" };

function visitIn(doc: CaseDoc): Visit {
  return visits(doc)[0] ?? expect.fail("no visit");
}

function only(doc: CaseDoc): Opinion {
  expect(opinions(doc)).toHaveLength(1);
  return opinions(doc)[0] ?? expect.fail("no opinion");
}

function answer(doc: CaseDoc, writer: Writer, topic: Topic, text: string, said: string): string {
  const id = addQuestion(doc, writer, text, topic);
  editAnswer(doc, writer, id, said, visitIn(doc).id);
  return id;
}

/** A second opinion's visit with three answers and a note, known to both phones. */
function aVisit() {
  const { ana, ben, byAna, byBen } = twoPhones();
  addVisit(ana, byAna, { who: "Dr Lindqvist", when: `${TODAY}T10:30`, part: "second" });
  answer(ana, byAna, "diagnosis", "What is it?", "A torn meniscus.");
  answer(ana, byAna, "waiting", "What if I wait?", "Nothing bad for 12 weeks.");
  answer(ana, byAna, "other", "May I kneel?", "Yes.\n\nOn a cushion.");
  addNote(ana, byAna, "She bent both knees.", visitIn(ana).id);
  exchange(ana, ben);
  const open = (doc: CaseDoc, writer: Writer) => openOpinion(doc, writer, visitIn(doc), TODAY);
  return { ana, ben, byAna, byBen, open };
}

describe("an opinion that is begun from its visit", () => {
  it("D4: is drafted from the answers, each with its question in its row; what has no row stands beside them", () => {
    const { ana, byAna, open } = aVisit();
    addQuestion(ana, byAna, "Asked and not answered", "risks");
    open(ana, byAna);
    expect(only(ana)).toMatchObject({
      diagnosis: "What is it?\nA torn meniscus.",
      ifWait: "What if I wait?\nNothing bad for 12 weeks.",
      more: "May I kneel?\nYes.\n\nOn a cushion.",
      harms: "",
      recommended: "",
    });
  });

  it("D4: holds every answer of the visit, whatever it was about, and no other", () => {
    const said = fc.record({ topic: fc.constantFrom(...topics), text: fc.string(), said: fc.string({ minLength: 1 }) });
    fc.assert(
      fc.property(fc.array(said, { maxLength: 8 }), (list) => {
        const { ana, byAna } = twoPhones();
        addVisit(ana, byAna, { who: "Dr Lindqvist" });
        for (const one of list) answer(ana, byAna, one.topic, one.text, one.said);
        editAnswer(ana, byAna, addQuestion(ana, byAna, "Elsewhere?"), "Said on the phone");
        openOpinion(ana, byAna, visitIn(ana), TODAY);
        const all = opinionParts.map((place) => only(ana)[place]).join("\n\n");
        for (const one of list) expect(all).toContain(one.said.trim());
        expect(all).not.toContain("Said on the phone");
      }),
    );
  });

  it("D3: has a companion's words where the patient wrote none, and offers them where both wrote", () => {
    const { ana, byAna, open } = aVisit();
    const [, wait = ""] = questions(ana).map(({ id }) => id);
    const alone = addQuestion(ana, byAna, "What can go wrong?", "risks");
    const byCompanion = { ...byAna, author: "ben" };
    addNote(ana, byCompanion, "Little.", visitIn(ana).id, alone);
    addNote(ana, byCompanion, "Nothing for 12 months.", visitIn(ana).id, wait);
    open(ana, byAna);
    expect(only(ana)).toMatchObject({
      harms: "What can go wrong?\nLittle.",
      ifWait: "What if I wait?\nNothing bad for 12 weeks.",
    });
    expect(undrawn(ana, only(ana)).map(({ text, part }) => [text, part])).toEqual([
      ["She bent both knees.", null],
      ["What if I wait?\nNothing for 12 months.", "ifWait"],
    ]);
  });

  it("D4: gives the answer to an idea of the bank the row that asks the same", () => {
    const { ana, byAna } = twoPhones();
    addVisit(ana, byAna, { who: "Dr Lindqvist" });
    const ideas = bank.filter(({ id }) => id === "sure" || id === "all" || id === "wrong" || id === "pay");
    for (const id of addFromBank(ana, byAna, ideas, (idea) => `${idea}?`)) {
      editAnswer(ana, byAna, id, `said`, visitIn(ana).id);
    }
    openOpinion(ana, byAna, visitIn(ana), TODAY);
    const { sure, alternatives, harms, more } = only(ana);
    expect({ sure, alternatives, harms, more }).toEqual({
      sure: "sure?\nsaid",
      alternatives: "all?\nsaid",
      harms: "wrong?\nsaid",
      more: "pay?\nsaid",
    });
  });

  it("D4: is never written over: asked for again it is the same, with what was changed in it", () => {
    const { ana, byAna, open } = aVisit();
    const id = open(ana, byAna);
    opinionEntries.write(ana, id, "diagnosis", "Torn, she is sure.");
    answer(ana, byAna, "risks", "What can go wrong?", "Little.");
    expect(open(ana, byAna)).toBe(id);
    expect(only(ana)).toMatchObject({ diagnosis: "Torn, she is sure.", harms: "" });
    expect(undrawn(ana, only(ana)).map(({ text }) => text)).toEqual([
      "What can go wrong?\nLittle.",
      "She bent both knees.",
    ]);
  });

  it("D4: offers notes and later answers; put in their place they are added to what stands there", () => {
    const { ana, byAna, open } = aVisit();
    const id = open(ana, byAna);
    const [note] = undrawn(ana, only(ana));
    if (!note) return expect.fail("the note is not offered");
    putUnder(ana, byAna, id, note, "diagnosis");
    expect(only(ana).diagnosis).toBe("What is it?\nA torn meniscus.\n\nShe bent both knees.");
    expect(undrawn(ana, only(ana))).toEqual([]);
  });

  it("D4: what stands beside the rows is moved into one word for word, and stays once somebody has changed it", () => {
    const { ana, byAna, open } = aVisit();
    const id = open(ana, byAna);
    answer(ana, byAna, "cost", "What does it cost?", "Nothing.");
    for (const piece of undrawn(ana, only(ana))) putUnder(ana, byAna, id, piece, "more");
    const [kneel] = movable(ana, only(ana));
    if (!kneel) return expect.fail("nothing to move");
    putUnder(ana, byAna, id, kneel, "benefits");
    expect(only(ana).benefits).toBe("May I kneel?\nYes.\n\nOn a cushion.");
    expect(only(ana).more).toBe("What does it cost?\nNothing.\n\nShe bent both knees.");
    opinionEntries.write(ana, id, "more", "Nothing to pay.\n\nShe bent both knees.");
    expect(movable(ana, only(ana)).map(({ kind }) => kind)).toEqual(["note"]);
  });
});

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
