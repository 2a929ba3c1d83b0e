import { describe, expect, it } from "vitest";
import { isMessageKey, t } from "../../../src/i18n";
import {
  clockOfInstant,
  dayOfInstant,
  dayText,
  localDay,
  shortDayText,
  timeText,
  weekdayText,
} from "../../../src/i18n/dates";

const files = import.meta.glob<Record<string, object>>("../../../src/i18n/en/*.json", {
  import: "default",
  eager: true,
});
const words = import.meta.glob("../../../src/i18n/words/*.ts", { eager: true });

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
    expect(isMessageKey("guide.open.questions")).toBe(true);
    expect(isMessageKey("guide.open.rating")).toBe(false);
    expect(isMessageKey("guide.open.toString")).toBe(false);
  });
});

describe("the words that come with their screens", () => {
  const sources = import.meta.glob<string>("../../../src/ui/**/*.{ts,tsx}", {
    query: "?raw",
    import: "default",
    eager: true,
  });
  const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  // What stands on the page before the app opens is put there by the build, and said by no screen.
  const builders = Object.values(
    import.meta.glob<string>("../../../vite/*.ts", { query: "?raw", import: "default", eager: true }),
  );
  const isBuiltIn = (path: string) => builders.some((builder) => builder.includes(`i18n/en/${nameOf(path)}.json`));
  const later = Object.entries(files).filter(([path]) => nameOf(path) !== "first" && !isBuiltIn(path));

  it("stand under names of their own: no file hides another one's words", () => {
    const groups = Object.values(files).flatMap((file) => Object.keys(file));
    expect(groups.length).toBe(new Set(groups).size);
  });

  it.each(later)("are brought by every module that says one of them: %s", (path, file) => {
    const said = new RegExp(`["\`](${Object.keys(file).join("|")})\\.[a-zA-Z$]`);
    const sayers = Object.keys(sources).filter((source) => said.test(sources[source] ?? ""));
    expect(sayers.length).toBeGreaterThan(0);
    expect(sayers.filter((source) => !sources[source]?.includes(`i18n/words/${nameOf(path)}"`))).toEqual([]);
  });

  it("have a module each that brings them", () => {
    expect(Object.keys(words).map(nameOf).sort()).toEqual(later.map(([path]) => nameOf(path)).sort());
  });
});

describe("dates", () => {
  it("without a time belong to no zone: the day never shifts", () => {
    expect(dayText("2026-11-22")).toContain("22");
    expect(dayText("2026-11-22")).toContain("November");
  });

  it("that are none are shown as they are", () => {
    expect(dayText("soon")).toBe("soon");
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
