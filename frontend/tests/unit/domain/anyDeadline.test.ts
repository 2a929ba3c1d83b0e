import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAfter, daysBetween } from "../../../src/domain/days/days";
import { type DeadlineInput, type Warning, warnings } from "../../../src/domain/decideBy/deadlineCheck";
import { limitOf } from "./answerTimes";
import { dateOf, dueFrom } from "./deadlines";

const day = fc.integer({ min: -400, max: 400 }).map((count) => dayAfter("2028-02-29", count));
const now = day.chain((date) => fc.constantFrom("00:00", "09:30", "23:59").map((time) => `${date}T${time}`));
const input: fc.Arbitrary<DeadlineInput> = fc.record({
  date: fc.record({
    value: fc.oneof(day, fc.constant(""), fc.constant("2026-02-30")),
    others: fc.array(day, { maxLength: 2 }),
  }),
  hasWords: fc.boolean(),
  visits: fc.array(
    fc.record({
      id: fc.uuid(),
      who: fc.string(),
      when: fc.oneof(
        now,
        day,
        fc.constant(""),
        day.map((date) => `${date}T10:00`),
      ),
      isAnother: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  awaited: fc.array(
    fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom("records", "letters"),
      what: fc.string(),
      isAsked: fc.boolean(),
      askedOn: fc.oneof(day, fc.constant("")),
      due: fc.option(
        fc.tuple(day, fc.integer({ min: 1, max: 60 })).map(([from, count]) => dueFrom(from, limitOf(count))),
      ),
    }),
    { maxLength: 4 },
  ),
  hasHeard: fc.boolean(),
  hasDecided: fc.boolean(),
  now,
});

describe("the deadline check, for any case", () => {
  it("F2: is silent once the person has decided", () => {
    fc.assert(fc.property(input, (any) => warnings({ ...any, hasDecided: true }).length === 0));
  });

  it("F2: names at most one state of the date, and never a day that nobody wrote or the law did not give", () => {
    fc.assert(
      fc.property(input, (any) => {
        const found = warnings(any);
        const ofDate = found.filter(
          ({ code }) => code === "no-date" || code === "date-past" || code === "no-visit-before",
        );
        expect(ofDate.length).toBeLessThanOrEqual(1);
        const written = [any.date.value, ...any.date.others, ...any.visits.map(({ when }) => when.slice(0, 10))];
        for (const warning of found) for (const one of daysIn(warning)) expect(written).toContain(one);
      }),
    );
  });

  it("F2: a visit on or before the date is never called late", () => {
    fc.assert(
      fc.property(input, (any) => {
        const late = warnings(any).filter((one) => one.code === "visit-after-date");
        for (const { visit, date } of late) expect(daysBetween(date, visit.when.slice(0, 10))).toBeGreaterThan(0);
      }),
    );
  });

  it("F2: an earlier date never makes a warning about visits go away", () => {
    fc.assert(
      fc.property(input, day, fc.nat(50), (any, date, sooner) => {
        const at = (value: string) =>
          warnings({ ...any, hasDecided: false, date: dateOf(value), awaited: [] }).map(({ code }) => code);
        const before = at(date);
        const after = at(dayAfter(date, -sooner));
        if (after.includes("date-past")) return;
        for (const code of before) expect(after).toContain(code);
      }),
    );
  });

  it("F2: is the same in every time zone", () => {
    const zone = process.env.TZ;
    fc.assert(
      fc.property(input, fc.constantFrom("Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin"), (any, other) => {
        process.env.TZ = "UTC";
        const here = warnings(any);
        process.env.TZ = other;
        expect(warnings(any)).toEqual(here);
      }),
    );
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
});

function daysIn(warning: Warning): string[] {
  switch (warning.code) {
    case "no-date":
      return [];
    case "conflict":
      return warning.dates;
    case "records-late":
      return [warning.before];
    default:
      return [warning.date];
  }
}
