import { describe, expect, it } from "vitest";
import { type AnswerTime, dueOf } from "../../../../src/domain/letters/answerDue";
import { answerDueLine, answerDueWords, spanText } from "../../../../src/ui/screens/letters/answerDueWords";
import { eightDays, limitOf, oneMonth, twentyWorkingDays } from "../../domain/answerTimes";

const dueIn = (answerTime: AnswerTime, arrived: string, ...made: string[]) =>
  dueOf({ sent: ["2026-11-01"], arrived: [arrived], made }, answerTime) ?? expect.fail("there is no answerTime");
const told = (answerTime: AnswerTime, today: string, arrived = "2026-11-05", isUsual = false) =>
  answerDueWords(dueIn(answerTime, arrived), { ...answerTime, is_usual: isUsual }, today);

describe("what is said of a clinic's time", () => {
  it("R2: a month from the day they got it, with the next working day and what may be added", () => {
    expect(told(oneMonth, "2026-11-22")).toEqual([
      "Counted from November 5, 2026, they have 1 month: until December 7, 2026.",
      "If that day is a public holiday, it is the next working day.",
      "They may be allowed 2 months more, until February 5, 2027. They should tell you so.",
    ]);
  });

  it("R2: days, working days, and what is only usual, each in the rule's own unit", () => {
    expect(told(limitOf(30), "2026-11-22")).toEqual([
      "Counted from November 5, 2026, they have 30 days: until December 5, 2026.",
    ]);
    expect(told(twentyWorkingDays, "2026-11-22")).toEqual([
      "Counted from November 5, 2026, they have 20 working days: until December 3, 2026.",
      "Public holidays come on top of that.",
    ]);
    expect(told(limitOf(30), "2026-11-22", "2026-11-05", true)[0]).toContain("the usual time is 30 days");
    expect([1, 2].map((count) => spanText({ count, unit: "months" }))).toEqual(["1 month", "2 months"]);
  });

  it("R2: both times of a country that has one for new and one for old records, unless the records decide it", () => {
    expect(told(eightDays, "2026-11-06")).toEqual([
      "Counted from November 5, 2026, they have 8 days: until November 13, 2026.",
      "For records older than 5 years, it is 2 months: until January 5, 2027.",
    ]);
    const made = (day: string) =>
      answerDueWords(dueIn(eightDays, "2026-11-05", day), { ...eightDays, is_usual: false }, "2026-11-06");
    expect(made("2026-09-20")).toHaveLength(1);
    expect(made("2015-01-01")).toEqual([
      "Counted from November 5, 2026, they have 2 months: until January 5, 2027.",
      "If that day is a public holiday, it is the next working day.",
    ]);
  });

  it("R2: once it has run, that they may be allowed longer, and of nobody that they are late", () => {
    const [first, more, last] = told(oneMonth, "2026-12-24");
    expect(first).toBe(
      "If they got it on November 5, 2026, the usual limit was December 7, 2026. They may be allowed longer.",
    );
    expect(more).toContain("until February 5, 2027");
    expect(last).toBe("A friendly call often helps.");
    for (const answerTime of [oneMonth, limitOf(30), twentyWorkingDays, eightDays]) {
      for (const today of ["2026-11-06", "2026-12-05", "2027-03-01"]) {
        const all = [...told(answerTime, today), answerDueLine(dueIn(answerTime, ""), today)].join(" ");
        expect(all).not.toMatch(/\bover\b|\blate\b|overdue|time (is|was) up|[{}]|letter\./);
      }
    }
  });

  it("R2: the same in a few words, for the list of letters", () => {
    expect(answerDueLine(dueIn(oneMonth, "2026-11-05"), "2026-12-07")).toBe("usual limit December 7, 2026");
    expect(answerDueLine(dueIn(oneMonth, ""), "2026-12-09")).toBe(
      "If they got it on November 8, 2026, the usual limit was December 8, 2026. They may be allowed longer.",
    );
  });
});
