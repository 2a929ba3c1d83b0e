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

it("puts today at one end, the decide-by date at the other, and the visit where its day is", () => {
  const line = timelineOf("2026-12-14", TODAY, visitsOn("2026-12-03T10:30"));
  expect(line).toMatchObject({ days: 22, decideAt: 1, visitsAt: [11 / 22], isNextLate: false });
  expect(line?.next?.when.value).toBe("2026-12-03T10:30");
});

it("grows beyond the date for a visit that is too late", () => {
  const line = timelineOf("2026-12-02", TODAY, visitsOn("2026-12-12T09:00"));
  expect(line).toMatchObject({ days: 10, decideAt: 0.5, visitsAt: [1], isNextLate: true });
});

it("draws the visits of one day once", () => {
  const line = timelineOf("2026-12-14", TODAY, visitsOn("2026-12-03T10:30", "2026-12-03T15:00"));
  expect(line?.visitsAt).toEqual([11 / 22]);
});

it("leaves out visits that are past or have no date", () => {
  expect(timelineOf("2026-12-14", TODAY, visitsOn("2026-10-08T09:15", ""))).toMatchObject({ visitsAt: [], next: null });
});

it("can be drawn on the very day", () => {
  expect(timelineOf(TODAY, TODAY, [])).toMatchObject({ days: 0, decideAt: 0 });
});

it("draws nothing for a date that has passed or is none", () => {
  expect(timelineOf("2026-11-21", TODAY, [])).toBeNull();
  expect(timelineOf("soon", TODAY, [])).toBeNull();
});
