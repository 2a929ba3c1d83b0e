import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addNote } from "../../../src/domain/journal/notes";
import { movable, putUnder, undrawn } from "../../../src/domain/opinions/opinionDraft";
import { opinionEntries, opinionParts } from "../../../src/domain/opinions/opinionEntries";
import { addFromBank, bank } from "../../../src/domain/questions/questionBank";
import { questions, topics } from "../../../src/domain/questions/questionEntries";
import { addQuestion, editAnswer } from "../../../src/domain/questions/questions";
import { openOpinion } from "../../../src/domain/visits/afterVisit";
import { addVisit } from "../../../src/domain/visits/visits";
import { answer, aVisit, only, TODAY, visitIn } from "./draftStage";
import { twoPhones } from "./twoDocs";

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
