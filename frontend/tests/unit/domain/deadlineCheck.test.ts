import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAfter, daysBetween } from "../../../src/domain/days/days";
import {
  type Awaited,
  type DeadlineInput,
  isAhead,
  isBehind,
  type Warning,
  warnings,
} from "../../../src/domain/decideBy/deadlineCheck";
import { dueOf } from "../../../src/domain/letters/answerDue";
import { limitOf, oneMonth } from "./clocks";

const TODAY = "2026-11-22";
const empty: DeadlineInput = {
  date: { value: "2026-12-14", others: [] },
  hasWords: false,
  visits: [],
  awaited: [],
  hasHeard: false,
  hasDecided: false,
  now: `${TODAY}T12:00`,
};
const visitOn = (when: string, isAnother = true) => ({ id: when, who: "Dr Lindqvist", when, isAnother });
const dueFrom = (askedOn: string, rule = limitOf(30)) => dueOf({ sent: [askedOn], arrived: [askedOn], made: [] }, rule);
const mri: Awaited = {
  id: "r1",
  kind: "records",
  what: "MRI pictures",
  isAsked: true,
  askedOn: "2026-11-20",
  due: dueFrom("2026-11-20"),
};
const letter = (askedOn: string, due = dueFrom(askedOn)): Awaited => ({ ...mri, kind: "letters", askedOn, due });
const codes = (input: Partial<DeadlineInput>) => warnings({ ...empty, ...input }).map(({ code }) => code);
const dateOf = (value: string, ...others: string[]) => ({ value, others });

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

