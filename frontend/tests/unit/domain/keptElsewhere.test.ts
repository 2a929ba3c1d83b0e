import { describe, expect, it } from "vitest";
import { type KeptElsewhere, quietAfter, reminderOf } from "../../../src/domain/journey/keptElsewhere";

const TODAY = "2026-11-22";
/** One phone, a recovery code on paper, something written, no copy. */
const plain: KeptElsewhere = {
  today: TODAY,
  hasEntries: true,
  hasVisitToday: false,
  quietUntil: "",
  wantsHomeScreen: false,
  recoveryCode: "verified",
  wantsAnswer: false,
  otherPhones: [],
  copiedOn: "",
  isWrittenSince: true,
};
const added = (addedAt: string) => ({ addedAt: `${addedAt}T10:00:00Z`, seenOn: "" });
const seen = (seenOn: string) => ({ addedAt: "2025-01-01T10:00:00Z", seenOn });

const table: [string, Partial<KeptElsewhere>, string | null][] = [
  ["nothing is written yet", { hasEntries: false, recoveryCode: "none" }, null],
  ["no recovery code was made", { recoveryCode: "none" }, "recovery-code"],
  ["a code was made and never checked on paper", { recoveryCode: "unverified" }, "recovery-code"],
  [
    "there is no code, with a copy and a second phone",
    { recoveryCode: "none", otherPhones: [added(TODAY)] },
    "recovery-code",
  ],
  ["an iPhone shows it in the browser", { wantsHomeScreen: true, recoveryCode: "none" }, "home-screen"],
  ["an iPhone shows it in the browser, and nothing is written", { wantsHomeScreen: true, hasEntries: false }, null],
  ["the browser has to ask the person", { wantsAnswer: true }, "keep"],
  ["the browser has to ask, and there is no code", { wantsAnswer: true, recoveryCode: "unverified" }, "recovery-code"],
  ["there is neither a second phone nor a copy", {}, "copy"],
  ["a copy was saved today", { copiedOn: TODAY }, null],
  ["the copy is 30 days old, with more written since", { copiedOn: "2026-10-23" }, null],
  ["the copy is 31 days old, with more written since", { copiedOn: "2026-10-22" }, "old-copy 2026-10-22"],
  ["the copy is a year old, with nothing written since", { copiedOn: "2025-11-22", isWrittenSince: false }, null],
  ["the copy is of a day to come, by a wrong clock", { copiedOn: "2027-01-01" }, null],
  ["there is a second phone, added today", { otherPhones: [added(TODAY)] }, null],
  ["the second phone was seen 60 days ago", { otherPhones: [seen("2026-09-23")] }, null],
  ["the second phone was seen 61 days ago", { otherPhones: [seen("2026-09-22")] }, "other-phone 2026-09-22"],
  ["one of two other phones was seen yesterday", { otherPhones: [seen("2026-11-21"), seen("2026-01-01")] }, null],
  [
    "the second phone was added long ago and never seen",
    { otherPhones: [added("2026-01-02")] },
    "other-phone 2026-01-02",
  ],
  [
    "copy and second phone are both old",
    { copiedOn: "2026-01-01", otherPhones: [seen("2026-01-01")] },
    "old-copy 2026-01-01",
  ],
  ["a visit is today", { hasVisitToday: true, recoveryCode: "none" }, null],
  ["the person said not now until tomorrow", { quietUntil: "2026-11-23" }, null],
  ["the quiet ends today", { quietUntil: TODAY }, "copy"],
];

describe("the one reminder of Today", () => {
  it.each(table)("when %s", (_, change, expected) => {
    const reminder = reminderOf({ ...plain, ...change });
    expect(reminder && `${reminder.what} ${reminder.day}`.trim()).toBe(expected);
  });

  it("is away for a week after “Not now” to the recovery code, and for a month after any other", () => {
    const until = (change: Partial<KeptElsewhere>) => {
      const reminder = reminderOf({ ...plain, ...change });
      return reminder && quietAfter(reminder, TODAY);
    };
    expect(until({ wantsHomeScreen: true })).toBe("2026-11-23");
    expect(until({ recoveryCode: "none" })).toBe("2026-11-29");
    expect(until({})).toBe("2026-12-22");
    expect(until({ copiedOn: "2026-01-01" })).toBe("2026-12-22");
  });
});
