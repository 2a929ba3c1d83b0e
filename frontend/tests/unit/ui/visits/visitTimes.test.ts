import { expect, it } from "vitest";
import { visitTimes } from "../../../../src/ui/screens/visits/visitTimes";

const field = (value: string) => ({ value, others: [] });
// Without a zone: the clock of whichever machine runs this.
const at = (local: string) => field(new Date(local).toISOString());

it.each([
  ["2026-12-03T10:30", "2026-12-03T10:42", "2026-12-03T11:20", "From 10:42 to 11:20"],
  ["", "2026-12-03T10:42", "2026-12-03T11:20", "From 10:42 to 11:20"],
  ["2026-12-03T10:30", "2026-12-02T20:00", "2026-12-03T11:20", ""],
  ["2026-12-03T10:30", "2026-12-05T20:00", "2026-12-05T20:05", ""],
  ["2026-12-03T10:30", "2026-12-03T11:42", "2026-12-03T11:20", ""],
])("a visit on %s that was opened at %s and ended at %s says “%s”", (when, from, to, said) => {
  expect(visitTimes({ when: field(when), startedAt: at(from), endedAt: at(to) })).toBe(said);
});

it("says nothing while the visit goes on", () => {
  expect(visitTimes({ when: field(""), startedAt: at("2026-12-03T10:42"), endedAt: field("") })).toBe("");
});
