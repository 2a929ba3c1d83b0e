import { describe, expect, it } from "vitest";
import { isMessageKey, t } from "../../../src/i18n";
import { dayText, localDay, timeText } from "../../../src/i18n/dates";
import en from "../../../src/i18n/en.json";
import later from "../../../src/i18n/en.later.json";

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
  const all = messages({ ...en, ...later });

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
    expect(isMessageKey("guide.open.compare")).toBe(false);
    expect(isMessageKey("guide.open.toString")).toBe(false);
  });
});

describe("the words that come later", () => {
  const sources = import.meta.glob<string>("../../../src/ui/**/*.{ts,tsx}", {
    query: "?raw",
    import: "default",
    eager: true,
  });
  const groups = Object.keys(later).join("|");
  const said = new RegExp(`["\`](${groups})\\.[a-zA-Z$]`);

  it("are brought by every module that says one of them", () => {
    const sayers = Object.keys(sources).filter((path) => said.test(sources[path] ?? ""));
    expect(sayers.length).toBeGreaterThan(10);
    expect(sayers.filter((path) => !sources[path]?.includes("i18n/laterWords"))).toEqual([]);
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

  it("give the day and the time of the reader's zone", () => {
    const at = new Date(2026, 0, 5, 9, 7);
    expect(localDay(at)).toBe("2026-01-05");
    expect(timeText(at.toISOString())).toBe("09:07");
  });
});
