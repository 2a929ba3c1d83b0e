import { describe, expect, it } from "vitest";
import { dayAfter } from "../../../src/domain/days/days";
import { type Awaited, isAhead, isBehind, warnings } from "../../../src/domain/decideBy/deadlineCheck";
import { limitOf, oneMonth } from "./answerTimes";
import { codes, dateOf, dueFrom, empty, letter, mri, TODAY, visitOn } from "./deadlines";

describe("the deadline check", () => {
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
