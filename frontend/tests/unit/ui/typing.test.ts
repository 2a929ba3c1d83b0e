import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caretAfter, carriedOver } from "../../../src/ui/components/typing";

describe("a letter typed while another phone changed the same text", () => {
  it("goes to the document as typed when nobody else wrote", () => {
    expect(carriedOver("knee", "knees", "knee")).toBe("knees");
  });

  it("keeps what ben wrote before it", () => {
    expect(carriedOver("It hurts", "It hurts now", "Ben: It hurts")).toBe("Ben: It hurts now");
  });

  it("keeps what ben wrote after it", () => {
    expect(carriedOver("It hurts", "Now It hurts", "It hurts a lot")).toBe("Now It hurts a lot");
  });

  it("keeps both words when both replaced the same one", () => {
    expect(carriedOver("take one", "take 2", "take 3")).toBe("take 32");
  });

  it("never loses a letter that either of them inserted", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", " ") });
    fc.assert(
      fc.property(letters, fc.nat(), fc.nat(), (text, one, two) => {
        const insert = (into: string, at: number, word: string) =>
          into.slice(0, at % (into.length + 1)) + word + into.slice(at % (into.length + 1));
        const merged = carriedOver(text, insert(text, one, "<ana>"), insert(text, two, "<ben>"));
        expect(merged).toContain("<ana>");
        expect(merged).toContain("<ben>");
        expect(merged.length).toBe(text.length + 10);
      }),
    );
  });
});

describe("a character of two halves, such as an emoji", () => {
  it("stays whole when ana and ben each put another one in its place", () => {
    expect(carriedOver("😀", "😂", "😃")).toBe("😃😂");
  });

  it("stays whole whatever either of them makes of the text", () => {
    // The second emoji shares its first surrogate with the first one, the third shares its second.
    const letters = fc.string({ unit: fc.constantFrom("\u{1f600}", "\u{1f602}", "\u{1fa00}", "a") });
    fc.assert(
      fc.property(letters, letters, letters, (seen, typed, current) => {
        expect(carriedOver(seen, typed, current)).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the caret", () => {
  it("stays when something changes after it", () => {
    expect(caretAfter("knee", "knee hurts", 2)).toBe(2);
  });

  it("moves with its letters when something changes before it", () => {
    expect(caretAfter("knee", "my knee", 4)).toBe(7);
  });

  it("stands at the end of what replaced the letters around it", () => {
    expect(caretAfter("a long word here", "a here", 6)).toBe(2);
  });
});
