import { describe, expect, it } from "vitest";
import { beginsNow } from "../../../src/domain/visits/room";

describe("the beginning of a visit", () => {
  const field = (value: string) => ({ value, others: [] });
  const now = "2026-12-03T10:42:00.000Z";

  it("is the first opening of the room, but a look on the day before is none", () => {
    expect(beginsNow({ startedAt: field(""), endedAt: field("") }, now)).toBe(true);
    expect(beginsNow({ startedAt: field("2026-12-02T20:00:00.000Z"), endedAt: field("") }, now)).toBe(true);
    expect(beginsNow({ startedAt: field("2026-12-03T10:30:00.000Z"), endedAt: field("") }, now)).toBe(false);
  });

  it("is this one when a clock that ran ahead by days had put it into the future", () => {
    expect(beginsNow({ startedAt: field("2026-12-06T10:30:00.000Z"), endedAt: field("") }, now)).toBe(true);
    expect(beginsNow({ startedAt: field("2026-12-03T11:30:00.000Z"), endedAt: field("") }, now)).toBe(false);
  });

  it("is not moved once the visit has ended", () => {
    const ended = field("2026-12-02T20:30:00.000Z");
    expect(beginsNow({ startedAt: field("2026-12-02T20:00:00.000Z"), endedAt: ended }, now)).toBe(false);
  });
});
