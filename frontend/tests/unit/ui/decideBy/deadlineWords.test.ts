import { describe, expect, it } from "vitest";
import type { LateRecord, Warning } from "../../../../src/domain/decideBy/deadlineCheck";
import { dueOf } from "../../../../src/domain/letters/answerDue";
import { overdueFirst } from "../../../../src/ui/screens/decideBy/lateRecords";
import { toSay } from "../../../../src/ui/screens/decideBy/toSay";
import { warningTexts } from "../../../../src/ui/screens/home/warningText";
import { limitOf } from "../../domain/answerTimes";

const TODAY = "2026-11-22";
const mri = { id: "r1", kind: "records", what: "MRI", isAsked: true } as const;
const late = (isVisit: boolean, askedOn = TODAY, isOverdue = false): LateRecord => ({
  code: "records-late",
  before: "2026-12-03",
  isVisit,
  awaited: { ...mri, askedOn, due: dueOf({ sent: [askedOn], arrived: [], made: [] }, limitOf(30)) },
  isOverdue,
});
const all: Warning[] = [
  { code: "no-date" },
  { code: "conflict", dates: ["2026-12-10", "2026-12-20"] },
  { code: "date-past", date: "2026-11-20" },
  { code: "no-visit-before", date: "2026-12-14" },
  {
    code: "visit-after-date",
    date: "2026-12-14",
    visit: { id: "v1", who: "Dr Lindqvist", when: "2027-01-03T10:30", isAnother: true },
  },
  late(true),
  late(false),
  late(true, "2026-09-29", true),
  late(false, "2026-09-29", true),
  late(true, "", true),
];

describe("the words of the deadline check", () => {
  it.each(all)("F2: $code is a plain sentence, with words to say on the phone", (warning) => {
    const [text] = warningTexts([warning], TODAY);
    expect(text).toMatch(/\.$/);
    const said = toSay(warning, TODAY);
    expect(said.length).toBeGreaterThan(0);
    for (const { words } of said) expect(words).toMatch(/^“.+[.?]”$/);
    for (const words of [text ?? "", ...said.flatMap(({ to, words: aloud }) => [to, aloud])]) {
      expect(words).not.toMatch(/[{}]|undefined|guard\./);
      // Never a judgement about waiting, never a treatment put off.
      expect(words).not.toMatch(/safe|stop|pause|put off|postpone|enough time/i);
      for (const sentence of words.split(/[.?!:]\s/)) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(20);
    }
  });

  it("F2: what is overdue is asked for with the day on which it was asked for, and without any reproach", () => {
    const words = (one: LateRecord) => toSay(one, TODAY).map((said) => said.words);
    expect(words(late(true, "2026-09-29", true))).toEqual([
      "“I asked for my records on September 29. My visit is on December 3. When will they be ready?”",
    ]);
    expect(words(late(false, "2026-09-29", true))[0]).toContain("I must decide by December 3.");
    expect(words(late(true, "", true))).toEqual(words(late(true)));
  });

  it("F2: of several records, the one to call for first is one that is overdue", () => {
    const found = [late(true), late(true, "2026-09-29", true), late(true, "2026-10-01", true)];
    expect(overdueFirst(found).map(({ awaited }) => awaited.askedOn)).toEqual(["2026-09-29", "2026-10-01", TODAY]);
  });

  it("F2: counts records together and puts them last, so that one line is enough on the first screen", () => {
    const texts = warningTexts([late(true), { code: "no-visit-before", date: "2026-12-14" }, late(true)], TODAY);
    expect(texts.length).toBe(2);
    expect(texts[1]).toContain("2 things");
  });
});
