import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AnswerTime,
  type Asked,
  type Due,
  dueOf,
  extensionOf,
  isOverdue,
  POST_DAYS,
} from "../../../src/domain/letters/answerDue";
import { eightDays, limitOf, oneMonth, twentyWorkingDays } from "./answerTimes";

// Any day of the calendar on which a letter could be sent, including leap days and ends of years.
const day = fc
  .date({ min: new Date("1999-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const span = fc.record({
  count: fc.integer({ min: 1, max: 90 }),
  unit: fc.constantFrom("days", "business_days", "months"),
});
const answerTime: fc.Arbitrary<AnswerTime> = fc.record({
  limit: span,
  extension: fc.option(span),
  older: fc.option(fc.record({ years: fc.integer({ min: 1, max: 30 }), limit: span })),
});

function daysLater(date: string, count: number): string {
  const at = new Date(`${date}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

function weekdayOf(date: string): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay();
}

function isWeekend(date: string): boolean {
  return weekdayOf(date) === 0 || weekdayOf(date) === 6;
}

const asking = (sent: string, arrived = "", ...made: string[]): Asked => ({ sent: [sent], arrived: [arrived], made });
const dueIn = (rule: AnswerTime, ...asked: Parameters<typeof asking>): Due =>
  dueOf(asking(...asked), rule) ?? expect.fail("there is no answerTime");
const untilIn = (rule: AnswerTime, arrived: string) => dueIn(rule, arrived, arrived).limits[0]?.until;

describe("the day answerTime of a letter", () => {
  it("R2: begins on the day they got it, not on the day it was sent", () => {
    const due = dueIn(oneMonth, "2026-10-01", "2026-10-05");
    expect(due).toMatchObject({ from: "2026-10-05", last: "2026-11-05" });
    expect(isOverdue(due, "2026-11-05")).toBe(false);
    expect(isOverdue(due, "2026-11-06")).toBe(true);
  });

  it("R2: allows for the post while nobody has said when they got it", () => {
    expect(dueIn(limitOf(30), "2026-11-01")).toMatchObject({ from: "2026-11-08", last: "2026-12-08" });
    expect(POST_DAYS).toBe(7);
  });

  it("R2: takes the later of days that contradict each other: no letter arrives before it was sent", () => {
    expect(dueIn(limitOf(30), "2026-11-10", "2026-11-05").from).toBe("2026-11-10");
    const onTwoPhones = { sent: ["2026-11-01", "2026-11-03"], arrived: ["2026-11-06", "2026-11-05"], made: [] };
    expect(dueOf(onTwoPhones, limitOf(30))?.from).toBe("2026-11-06");
    expect(dueOf({ ...onTwoPhones, arrived: [] }, limitOf(30))?.from).toBe("2026-11-10");
  });

  it("R2: a month ends on the same date, else on the last day of the month, else on the next working day", () => {
    expect(untilIn(oneMonth, "2026-09-03")).toBe("2026-10-05"); // October 3 is a Saturday
    expect(untilIn(oneMonth, "2026-11-05")).toBe("2026-12-07"); // December 5 is one too
    expect(untilIn(oneMonth, "2026-03-31")).toBe("2026-04-30");
    expect(untilIn(oneMonth, "2027-01-31")).toBe("2027-03-01"); // February 28 is a Sunday
    expect(untilIn(oneMonth, "2028-01-31")).toBe("2028-02-29");
    expect(untilIn(oneMonth, "2028-01-29")).toBe("2028-02-29");
    expect(untilIn(oneMonth, "2026-12-15")).toBe("2027-01-15");
  });

  it("R2: thirty days are thirty days, over leap days, ends of years and weekends", () => {
    expect(untilIn(limitOf(30), "2026-12-15")).toBe("2027-01-14");
    expect(untilIn(limitOf(30), "2028-02-15")).toBe("2028-03-16");
    expect(untilIn(limitOf(30), "2027-02-15")).toBe("2027-03-17");
    expect(untilIn(limitOf(30), "2026-11-05")).toBe("2026-12-05");
  });

  it("R2: working days are Monday to Friday, and the first is the one after they got it", () => {
    expect(untilIn(twentyWorkingDays, "2026-11-02")).toBe("2026-11-30");
    expect(untilIn(twentyWorkingDays, "2026-11-06")).toBe("2026-12-04");
    for (const weekend of ["2026-11-07", "2026-11-08"]) expect(untilIn(twentyWorkingDays, weekend)).toBe("2026-12-04");
    expect(untilIn(limitOf(1, "business_days"), "2026-11-06")).toBe("2026-11-09");
    expect(untilIn(limitOf(30, "business_days"), "2026-11-02")).toBe("2026-12-14");
  });

  it("R2: says until when they may be allowed longer, from the day they got it too", () => {
    const longer = (rule: AnswerTime, arrived: string) => extensionOf(dueIn(rule, arrived, arrived), rule);
    expect(longer(oneMonth, "2026-11-05")).toEqual({ span: { count: 2, unit: "months" }, until: "2027-02-05" });
    // Three months from the last of January, not two from the last of February.
    expect(longer(oneMonth, "2026-01-31")?.until).toBe("2026-04-30");
    expect(longer({ ...limitOf(30), extension: { count: 1, unit: "months" } }, "2026-11-02")?.until).toBe("2027-01-04");
    expect(longer(limitOf(30), "2026-11-02")).toBeNull();
  });

  it("R2: eight days for what is new, two months for what is old, and both while the records do not tell", () => {
    const last = (...made: string[]) => dueIn(eightDays, "2026-11-02", "2026-11-02", ...made);
    for (const fresh of [last("2026-09-20"), last("2021-11-02")]) {
      expect(fresh).toMatchObject({ last: "2026-11-10", limits: [{ span: eightDays.limit }] });
    }
    expect(last("2021-11-01")).toMatchObject({ last: "2027-01-04", limits: [{ span: { count: 2 } }] });
    for (const unknown of [last(), last(""), last("2026-09-20", ""), last("2026-09-20", "2015-01-01")]) {
      expect(unknown.limits.map(({ until }) => until)).toEqual(["2026-11-10", "2027-01-04"]);
      expect(isOverdue(unknown, "2026-12-24")).toBe(false);
      expect(isOverdue(unknown, "2027-01-05")).toBe(true);
    }
  });

  it("R2: does not run where no rule names a time, and from no date at all", () => {
    expect(dueOf(asking("2026-11-22"), null)).toBeNull();
    for (const odd of ["", "soon", "2026-02-30", "2026-13-01", "2027-02-29", "12026-01-01", "2026-1-1", "0202-12-14"]) {
      expect(dueOf(asking(odd), limitOf(30)), odd).toBeNull();
      expect(dueOf(asking("2026-11-01", odd), limitOf(30))?.from, odd).toBe("2026-11-08");
    }
    for (const rule of [limitOf(30), oneMonth, twentyWorkingDays]) expect(dueOf(asking("9999-12-31"), rule)).toBeNull();
  });
});

describe("the day answerTime, for any rule", () => {
  it("R2: never ends before the law's own time has run from the day they got it", () => {
    fc.assert(
      fc.property(day, day, answerTime, (sent, arrived, rule) => {
        const due = dueIn(rule, sent, arrived);
        const { from, limits, last } = due;
        expect(from >= sent && from >= arrived).toBe(true);
        expect(limits.length).toBe(rule.older === null ? 1 : 2);
        for (const { span: time, until } of limits) {
          expect(last >= until && until > from).toBe(true);
          expect(until >= lawsEnd(time, from)).toBe(true);
        }
        const extension = extensionOf(due, rule);
        if (extension) expect(extension.until >= (limits.at(-1)?.until ?? "")).toBe(true);
      }),
    );
  });

  it("R2: a later arrival never brings an earlier end, and an unknown one none that is earlier than a week's post", () => {
    fc.assert(
      fc.property(day, fc.nat(400), answerTime, (arrived, more, rule) => {
        const ends = (on: string) => endsOf(dueIn(rule, "1999-01-01", on), rule);
        const later = ends(daysLater(arrived, more));
        for (const [at, end] of ends(arrived).entries()) expect((later[at] ?? "") >= end).toBe(true);
        const quick = dueIn(rule, arrived, daysLater(arrived, Math.min(more, POST_DAYS)));
        expect(dueIn(rule, arrived).last >= quick.last).toBe(true);
      }),
    );
  });

  it("R2: months and working days end on a working day, at most two days after the weekend began", () => {
    fc.assert(
      fc.property(day, span, (arrived, limit) => {
        const until = untilIn({ ...limitOf(1), limit }, arrived) ?? "";
        if (limit.unit !== "days") expect(isWeekend(until)).toBe(false);
        if (limit.unit !== "business_days") {
          const exact = lawsEnd(limit, arrived);
          expect(until <= daysLater(exact, 2)).toBe(true);
          if (!isWeekend(exact)) expect(until).toBe(exact);
        }
      }),
    );
  });

  it("R2: counts exactly that many working days between", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 90 }), (arrived, count) => {
        const until = untilIn(limitOf(count, "business_days"), arrived) ?? "";
        let counted = 0;
        for (let at = daysLater(arrived, 1); at <= until; at = daysLater(at, 1)) counted += isWeekend(at) ? 0 : 1;
        expect(counted).toBe(count);
      }),
    );
  });
});

/** The legal limit without any weekend, calculated another way: year, month and day separately. */
function lawsEnd({ count, unit }: AnswerTime["limit"], from: string): string {
  if (unit !== "months") return daysLater(from, count);
  const [year = 0, month = 0, date = 0] = from.split("-").map(Number);
  const months = year * 12 + month - 1 + count;
  const lastDate = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  const parts = [Math.floor(months / 12), (months % 12) + 1, Math.min(date, lastDate)];
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, "0")).join("-");
}

function endsOf(due: Due, rule: AnswerTime): string[] {
  return [...due.limits.map(({ until }) => until), extensionOf(due, rule)?.until ?? "", due.last];
}
