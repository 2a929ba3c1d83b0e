import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayClock, daysSince } from "../../../src/domain/dayClock";

// Any day of the calendar that a letter could be sent on, leap days and ends of years among them.
const day = fc
  .date({ min: new Date("1999-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const days = fc.integer({ min: 1, max: 400 });

function daysLater(date: string, count: number): string {
  const at = new Date(`${date}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

function left(sentOn: string, allowed: number, today: string): number {
  const clock = dayClock(sentOn, allowed, today) ?? expect.fail("there is no clock");
  return "overdue" in clock ? -clock.overdue : clock.daysLeft;
}

describe("the day clock of a letter", () => {
  it("R2: ends after the days that the country's rule gives, over leap days and ends of years", () => {
    expect(dayClock("2026-11-22", 30, "2026-11-22")).toEqual({ due: "2026-12-22", daysLeft: 30 });
    expect(dayClock("2026-12-15", 30, "2027-01-14")).toEqual({ due: "2027-01-14", daysLeft: 0 });
    expect(dayClock("2028-02-15", 30, "2028-03-17")).toEqual({ due: "2028-03-16", overdue: 1 });
    expect(dayClock("2027-02-15", 30, "2027-03-17")).toEqual({ due: "2027-03-17", daysLeft: 0 });
    expect(dayClock("2028-02-29", 365, "2028-02-29")).toEqual({ due: "2029-02-28", daysLeft: 365 });
  });

  it("R2: does not run where the rule names no days, and from no date at all", () => {
    expect(dayClock("2026-11-22", null, "2026-11-22")).toBeNull();
    for (const odd of ["", "soon", "2026-02-30", "2026-13-01", "2027-02-29", "12026-01-01", "2026-1-1", "0202-12-14"]) {
      expect(dayClock(odd, 30, "2026-11-22"), odd).toBeNull();
      expect(daysSince(odd, "2026-11-22"), odd).toBeNull();
    }
    expect(dayClock("9999-12-31", 30, "2026-11-22")).toBeNull();
  });

  it("R2: is due that many days after it was sent, never before", () => {
    fc.assert(
      fc.property(day, days, day, (sentOn, allowed, today) => {
        const clock = dayClock(sentOn, allowed, today);
        expect(clock?.due).toBe(daysLater(sentOn, allowed));
        expect((clock?.due ?? "") > sentOn).toBe(true);
      }),
    );
  });

  it("R2: has one day less every day, and is over from the day after it was due", () => {
    fc.assert(
      fc.property(day, days, day, (sentOn, allowed, today) => {
        const now = left(sentOn, allowed, today);
        expect(left(sentOn, allowed, daysLater(today, 1))).toBe(now - 1);
        expect(now < 0).toBe(today > daysLater(sentOn, allowed));
      }),
    );
  });

  it("P1: counts the days since a record was asked for, and never below none", () => {
    expect(daysSince("2026-11-20", "2026-11-22")).toBe(2);
    expect(daysSince("2026-11-22", "2026-11-22")).toBe(0);
    expect(daysSince("2026-12-01", "2026-11-22")).toBe(0);
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 3000 }), (date, count) => {
        expect(daysSince(date, daysLater(date, count))).toBe(count);
      }),
    );
  });
});
