import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { questions } from "../../../src/domain/questions/questionEntries";
import { addQuestion, moveQuestion, tickQuestion } from "../../../src/domain/questions/questions";
import { exchange, twoPhones } from "./twoDocs";

describe("questions", () => {
  it("stand where they were moved to, whatever the moves", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 7 })), { maxLength: 20 }), (moves) => {
        const { ana, byAna } = twoPhones();
        let expected = Array.from({ length: 6 }, (_, at) => addQuestion(ana, byAna, `question ${at}`));
        for (const [which, to] of moves) {
          const id = expected[which] ?? "";
          moveQuestion(ana, byAna, id, to);
          expected = expected.filter((other) => other !== id).toSpliced(Math.min(to, 5), 0, id);
          expect(questions(ana).map((question) => question.id)).toEqual(expected);
        }
      }),
    );
  });

  it("stand where they were moved to also when two phones gave them the same ranks", () => {
    const moves = fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 7 })), { maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), moves, (count, story) => {
        const { ana, ben, byAna, byBen } = twoPhones();
        for (let at = 0; at < count; at += 1) {
          addQuestion(ana, byAna, `${at} from Ana`);
          addQuestion(ben, byBen, `${at} from Ben`);
        }
        exchange(ana, ben);
        addQuestion(ana, byAna, "the last");
        let expected = questions(ana).map(({ id }) => id);
        for (const [which, to] of story) {
          const id = expected[which % expected.length] ?? "";
          moveQuestion(ana, byAna, id, to);
          expected = expected.filter((other) => other !== id);
          expected = expected.toSpliced(Math.min(to, expected.length), 0, id);
          expect(questions(ana).map((question) => question.id)).toEqual(expected);
        }
        exchange(ana, ben);
        expect(questions(ben).map((question) => question.id)).toEqual(expected);
      }),
    );
  });

  it("keep the time of the tick, and lose it when the tick is taken back", () => {
    const { ana, byAna } = twoPhones();
    const id = addQuestion(ana, byAna, "What if I wait?");
    tickQuestion(ana, byAna, id, true);
    expect(questions(ana)[0]?.answeredAt).toMatch(/^20\d\d-\d\d-\d\dT/);
    tickQuestion(ana, byAna, id, false);
    expect(questions(ana)[0]?.answeredAt).toBeNull();
  });
});
