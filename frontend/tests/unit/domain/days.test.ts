import fc from "fast-check";
import { expect, it } from "vitest";
import { dayAfter, dayOf, daysApart, daysBetween, isDay } from "../../../src/domain/days/days";

const day = fc
  .date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2199-12-31T00:00:00Z"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

it("a day exists or it does not: leap days by the calendar, no February 30, no year still being typed", () => {
  expect(["2028-02-29", "2000-02-29", "2026-12-31"].filter(isDay).length).toBe(3);
  for (const none of ["2026-02-29", "1900-02-29", "2026-02-30", "2026-13-01", "0020-01-01", "soon", "", "2026-1-1"]) {
    expect(isDay(none), none).toBe(false);
  }
});

it("counting there and back is the same day", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -9999, max: 9999 }), (from, count) => {
      const to = dayAfter(from, count);
      expect(isDay(to)).toBe(true);
      expect(daysBetween(from, to)).toBe(count);
    }),
  );
});

it("a later day is the greater text", () => {
  fc.assert(fc.property(day, day, (a, b) => Math.sign(daysBetween(a, b)) === (a < b ? 1 : a > b ? -1 : 0)));
});

it("year ends and leap years are counted right", () => {
  expect(daysBetween("2026-12-31", "2027-01-01")).toBe(1);
  expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
  expect(dayAfter("2026-12-15", 30)).toBe("2027-01-14");
});

it("the day of a clock time is its date, and of nonsense none", () => {
  expect(dayOf("2026-12-03T10:30")).toBe("2026-12-03");
  expect(dayOf("2026-02-30T10:30")).toBe("");
  expect(dayOf("")).toBe("");
});

it.each([
  ["2026-11-22", "2026-12-14", 22],
  ["2026-11-22", "2026-11-22", 0],
  ["2026-11-22", "2026-11-21", -1],
  ["2028-02-28", "2028-03-01", 2],
  ["2027-03-27", "2027-03-29", 2],
  ["2026-11-22", "2027-02-30", null],
  ["2026-11-22", "0202-12-14", null],
  ["soon", "2026-11-22", null],
])("from %s to %s it is %s days", (from, to, days) => {
  expect(daysApart(from, to)).toBe(days);
});
