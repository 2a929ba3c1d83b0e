import { describe, expect, it } from "vitest";
import type { AnswerTime } from "../../../../src/domain/letters/answerDue";
import {
  type LetterContent,
  letterText,
  type Paragraph,
  reminderText,
} from "../../../../src/ui/screens/letters/letterText";
import { eightDays, limitOf, oneMonth, twentyWorkingDays } from "../../domain/answerTimes";

const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, "");
const asText = (paragraphs: readonly Paragraph[]) => paragraphs.map(({ text }) => text).join("\n\n");
const written = (letter: LetterContent) => plain(asText(letterText(letter)));
const letter: LetterContent = {
  day: "2026-11-22",
  holder: "City Clinic",
  name: "Maria Keller",
  born: "1954-03-02",
  helper: null,
  asksForAll: false,
  records: [{ what: "MRI of the left knee", kind: "images", madeOn: "2026-09-20" }],
  images: true,
  reports: true,
  slides: false,
  format: "disc",
  reason: "a second opinion",
  extra: "My patient number is 12.",
  rule: { words: "The clinic has 30 days.", checkedOn: "2026-11-01" },
  time: { limit: { count: 30, unit: "days" }, older: null, isUsual: false },
};
const empty: LetterContent = {
  ...letter,
  holder: " ",
  name: "",
  born: "",
  asksForAll: true,
  records: [],
  images: false,
  reports: false,
  format: "any",
  reason: "",
  extra: "",
  rule: null,
  time: null,
};

describe("the letter that asks for records", () => {
  it("P1: asks for each record, for the pictures and the reports, in the form that was chosen", () => {
    const text = written(letter);
    for (const part of [
      "November 22, 2026",
      "To: City Clinic",
      "My name is Maria Keller. I was born on March 2, 1954.",
      "What I need them for: a second opinion",
      "• MRI of the left knee, September 20, 2026",
      "the scan images themselves, such as X-ray, MRI or CT, and the written reports too",
      "on a disc or a USB stick",
      "My patient number is 12.",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("slides");
    expect(written({ ...letter, slides: true })).toContain("tissue samples (slides)");
    expect(written({ ...letter, images: false })).not.toContain("pictures themselves");
  });

  it("R2: asks within the law's own time, from the day they get it, and names no day that could be wrong", () => {
    expect(written(letter)).toContain("Please answer within 30 days of getting this letter.");
    const time = (answerTime: AnswerTime) => ({ limit: answerTime.limit, older: null, isUsual: false });
    expect(written({ ...letter, time: time(oneMonth) })).toContain("within 1 month of getting this letter");
    expect(written({ ...letter, time: time(twentyWorkingDays) })).toContain("within 20 working days of getting");
    const older = { years: 5, span: { count: 2, unit: "months" } } as const;
    const both = written({ ...letter, time: { limit: eightDays.limit, older, isUsual: false } });
    expect(both).toContain(
      "within 8 days of getting this letter. For records older than 5 years, please answer within 2 months.",
    );
    const usual = written({ ...letter, time: { ...time(limitOf(30)), isUsual: true } });
    expect(usual).toContain("the usual time is 30 days");
    for (const text of [written(letter), both, usual]) expect(text).not.toMatch(/December|by [A-Z0-9]/);
  });

  it("R2: quotes the rule with the day it was checked; without a rule it asks how long", () => {
    expect(written(letter)).toContain(
      "From a guide for patients (checked November 1, 2026): “The clinic has 30 days.”",
    );
    const text = written({ ...letter, rule: null, time: null });
    expect(text).toContain("Please tell me how long it will take.");
    expect(text).not.toContain("From a guide for patients");
  });

  it("P1: leaves lines to fill in by hand where nothing was written, and makes nothing up", () => {
    const text = written(empty);
    expect(text).toMatch(/To: _+/);
    expect(text).toMatch(/My name is _+\. I was born on _+\./);
    expect(text).toContain("a copy of all the records you hold about me");
    expect(text).not.toMatch(/undefined|null|\{|\n{3}/);
    expect(written({ ...empty, name: "Maria Keller" })).toMatch(/Maria Keller\. I was born on _+/);
    expect(written({ ...empty, born: "1954-03-02" })).toMatch(/My name is _+\. I was born on March 2, 1954/);
  });

  it("P1: never turns into a wish for all when what it asked for was deleted since", () => {
    const text = written({ ...letter, records: [] });
    expect(text).toMatch(/a copy of these records:\n• _+/);
    expect(text).not.toContain("all the records");
    expect(plain(asText(reminderText({ ...letter, records: [] }, "2026-11-22")))).not.toContain("all the records");
  });

  it("P1: keeps whatever people type: right-to-left names, emoji, 10,000 letters, records without a name", () => {
    const long = "ض".repeat(10_000);
    const records = [
      { what: long, kind: "letter" as const, madeOn: "" },
      { what: "🩻", kind: "images" as const, madeOn: "not a date" },
      { what: " ", kind: "tests" as const, madeOn: "" },
    ];
    const text = written({ ...letter, holder: "عيادة المدينة", records });
    expect(text).toContain("To: عيادة المدينة");
    expect(text).toContain(long);
    expect(text).toContain("• 🩻, not a date");
    expect(text).toContain("• a record of this kind: Test results");
  });

  it("R2: has a reminder that is polite and names the day of the letter", () => {
    const text = plain(asText(reminderText({ ...letter, day: "2026-12-24" }, "2026-11-22")));
    expect(text).toContain("December 24, 2026");
    expect(text).toContain("On November 22, 2026 I asked you for a copy of these records:\n• MRI of the left knee");
    expect(text).toContain("When can I expect them?");
    expect(text).toContain("Thank you for your help.");
    expect(plain(asText(reminderText(empty, "2026-11-22")))).toContain("all the records you hold.");
  });
});
