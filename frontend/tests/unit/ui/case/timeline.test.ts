import { expect, it } from "vitest";
import { addVisit, visits } from "../../../../src/domain/visits/visits";
import { timelineOf } from "../../../../src/ui/screens/home/timeline";
import { twoPhones } from "../../domain/twoDocs";

const TODAY = "2026-11-22";

function visitsOn(...dates: string[]) {
  const { ana, byAna } = twoPhones();
  for (const when of dates) addVisit(ana, byAna, { who: "Dr Lindqvist", when });
  return visits(ana);
}

/** Each mark with the days since the mark before it. */
function marks(date: string, ...dates: string[]): string[] | undefined {
  return timelineOf(date, TODAY, visitsOn(...dates))?.map(({ kind, gap }) => `${kind} ${gap}`);
}

it("puts today at one end, the decide-by date at the other, and the visit where its day is", () => {
  expect(marks("2026-12-14", "2026-12-03T10:30")).toEqual(["today 0", "visit 11", "decide 11"]);
});

it("grows beyond the date for a visit that is too late", () => {
  expect(marks("2026-12-02", "2026-12-12T09:00")).toEqual(["today 0", "decide 10", "visit 10"]);
});

it("draws the visits of one day once, and of many the next two", () => {
  expect(marks("2026-12-14", "2026-12-03T10:30", "2026-12-03T15:00")).toEqual(["today 0", "visit 11", "decide 11"]);
  expect(marks("2026-12-14", "2026-12-03", "2026-12-05", "2026-12-07")).toEqual([
    "today 0",
    "visit 11",
    "visit 2",
    "decide 9",
  ]);
});

it("leaves out visits that are past or have no date", () => {
  expect(marks("2026-12-14", "2026-10-08T09:15", "")).toEqual(["today 0", "decide 22"]);
});

it("can be drawn on the very day, and with a visit today", () => {
  expect(marks(TODAY)).toEqual(["today 0", "decide 0"]);
  expect(marks(TODAY, `${TODAY}T10:00`)).toEqual(["today 0", "visit 0", "decide 0"]);
});

it("draws nothing for a date that has passed or is none", () => {
  expect(timelineOf("2026-11-21", TODAY, [])).toBeNull();
  expect(timelineOf("soon", TODAY, [])).toBeNull();
});
