import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAfter } from "../../../src/domain/days/days";
import { countedDate, setDecideBy } from "../../../src/domain/decideBy/decideBy";
import { symptomEntries } from "../../../src/domain/health/health";
import { letterEntries } from "../../../src/domain/letters/letterEntries";
import { opinionEntries } from "../../../src/domain/opinions/opinionEntries";
import { addQuestion, editAnswer } from "../../../src/domain/questions/questions";
import { addRecord, setRecord } from "../../../src/domain/records/records";
import { taskEntries } from "../../../src/domain/tasks/tasks";
import { drawingOf } from "../../../src/domain/timeline/timeline";
import { lanes, type TimelineEvent, timelineEvents } from "../../../src/domain/timeline/timelineEvents";
import { addVisit } from "../../../src/domain/visits/visits";
import { answerTimeOf } from "./answerTimes";
import { exchange, twoPhones } from "./twoDocs";

const TODAY = "2026-11-22";
const localOf = (instant: string) => instant.slice(0, 16);

describe("what happened, day by day", () => {
  it("tells the case in order, with the place where each thing is written down", () => {
    const { ana, byAna } = twoPhones();
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    addVisit(ana, byAna, { who: "Dr Lindqvist", when: "2026-12-03T10:30" });
    symptomEntries.add(ana, byAna, { what: "Knee hurts on stairs", on: "2026-05-04" });
    opinionEntries.add(ana, byAna, { who: "Dr Osei", on: "2026-10-08" });
    taskEntries.add(ana, byAna, { what: "Call", dueOn: "2026-11-30" });
    letterEntries.add(ana, byAna, {
      holder: "City Clinic",
      country: "US",
      sentOn: "2026-11-20",
      arrivedOn: "2026-11-21",
    });
    const { dated, undated } = timelineEvents(ana, answerTimeOf, localOf);
    expect(dated.map(({ kind, day }) => `${day} ${kind}`)).toEqual([
      "2026-05-04 symptom",
      "2026-10-08 opinion",
      "2026-11-20 sent",
      "2026-11-21 arrived",
      "2026-11-30 task",
      "2026-12-03 visit",
      "2026-12-14 decideBy",
      "2026-12-21 due",
    ]);
    expect(dated.find(({ kind }) => kind === "visit")).toMatchObject({ time: "10:30", words: "Dr Lindqvist" });
    expect(undated).toBe(0);
  });

  it("D4: tells what doctors answered, on the day it was written down; the line shows the visit alone", () => {
    const { ana, byAna } = twoPhones();
    const visit = addVisit(ana, byAna, { who: "Dr Lindqvist", when: "2026-11-22T09:00" });
    const asked = addQuestion(ana, byAna, "What if I wait?");
    addQuestion(ana, byAna, "What can go wrong?");
    editAnswer(ana, { ...byAna, now: () => "2026-11-22T10:41:00.000Z" }, asked, "Nothing bad.", visit);
    const { dated, undated } = timelineEvents(ana, answerTimeOf, localOf);
    expect(dated.map(({ kind, day, words }) => `${day} ${kind} ${words}`)).toEqual([
      "2026-11-22 visit Dr Lindqvist",
      "2026-11-22 answer Nothing bad.",
    ]);
    expect(undated).toBe(0);
    expect(drawingOf(dated, TODAY)?.marks.map(({ kind, count }) => `${kind} ${count}`)).toEqual(["visit 1"]);
  });

  it("counts what has no day, or one that does not exist, and shows it nowhere", () => {
    const { ana, byAna } = twoPhones();
    addVisit(ana, byAna, { who: "Dr Osei" });
    symptomEntries.add(ana, byAna, { what: "Swelling", on: "2026-02-30" });
    expect(timelineEvents(ana, answerTimeOf, localOf)).toEqual({ dated: [], undated: 2 });
    expect(drawingOf([], TODAY)).toBeNull();
  });

  it("has no due day where no rule is known, and none once the records came", () => {
    const { ana, byAna } = twoPhones();
    letterEntries.add(ana, byAna, { country: "XX", sentOn: "2026-11-01" });
    letterEntries.add(ana, byAna, { country: "US", sentOn: "2026-11-02", answeredOn: "2026-11-09" });
    expect(timelineEvents(ana, answerTimeOf, localOf).dated.map(({ kind }) => kind)).toEqual([
      "sent",
      "sent",
      "answered",
    ]);
    letterEntries.add(ana, byAna, { country: "US", sentOn: "2026-11-30" });
    expect(timelineEvents(ana, answerTimeOf, localOf).dated.at(-1)).toMatchObject({ kind: "due", day: "2027-01-06" });
  });

  it("tells of a record once: by its letter, else by its own days", () => {
    const { ana, byAna } = twoPhones();
    const inLetter = addRecord(ana, byAna, { what: "MRI pictures" });
    const alone = addRecord(ana, byAna, { what: "X-ray" });
    for (const id of [inLetter, alone]) setRecord(ana, byAna, id, { askedOn: "2026-11-01", receivedOn: "2026-11-09" });
    const letter = letterEntries.add(ana, byAna, { sentOn: "2026-11-01", answeredOn: "2026-11-09" });
    letterEntries.mark(ana, byAna, letter, "records", inLetter, true);
    expect(
      timelineEvents(ana, answerTimeOf, localOf)
        .dated.map(({ kind }) => kind)
        .sort(),
    ).toEqual(["answered", "asked", "came", "sent"]);
  });

  it("tells of a record in a letter on the days that the letter does not tell", () => {
    const { ana, byAna } = twoPhones();
    const record = addRecord(ana, byAna, { what: "MRI", askedOn: "2026-10-20", receivedOn: "2026-11-05" });
    const letter = letterEntries.add(ana, byAna, { sentOn: "2026-11-01" });
    letterEntries.mark(ana, byAna, letter, "records", record, true);
    const told = timelineEvents(ana, answerTimeOf, localOf).dated.map(({ day, kind }) => `${day} ${kind}`);
    expect(told).toEqual(["2026-10-20 asked", "2026-11-01 sent", "2026-11-05 came"]);
  });

  it("R2: has a due day only by the rule of the country that the letter names", () => {
    const { ana, byAna } = twoPhones();
    letterEntries.add(ana, byAna, { country: "", sentOn: "2026-11-01" });
    const clockOfPhone = (country: string) => answerTimeOf(country || "US");
    expect(timelineEvents(ana, clockOfPhone, localOf).dated.map(({ kind }) => kind)).toEqual(["sent"]);
  });

  it("F2: shows the earlier of two decide-by dates, and one that the other phone cleared", () => {
    const { ana, ben, byAna, byBen } = twoPhones();
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    setDecideBy(ben, byBen, { date: "2026-12-01" });
    exchange(ana, ben);
    for (const doc of [ana, ben])
      expect(timelineEvents(doc, answerTimeOf, localOf).dated.map(({ day }) => day)).toEqual(["2026-12-01"]);
    setDecideBy(ana, byAna, { date: "2026-12-14" });
    exchange(ana, ben);
    setDecideBy(ana, byAna, { date: "" });
    setDecideBy(ben, byBen, { date: "2026-12-20" });
    exchange(ana, ben);
    for (const doc of [ana, ben]) expect(countedDate(doc)).toBe("2026-12-20");
  });
});

