import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deleteEntry } from "../../../src/domain/case/entries";
import {
  addedFrom,
  addFromBank,
  type BankId,
  bank,
  bankByTopic,
  suggestedFor,
} from "../../../src/domain/questions/questionBank";
import { questions, topics } from "../../../src/domain/questions/questionEntries";
import { addQuestion, editQuestion } from "../../../src/domain/questions/questions";
import { reasonsByPoint } from "../../../src/domain/reasons/reasons";
import words from "../../../src/i18n/en/questions.json";
import { exchange, twoPhones } from "./twoDocs";

const wordsOf = (id: BankId) => `What about ${id}?`;
const ideas = fc.subarray([...bank]);

describe("the question bank", () => {
  it("P3: has three to six ideas for every topic, each under an id of its own", () => {
    expect(new Set(bank.map(({ id }) => id)).size).toBe(bank.length);
    expect(bankByTopic().map(({ topic }) => topic)).toEqual([...topics]);
    for (const { topic, ideas: listed } of bankByTopic()) {
      expect(listed.length, topic).toBeGreaterThanOrEqual(3);
      expect(listed.length, topic).toBeLessThanOrEqual(6);
    }
  });

  it.each([
    ["options", /to cure, to keep it under control, or to ease symptoms/],
    ["options", /team of specialists.*\(MDT or tumour board\).*What did it say/],
    ["diagnosis", /slides.*looked at again.*Who sends them/],
    ["alternatives", /trial/],
    ["alternatives", /if I do not have this done/],
    ["practical", /day-to-day life/],
    ["practical", /May I record this/],
    ["waiting", /How long do I have to decide/],
    ["waiting", /start right away/],
  ])("D4: has, under %s, a question like %s", (topic, question) => {
    const listed = bankByTopic().find((part) => part.topic === topic)?.ideas ?? [];
    expect(listed.filter(({ id }) => question.test(words.bank.ideas[id]))).toHaveLength(1);
  });

  it("P3: has words for every idea and no words without one", () => {
    expect(Object.keys(words.bank.ideas).sort()).toEqual(bank.map(({ id }) => id).sort());
  });

  it("P3: puts each idea on the list once, at the end and in the order of the bank, whatever was added before", () => {
    fc.assert(
      fc.property(ideas, ideas, (before, now) => {
        const { ana, byAna } = twoPhones();
        addQuestion(ana, byAna, "Mine, first.");
        addFromBank(ana, byAna, before, wordsOf);
        const added = addFromBank(ana, byAna, now, wordsOf);
        const fresh = now.filter((idea) => !before.includes(idea));
        const all = questions(ana);
        expect(added).toHaveLength(fresh.length);
        expect(all.map(({ text }) => text)).toEqual([
          "Mine, first.",
          ...[...before, ...fresh].map(({ id }) => wordsOf(id)),
        ]);
        expect(addFromBank(ana, byAna, [...before, ...now], wordsOf)).toEqual([]);
      }),
    );
  });

  it("P3: knows an added idea after its words were changed, and one that was typed by hand; a deleted one can be added again", () => {
    const { ana, byAna } = twoPhones();
    const [first, second] = bank;
    const [id = ""] = addFromBank(ana, byAna, [first], wordsOf);
    editQuestion(ana, id, "👩‍⚕️ Something quite different");
    expect(addedFrom(questions(ana), first.id, wordsOf(first.id))?.id).toBe(id);
    const typed = addQuestion(ana, byAna, ` ${wordsOf(second.id)} `);
    expect(addedFrom(questions(ana), second.id, wordsOf(second.id))?.id).toBe(typed);
    deleteEntry(ana, "questions", id, byAna);
    expect(addedFrom(questions(ana), first.id, wordsOf(first.id))).toBeNull();
    expect(addFromBank(ana, byAna, [first], wordsOf)).toHaveLength(1);
  });

  it("P3: keeps both questions when two phones add the same idea at once, and shows it as added", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    const [idea] = bank;
    addFromBank(ana, byAna, [idea], wordsOf);
    addFromBank(ben, byBen, [idea], wordsOf);
    exchange(ana, ben);
    expect(questions(ana)).toHaveLength(2);
    expect(addedFrom(questions(ana), idea.id, wordsOf(idea.id))).toEqual(
      addedFrom(questions(ben), idea.id, wordsOf(idea.id)),
    );
    expect(addFromBank(ben, byBen, [idea], wordsOf)).toEqual([]);
  });

  it("W3: has ideas for every reason of the guide; each idea is offered once, however many reasons ask for it", () => {
    const reasons = Object.values(reasonsByPoint).flat();
    for (const reason of reasons) {
      expect(suggestedFor([reason]).length, reason).toBeGreaterThanOrEqual(2);
    }
    const all = suggestedFor(reasons);
    expect(new Set(all).size).toBe(all.length);
    expect(suggestedFor([])).toEqual([]);
    expect(suggestedFor(["own"])).toEqual([]);
  });
});
