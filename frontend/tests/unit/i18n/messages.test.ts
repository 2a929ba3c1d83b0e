import { describe, expect, it } from "vitest";
import { isKeyOf, messagesFrom } from "../../../src/i18n";
import {
  clockOfInstant,
  dayOfInstant,
  dayText,
  localDay,
  shortDayText,
  timeText,
  weekdayText,
} from "../../../src/i18n/dates";
import guideWords from "../../../src/i18n/en/guide.json";
import helpWords from "../../../src/i18n/en/help.json";

const files = import.meta.glob<Record<string, object>>("../../../src/i18n/en/*.json", {
  import: "default",
  eager: true,
});
const t = messagesFrom(guideWords, helpWords);

type Found = { key: string; forms: Record<string, string> };

function messages(node: object, prefix = ""): Found[] {
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) => {
    const key = prefix + name;
    if (typeof value === "string") return [{ key, forms: { other: value } }];
    if (typeof value !== "object" || value === null) return [{ key, forms: {} }];
    const forms = Object.entries(value);
    const isPlural = forms.every(([form]) => ["zero", "one", "two", "few", "many", "other"].includes(form));
    return isPlural
      ? [{ key, forms: Object.fromEntries(forms.map(([form, text]) => [form, String(text)])) }]
      : messages(value, `${key}.`);
  });
}

describe("the words of the app", () => {
  const all = Object.values(files).flatMap((file) => messages(file));

  it("are all there: no message is empty", () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(({ forms }) => Object.values(forms).some((text) => text.trim() === ""))).toEqual([]);
  });

  it("have every plural form that English needs, and no other", () => {
    const plurals = all.filter(({ forms }) => Object.keys(forms).length > 1);
    expect(plurals.length).toBeGreaterThan(0);
    for (const { key, forms } of plurals) expect(Object.keys(forms).sort(), key).toEqual(["one", "other"]);
  });

  it("choose the plural by the count", () => {
    expect(t("guide.cards", { count: 1 })).toBe("1 card");
    expect(t("guide.cards", { count: 0 })).toBe("0 cards");
  });

  it("keep a place that was not given visible, so that it is noticed", () => {
    expect(t("help.call")).toBe("Call {number}");
    expect(t("help.call", { number: "112" })).toBe("Call 112");
  });

  it("know a key from something that is none", () => {
    expect(isKeyOf(guideWords, "guide.open.questions")).toBe(true);
    expect(isKeyOf(guideWords, "guide.open.rating")).toBe(false);
    expect(isKeyOf(guideWords, "guide.open.toString")).toBe(false);
    expect(isKeyOf(guideWords, "guide.open")).toBe(false);
    expect(isKeyOf(helpWords, "guide.open.questions")).toBe(false);
  });

  it("show the value itself where a newer version of the app wrote one that has no message", () => {
    const value: string = "rating";
    // @ts-expect-error A kept value is typed as one of those that this version knows.
    expect(t(`guide.open.${value}`)).toBe("rating");
  });

  it("are those of the files that were imported: the key of another one does not compile", () => {
    const say = messagesFrom(helpWords);
    expect(say("help.call", { number: "112" })).toBe("Call 112");
    // @ts-expect-error The words of the guide are not among them.
    expect(say("guide.cards", { count: 1 })).toBe("cards");
    // @ts-expect-error No file has this key.
    expect(t("help.nothing")).toBe("nothing");
    // @ts-expect-error A group of messages is no message.
    expect(() => t("guide.open")).toThrow();
  });

  it("stand under names of their own: no file hides another one's words", () => {
    const groups = Object.values(files).flatMap((file) => Object.keys(file));
    expect(groups.length).toBe(new Set(groups).size);
  });
});

describe("dates", () => {
  it("without a time belong to no zone: the day never shifts", () => {
    expect(dayText("2026-11-22")).toContain("22");
    expect(dayText("2026-11-22")).toContain("November");
  });

  it("that are none are shown as they are", () => {
    expect(dayText("soon")).toBe("soon");
    expect(dayText("2026-05")).toBe("May 2026");
    expect(dayText("1990")).toBe("1990");
    expect(timeText("soon")).toBe("soon");
  });

  it("written with the clock of a place are shown by that clock", () => {
    for (const said of ["2026-11-23T10:42:07.000+13:00", "2026-11-23T10:42:07.000-11:00"]) {
      expect(dayText(said)).toBe("November 23, 2026");
      expect(timeText(said)).toBe("10:42");
      expect(dayOfInstant(said)).toBe("2026-11-23");
      expect(clockOfInstant(said)).toBe("2026-11-23T10:42");
    }
  });

  it("of another year name it", () => {
    expect(weekdayText("2026-12-03", "2026-01-01")).toBe("Thursday, December 3");
    expect(weekdayText("2026-12-03", "2027-01-01")).toBe("Thursday, December 3, 2026");
    expect(shortDayText("2026-12-03", "2026-01-01")).toBe("Dec 3");
    expect(shortDayText("2026-12-03", "2027-01-01")).toBe("Dec 3, 2026");
  });

  it("give the day and the time of the reader's zone", () => {
    const at = new Date(2026, 0, 5, 9, 7);
    expect(localDay(at)).toBe("2026-01-05");
    expect(timeText(at.toISOString())).toBe("09:07");
  });
});
