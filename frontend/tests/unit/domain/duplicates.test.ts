import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CaseDoc, editCaseText } from "../../../src/domain/case/document";
import { foldDuplicates } from "../../../src/domain/case/duplicates";
import { deleteEntry, restoreEntry } from "../../../src/domain/case/entries";
import { addAdvice, askUnclear, optionEntries, pointEntries } from "../../../src/domain/decide/options";
import { askFirstDoctor, discussTask, ensureDiscussTask, isRaised } from "../../../src/domain/opinions/discuss";
import { opinionEntries } from "../../../src/domain/opinions/opinionEntries";
import { addFromBank, bank } from "../../../src/domain/questions/questionBank";
import { questionEntries, questions } from "../../../src/domain/questions/questionEntries";
import {
  addQuestion,
  comeAlong,
  editAnswer,
  editQuestion,
  moveQuestion,
  tickQuestion,
} from "../../../src/domain/questions/questions";
import { taskEntries } from "../../../src/domain/tasks/tasks";
import { exchange, twoPhones } from "./twoDocs";

const points = [
  { opinion: "o", row: "diagnosis", text: "Diagnosis: worn?" },
  { opinion: "o", row: "harms", text: "Risks and side effects: pain?" },
] as const;
const words = { what: "Talk it over with Dr Osei", points: "What do you think?", dueOn: "" };

function askedTwice() {
  const phones = twoPhones();
  const { ana, ben, byAna, byBen } = phones;
  askFirstDoctor(ana, byAna, points, null);
  askFirstDoctor(ben, byBen, points, null);
  exchange(ana, ben);
  return phones;
}

/** What one phone does; returns the words it wrote. */
function stepped(
  { ana, ben, byAna, byBen }: ReturnType<typeof twoPhones>,
  { isBen, at, what }: { isBen: boolean; at: number; what: string },
  words: string,
): string {
  const [doc, writer] = isBen ? [ben, byBen] : [ana, byAna];
  if (what === "exchange") exchange(ana, ben);
  if (what === "fold") foldDuplicates(doc, writer);
  const question = questions(doc)[at % questions(doc).length];
  if (!question) return "";
  if (what === "move") moveQuestion(doc, writer, question.id, 0);
  if (what !== "answer") return "";
  editAnswer(doc, writer, question.id, `${question.answer}\n${words}`);
  return words;
}

function textsOf(doc: CaseDoc): string[] {
  return questions(doc)
    .map(({ text }) => text)
    .sort();
}