describe("the drawing", () => {
  const one = (
    day: string,
    kind: TimelineEvent["kind"] = "visit",
    lane: TimelineEvent["lane"] = "visit",
  ): TimelineEvent => ({
    day,
    kind,
    lane,
    time: "",
    entry: { kind: "visits", id: day },
    words: "",
  });

  it("puts today, the visit and the date where their days are", () => {
    const drawing = drawingOf([one(TODAY), one("2026-12-03"), one("2026-12-14", "decideBy", "decide")], TODAY);
    expect(drawing).toMatchObject({ from: TODAY, to: "2026-12-14", today: 0, decideBy: 1 });
    expect(drawing?.marks.map(({ at }) => at)).toEqual([0, 11 / 22]);
  });

  it("gathers what is far away at the edge and says so", () => {
    const drawing = drawingOf([one("2011-03-01", "symptom", "body"), one("2026-12-03")], TODAY);
    expect(drawing).toMatchObject({ from: "2025-11-22", isCut: { before: true, after: false } });
    expect(drawing?.marks.find(({ lane }) => lane === "body")?.at).toBe(0);
  });

  it("stays readable with 500 entries: few marks, and each entry counted in one", () => {
    const day = fc.integer({ min: -3000, max: 3000 }).map((count) => dayAfter("2028-02-29", count));
    const any = fc.tuple(day, fc.constantFrom(...lanes)).map(([date, lane]) => one(date, "visit", lane));
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 500 }), (all) => {
        const drawing =
          drawingOf(
            all.sort((a, b) => (a.day < b.day ? -1 : 1)),
            "2028-02-29",
          ) ?? expect.fail("nothing drawn");
        expect(drawing.marks.length).toBeLessThanOrEqual(4 * 14);
        expect(drawing.marks.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        for (const { at } of drawing.marks) expect(at >= 0 && at <= 1).toBe(true);
        expect(drawing.today >= 0 && drawing.today <= 1).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("keeps what has been and what is to come apart, and gives both their room", () => {
    const days = ["2026-05-04", "2026-11-21", "2026-11-23", "2026-12-14"].map((date) => one(date));
    const drawing = drawingOf(days, TODAY);
    expect(drawing?.today).toBe(0.6);
    expect(drawing?.marks.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
    expect(drawingOf([one("2026-11-20"), one("2026-11-21"), one("2027-11-01")], TODAY)?.today).toBe(0.3);
  });

  it("never joins marks over the decide-by date: a visit after it is seen after it", () => {
    const all = [one("2026-12-13"), one("2026-12-14", "decideBy", "decide"), one("2026-12-15")];
    const drawing = drawingOf(all, TODAY) ?? expect.fail("nothing drawn");
    expect(drawing.marks.map(({ at }) => Math.sign(at - (drawing.decideBy ?? 0)))).toEqual([-1, 1]);
  });

  it("never puts a later day before an earlier one", () => {
    const day = fc.integer({ min: -900, max: 900 }).map((count) => dayAfter(TODAY, count));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [first, last] = a < b ? [a, b] : [b, a];
        const marks = drawingOf([one(first), one(last)], TODAY)?.marks ?? [];
        expect(marks.at(-1)?.at ?? 0).toBeGreaterThanOrEqual(marks[0]?.at ?? 1);
      }),
    );
  });
});
