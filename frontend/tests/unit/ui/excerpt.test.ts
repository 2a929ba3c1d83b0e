import { describe, expect, it } from "vitest";
import { positionOfWord, soughtWords } from "../../../src/i18n/folding";
import { excerpt } from "../../../src/ui/text/excerpt";

describe("an excerpt", () => {
  const long = `${"word ".repeat(60)}the meniscus is torn ${"word ".repeat(60)}`;

  it("is the whole of a short text, on one line", () => {
    expect(excerpt(" Exercise\n first. ")).toBe("Exercise first.");
  });

  const around = (text: string, query: string) => excerpt(text, (flat) => positionOfWord(flat, soughtWords(query)));

  it("shows the place that was searched for, whatever its letters' case", () => {
    const shown = around(long, "MENISCUS");
    expect(shown).toContain("the meniscus is torn");
    expect(shown).toMatch(/^…word/);
    expect(shown).toMatch(/…$/);
  });

  it.each([
    ["doctor's", "the doctor’s letter"],
    ["lodz", "a clinic in Łódź"],
    ["strasse", "the clinic in Burgstraße 3"],
    ["mrı", "the MRI of the knee"],
    ["xray", "an X‑ray of the knee"],
  ])("shows what “%s” found, in the letters that were written: %s", (query, words) => {
    const before = "İß".repeat(10).concat(" ").repeat(20);
    expect(around(`${before}${words} ${"word ".repeat(60)}`, query)).toContain(words);
  });

  it("shows the place in a text without a space, and cuts no sign in two", () => {
    const shown = around(`${"😀".repeat(200)}torn${"😀".repeat(200)}`, "torn");
    expect(shown).toContain("torn");
    expect(() => encodeURIComponent(shown)).not.toThrow();
  });

  it("begins at the beginning when nothing was searched for", () => {
    expect(excerpt(long)).toMatch(/^word word/);
  });
});
