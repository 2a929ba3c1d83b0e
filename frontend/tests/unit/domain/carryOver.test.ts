import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carryBack, carryOver, leftOver, unansweredOf, visitToCome } from "../../../src/domain/carryOver";
import { addConsultation, consultations } from "../../../src/domain/consultations";
import type { CaseDoc, Writer } from "../../../src/domain/document";
import { questions } from "../../../src/domain/questionEntries";
import { addQuestion, assignQuestion, moveQuestion, tickQuestion } from "../../../src/domain/questions";
import { exchange, twoPhones } from "./twoDocs";

const NOW = "2026-12-04T09:00";
const asked = fc.record({
  visit: fc.constantFrom("first", "second", null),
  isAnswered: fc.boolean(),
  place: fc.nat(9),
});
const lists = fc.array(asked, { maxLength: 12 });
const targets = fc.constantFrom("second", "third", null);

function ask(
  doc: CaseDoc,
  writer: Writer,
  list: readonly { visit: string | null; isAnswered: boolean; place: number }[],
) {
  for (const [at, { visit, isAnswered, place }] of list.entries()) {
    const id = addQuestion(doc, writer, `question ${at}`);
    assignQuestion(doc, writer, id, visit);
    moveQuestion(doc, writer, id, place);
    if (isAnswered) tickQuestion(doc, writer, id, true);
  }
}

function placed(doc: CaseDoc): string[] {
  return questions(doc).map(
    ({ text, consultation, answeredAt }) => `${text} ${consultation.value} ${answeredAt !== null}`,
  );
}

describe("questions that a visit left open", () => {
  it("D4: go to the next visit; what was answered never moves, and every question keeps its place", () => {
    fc.assert(
      fc.property(lists, targets, (list, to) => {
        const { ana, byAna } = twoPhones();
        ask(ana, byAna, list);
        const before = questions(ana);
        const open = unansweredOf(before, "first").map(({ id }) => id);
        expect(carryOver(ana, byAna, "first", to)).toEqual(open);
        const after = questions(ana);
        expect(after.map(({ id, text, answer, rank, answeredAt }) => [id, text, answer, rank, answeredAt])).toEqual(
          before.map(({ id, text, answer, rank, answeredAt }) => [id, text, answer, rank, answeredAt]),
        );
        for (const [at, question] of after.entries()) {
          const was = before[at]?.consultation.value ?? null;
          expect(question.consultation.value).toBe(open.includes(question.id) ? to : was);
        }
        expect(unansweredOf(after, "first")).toEqual([]);
      }),
    );
  });

  it("D4: carried over twice are where they were after once, and can all be taken back", () => {
    fc.assert(
      fc.property(lists, targets, (list, to) => {
        const { ana, byAna } = twoPhones();
        ask(ana, byAna, list);
        const before = placed(ana);
        const moved = carryOver(ana, byAna, "first", to);
        const once = placed(ana);
        expect(carryOver(ana, byAna, "first", to)).toEqual([]);
        expect(placed(ana)).toEqual(once);
        carryBack(ana, byAna, moved, "first", to);
        expect(placed(ana)).toEqual(before);
      }),
    );
  });

  it("D4: are all still there when two phones carry over at once, the answered ones at their visit", () => {
    fc.assert(
      fc.property(lists, targets, targets, (list, toOfAna, toOfBen) => {
        const { ana, ben, byAna, byBen } = twoPhones();
        ask(ana, byAna, list);
        exchange(ana, ben);
        const answered = questions(ana).filter(({ answeredAt }) => answeredAt !== null);
        carryOver(ana, byAna, "first", toOfAna);
        carryOver(ben, byBen, "first", toOfBen);
        exchange(ana, ben);
        expect(placed(ben)).toEqual(placed(ana));
        expect(questions(ana)).toHaveLength(list.length);
        expect(questions(ana).filter(({ answeredAt }) => answeredAt !== null)).toEqual(answered);
        expect(unansweredOf(questions(ana), "first")).toEqual([]);
      }),
    );
  });

  it("D4: stay where they are when the next visit is the same one", () => {
    const { ana, byAna } = twoPhones();
    ask(ana, byAna, [{ visit: "first", isAnswered: false, place: 0 }]);
    expect(carryOver(ana, byAna, "first", "first")).toEqual([]);
    expect(questions(ana)[0]?.consultation.value).toBe("first");
  });

  it("D4: are not taken back from a visit that someone chose since", () => {
    const { ana, byAna } = twoPhones();
    ask(ana, byAna, [{ visit: "first", isAnswered: false, place: 0 }]);
    const moved = carryOver(ana, byAna, "first", "second");
    assignQuestion(ana, byAna, moved[0] ?? "", "third");
    carryBack(ana, byAna, moved, "first", "second");
    expect(questions(ana)[0]?.consultation.value).toBe("third");
  });
});

describe("a visit that is over", () => {
  it("D4: is one that was ended or whose day has passed, and is named only while it left a question open", () => {
    const { ana, byAna } = twoPhones();
    const over = addConsultation(ana, byAna, { who: "Dr Osei", when: "2026-10-08T09:15" });
    const ended = addConsultation(ana, byAna, { who: "Dr Lindqvist", endedAt: "2026-12-04T08:50:00.000Z" });
    const today = addConsultation(ana, byAna, { who: "Dr Weiss", when: "2026-12-04T08:00" });
    for (const visit of [over, ended, today])
      assignQuestion(ana, byAna, addQuestion(ana, byAna, `for ${visit}`), visit);
    const open = () => leftOver(questions(ana), consultations(ana), NOW).map((left) => left.visit.id);
    expect(open()).toEqual([over, ended]);
    carryOver(ana, byAna, over, today);
    expect(open()).toEqual([ended]);
    expect(unansweredOf(questions(ana), today)).toHaveLength(2);
  });

  it("D4: hands on to the earliest visit still to come, else to one without a date, else to none", () => {
    const { ana, byAna } = twoPhones();
    const over = addConsultation(ana, byAna, { when: "2026-10-08T09:15" });
    const next = () => visitToCome(consultations(ana), over, NOW)?.id ?? null;
    expect(next()).toBeNull();
    const undated = addConsultation(ana, byAna, { who: "Dr Lindqvist" });
    expect(next()).toBe(undated);
    addConsultation(ana, byAna, { when: "2027-02-29T10:00" });
    const soon = addConsultation(ana, byAna, { when: "2026-12-20T10:00" });
    expect(next()).toBe(soon);
    expect(visitToCome(consultations(ana), soon, NOW)?.id).not.toBe(soon);
  });
});