describe("the decide-by guard", () => {
  it("F2: without a date the first thing is to ask for one", () => {
    expect(codes({ date: dateOf("") })).toEqual(["no-date"]);
    expect(codes({ date: dateOf("2026-02-30") })).toEqual(["no-date"]);
  });

  it("F2: the doctor’s words without a date are an answer, and what may come too late for a visit is still said", () => {
    const told = { date: dateOf(""), hasWords: true };
    expect(codes(told)).toEqual([]);
    expect(codes({ ...told, date: dateOf("2026-02-30") })).toEqual([]);
    const visits = [visitOn("2026-12-03T10:30")];
    expect(codes({ ...told, visits, awaited: [mri] })).toEqual(["records-late"]);
    expect(codes({ ...told, date: dateOf("2026-12-14") })).toEqual(codes({}));
  });

  it("F2: says nothing while a visit lies before the date and nothing is awaited", () => {
    expect(codes({ visits: [visitOn("2026-12-03T10:30")] })).toEqual([]);
  });

  it("F2: a date that has passed is named, and today's is not past until the day is over", () => {
    expect(codes({ date: dateOf("2026-11-21") })).toEqual(["date-past"]);
    expect(codes({ date: dateOf(TODAY), now: `${TODAY}T23:59`, hasHeard: true })).toEqual([]);
    expect(codes({ date: dateOf(TODAY), now: "2026-11-23T00:00", hasHeard: true })).toEqual(["date-past"]);
  });

  it("F2: no visit before the date, or only one after it", () => {
    expect(codes({})).toEqual(["no-visit-before"]);
    expect(codes({ visits: [visitOn("2026-12-15T09:00")] })).toEqual(["visit-after-date"]);
    expect(codes({ visits: [visitOn("2026-12-14T09:00")] })).toEqual([]);
    expect(codes({ visits: [visitOn("2026-12-01T09:00", false)] })).toEqual(["no-visit-before"]);
    expect(codes({ hasHeard: true })).toEqual([]);
  });

  it("F2: records that may come too late by the clinic's own time limit, or when the day is near", () => {
    const visits = [visitOn("2026-12-03T10:30")];
    expect(codes({ visits, awaited: [mri] })).toEqual(["records-late"]);
    expect(codes({ visits, awaited: [{ ...mri, due: dueFrom("2026-11-20", limitOf(5)) }] })).toEqual([]);
    expect(codes({ visits, awaited: [{ ...mri, due: null }] })).toEqual([]);
    expect(codes({ visits, awaited: [{ ...mri, due: null }], now: "2026-11-28T08:00" })).toEqual(["records-late"]);
    expect(codes({ visits, awaited: [{ ...mri, isAsked: false, askedOn: "" }] })).toEqual(["records-late"]);
  });

  it("F2: a letter whose time is over already warns against the visit, as one that is due too late does", () => {
    const visits = [visitOn(dayAfter(TODAY, 25))];
    const since = dayAfter(TODAY, -54);
    const found = (one: Awaited) => warnings({ ...empty, date: dateOf(""), visits, awaited: [one] }).slice(1);
    expect(found(letter(since))).toMatchObject([{ code: "records-late", isVisit: true, isOverdue: true }]);
    expect(found(letter(since, dueFrom(since, oneMonth)))).toMatchObject([{ isOverdue: true }]);
    expect(found(letter(dayAfter(TODAY, -4)))).toMatchObject([{ isOverdue: false }]);
    expect(found(letter(dayAfter(TODAY, -6)))).toEqual([]);
  });

  it("F2: what was asked for long ago warns, too, where no rule is known; what nobody asked for is never overdue", () => {
    const visits = [visitOn(dayAfter(TODAY, 20))];
    const found = (one: Partial<Awaited>) => codes({ visits, awaited: [{ ...mri, due: null, ...one }] });
    expect(found({ askedOn: dayAfter(TODAY, -31) })).toEqual(["records-late"]);
    expect(found({ askedOn: dayAfter(TODAY, -30) })).toEqual([]);
    expect(found({ askedOn: "" })).toEqual([]);
    expect(found({ askedOn: "2026-10-01", isAsked: false })).toEqual([]);
  });

  it("F2: records overdue warn against the date itself when no visit comes first, and once the date has passed", () => {
    const awaited = [letter("2026-09-01")];
    expect(warnings({ ...empty, hasHeard: true, awaited })).toMatchObject([{ before: "2026-12-14", isVisit: false }]);
    const past = { date: dateOf("2026-11-20"), visits: [visitOn("2026-12-10")], awaited };
    expect(codes(past)).toEqual(["date-past", "records-late"]);
    expect(codes({ ...past, visits: [] })).toEqual(["date-past"]);
  });

  it("F2: two dates written at once are both named, and the earlier one counts until someone chooses", () => {
    const found = warnings({ ...empty, date: dateOf("2026-12-20", "2026-12-10"), hasHeard: true });
    expect(found).toEqual([{ code: "conflict", dates: ["2026-12-10", "2026-12-20"] }]);
    expect(codes({ date: dateOf("2026-12-20", "2026-11-20") })).toEqual(["conflict", "date-past"]);
    expect(codes({ date: dateOf("2026-12-10", "2026-12-20"), visits: [visitOn("2026-12-15T09:00")] })).toEqual([
      "conflict",
      "visit-after-date",
    ]);
  });

  it("F2: a leap day is a day like any other", () => {
    const leap = { date: dateOf("2028-02-29"), hasHeard: true };
    expect(codes({ ...leap, now: "2028-02-29T08:00" })).toEqual([]);
    expect(codes({ ...leap, now: "2028-03-01T00:00" })).toEqual(["date-past"]);
    expect(codes({ ...leap, now: "2028-02-01T08:00", awaited: [letter("2028-01-30")] })).toEqual(["records-late"]);
    expect(codes({ ...leap, now: "2028-02-01T08:00", awaited: [letter("2028-01-29")] })).toEqual([]);
  });
});

describe("a visit whose hour is not known", () => {
  it.each([
    ["2026-11-21", false],
    ["2026-11-22", true],
    ["2026-11-23", true],
    ["2026-11-22T11:59", false],
    ["2026-11-22T12:01", true],
  ])("is to come until its day is over: %s", (when, comes) => {
    expect(isAhead(when, `${TODAY}T12:00`)).toBe(comes);
    expect(isBehind(when, `${TODAY}T12:00`)).toBe(!comes);
  });

  it.each(["", "22027-12-03", "0026-12-03T10:30"])("is neither to come nor over without a day: “%s”", (when) => {
    expect([isAhead(when, `${TODAY}T12:00`), isBehind(when, `${TODAY}T12:00`)]).toEqual([false, false]);
  });
});

describe("the decide-by guard, for any case", () => {
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
