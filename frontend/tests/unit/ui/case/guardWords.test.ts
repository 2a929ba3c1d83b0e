import { describe, expect, it } from "vitest";
import type { Warning } from "../../../../src/domain/guard";
import { toSay } from "../../../../src/ui/screens/case/toSay";
import { warningTexts } from "../../../../src/ui/screens/case/warningText";

const TODAY = "2026-11-22";
const mri = { id: "r1", kind: "records", what: "MRI", isAsked: true, askedOn: TODAY, limit: 30 } as const;
const late = (isVisit: boolean): Warning => ({
  code: "records-late",
  before: "2026-12-03",
  isVisit,
  awaited: mri,
  expected: "2026-12-22",
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
];

describe("the words of the decide-by guard", () => {
  it.each(all)("F2: $code is a plain sentence, with words to say on the phone", (warning) => {
    const [text] = warningTexts([warning], TODAY);
    expect(text).toMatch(/\.$/);
    const said = toSay(warning, TODAY);
    expect(said.length).toBeGreaterThan(0);
    for (const { words } of said) expect(words).toMatch(/^“.+[.?]”$/);
    for (const words of [text ?? "", ...said.flatMap(({ to, words: aloud }) => [to, aloud])]) {
      expect(words).not.toMatch(/[{}]|undefined|guard\./);
      // Never a verdict on waiting, never a treatment put off.
      expect(words).not.toMatch(/safe|stop|pause|put off|postpone|enough time/i);
      for (const sentence of words.split(/[.?!:]\s/)) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(20);
    }
  });

  it("F2: counts records together and puts them last, so that one line is enough on the first screen", () => {
    const texts = warningTexts([late(true), { code: "no-visit-before", date: "2026-12-14" }, late(true)], TODAY);
    expect(texts.length).toBe(2);
    expect(texts[1]).toContain("2 things");
  });
});