describe("what two phones made at once", () => {
  it("A1: a list that both phones made in the same minute stands there once, on both", () => {
    const { ana, ben, byAna, byBen } = askedTwice();
    expect(questions(ana)).toHaveLength(4);
    foldDuplicates(ana, byAna);
    foldDuplicates(ben, byBen);
    exchange(ana, ben);
    foldDuplicates(ana, byAna);
    for (const doc of [ana, ben]) expect(textsOf(doc)).toEqual(points.map(({ text }) => text));
    expect(questionEntries.deleted(ana)).toHaveLength(2);
  });

  it("D4: one that was taken out of a visit is not hidden behind its duplicate, which would bring it back into the room", () => {
    const { ana, byAna } = askedTwice();
    const [first] = questions(ana);
    if (!first) return expect.fail("no question");
    comeAlong(ana, byAna, first.id, "visit", false);
    foldDuplicates(ana, byAna);
    expect(
      questions(ana)
        .filter(({ text }) => text === first.text)
        .map(({ takenOutOf }) => takenOutOf),
    ).toEqual([["visit"]]);
  });

  it("A1: the one with an answer, a day or a visit stays, and both stay when both hold words", () => {
    const { ana, ben, byAna, byBen } = askedTwice();
    const [first, second] = questions(ana).filter(({ text }) => text === points[0].text);
    if (!first || !second) return expect.fail("no duplicates");
    editAnswer(ana, byAna, second.id, "Worn");
    tickQuestion(ana, byAna, second.id, true);
    foldDuplicates(ana, byAna);
    expect(questions(ana).map(({ id }) => id)).toContain(second.id);
    expect(questions(ana).map(({ id }) => id)).not.toContain(first.id);
    editAnswer(ben, byBen, first.id, "Torn");
    exchange(ana, ben);
    foldDuplicates(ben, byBen);
    expect(questions(ben).map(({ answer }) => answer)).toEqual(expect.arrayContaining(["Torn", "Worn"]));
  });

  it("A1: words written into a duplicate that was hidden elsewhere bring it back", () => {
    const { ana, ben, byAna } = askedTwice();
    foldDuplicates(ana, byAna);
    const [hidden] = questionEntries.deleted(ana);
    if (!hidden) return expect.fail("nothing was hidden");
    editQuestion(ben, hidden.id, "Diagnosis: worn or torn?");
    exchange(ana, ben);
    expect(textsOf(ana)).not.toContain("Diagnosis: worn or torn?");
    foldDuplicates(ana, byAna);
    expect(textsOf(ana)).toContain("Diagnosis: worn or torn?");
  });

  it("A1: what a person deleted stays deleted, and what a person took back stays", () => {
    const { ana, byAna } = askedTwice();
    foldDuplicates(ana, byAna);
    const [hidden] = questionEntries.deleted(ana);
    const [shown] = questions(ana);
    deleteEntry(ana, "questions", shown?.id ?? "", byAna);
    foldDuplicates(ana, byAna);
    expect(questions(ana).map(({ id }) => id)).not.toContain(shown?.id);
    restoreEntry(ana, "questions", hidden?.id ?? "");
    foldDuplicates(ana, byAna);
    foldDuplicates(ana, byAna);
    expect(questions(ana).map(({ id }) => id)).toContain(hidden?.id);
    deleteEntry(ana, "questions", hidden?.id ?? "", byAna);
    foldDuplicates(ana, byAna);
    expect(questions(ana).map(({ id }) => id)).not.toContain(hidden?.id);
  });

  it("A4: things that are unclear and ideas from the bank are folded in the same way", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    editCaseText(ana, "unclear", "Can I drive?");
    exchange(ana, ben);
    askUnclear(ana, byAna);
    askUnclear(ben, byBen);
    addFromBank(ana, byAna, bank.slice(0, 1), () => "What is it called?");
    addFromBank(ben, byBen, bank.slice(0, 1), () => "What is it called?");
    exchange(ana, ben);
    foldDuplicates(ana, byAna);
    expect(textsOf(ana)).toEqual(["Can I drive?", "What is it called?"]);
  });

  it("A4: one advice that both phones add is one way to go, and a point that only one of them has keeps both", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const said = { recommended: "Operate", benefits: "Less pain" };
    const id = opinionEntries.add(ana, byAna, { who: "Dr Osei" }, said);
    exchange(ana, ben);
    const advice = (doc: CaseDoc) => opinionEntries.find(doc, id) ?? expect.fail("gone");
    addAdvice(ana, byAna, advice(ana), "Operate");
    const bens = addAdvice(ben, byBen, advice(ben), "Operate");
    exchange(ana, ben);
    foldDuplicates(ana, byAna);
    expect(optionEntries.list(ana)).toHaveLength(1);
    expect(optionEntries.list(ana).map((option) => option.id)).not.toContain(bens);
    pointEntries.add(ben, byBen, { option: bens, side: "harm" }, { words: "The stairs" });
    pointEntries.add(ana, byAna, { option: optionEntries.list(ana)[0]?.id ?? "", side: "harm" }, { words: "The ward" });
    exchange(ana, ben);
    foldDuplicates(ana, byAna);
    foldDuplicates(ana, byAna);
    expect(optionEntries.list(ana)).toHaveLength(2);
  });

  it("leaves alone what people typed twice themselves", () => {
    const { ana, byAna } = twoPhones();
    for (const _ of [1, 2]) addQuestion(ana, byAna, "Why?");
    for (const _ of [1, 2]) taskEntries.add(ana, byAna, { what: "Call", about: "next-step", of: "visit" });
    foldDuplicates(ana, byAna);
    expect(questions(ana)).toHaveLength(2);
    expect(taskEntries.list(ana)).toHaveLength(2);
  });

  it("A1: two tasks for one opinion become one; points that only one of them has are kept", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const id = opinionEntries.add(ana, byAna, { whose: "later" }, { diagnosis: "Worn" });
    exchange(ana, ben);
    for (const [doc, writer, own] of [
      [ana, byAna, words],
      [ben, byBen, { ...words, points: `${words.points}\nAsk about the brace` }],
    ] as const) {
      ensureDiscussTask(doc, writer, opinionEntries.find(doc, id) ?? expect.fail("gone"), own);
    }
    exchange(ana, ben);
    foldDuplicates(ana, byAna);
    foldDuplicates(ben, byBen);
    exchange(ana, ben);
    expect(taskEntries.list(ana)).toHaveLength(1);
    expect(discussTask(ana, id)?.words).toContain("Ask about the brace");
    expect(discussTask(ben, id)?.id).toBe(discussTask(ana, id)?.id);
  });

  it("A1: whatever two phones do before they meet, no words vanish and one of each is left", () => {
    const step = fc.record({
      isBen: fc.boolean(),
      at: fc.nat(3),
      what: fc.constantFrom("answer", "fold", "move", "exchange"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const phones = askedTwice();
        const { ana, ben } = phones;
        const written = steps.map((one, turn) => stepped(phones, one, `answer ${turn}`));
        for (const _ of [1, 2]) {
          exchange(ana, ben);
          foldDuplicates(ana, phones.byAna);
          foldDuplicates(ben, phones.byBen);
        }
        exchange(ana, ben);
        const shown = questions(ana)
          .map(({ answer }) => answer)
          .join("\n");
        for (const answer of written) expect(shown).toContain(answer);
        expect(new Set(textsOf(ana))).toEqual(new Set(points.map(({ text }) => text)));
        expect(questions(ben).map(({ id }) => id)).toEqual(questions(ana).map(({ id }) => id));
      }),
    );
  });

  it("A1: a point that was asked is not asked again when the words of the opinion or of the question change", () => {
    const { ana, byAna } = twoPhones();
    const [id] = askFirstDoctor(ana, byAna, points.slice(0, 1), null);
    editQuestion(ana, id ?? "", "Is it worn or torn?");
    expect(isRaised(ana, { ...points[0], text: "Diagnosis: badly worn?" })).toBe(true);
    expect(isRaised(ana, { ...points[0], row: "sure" })).toBe(false);
  });
});
