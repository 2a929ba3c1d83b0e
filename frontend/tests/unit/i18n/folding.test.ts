import { describe, expect, it } from "vitest";
import { sameName } from "../../../src/domain/case/names";
import { folded, foldedWords, positionOfWord, soughtWords, tellingWords } from "../../../src/i18n/folding";

describe("letters as a search compares them", () => {
  it.each([
    ["İSTANBUL ısı", "istanbul isi"],
    ["Łódź Øre Straße Ærø Đà Þór", "lodz ore strasse aero da thor"],
    ["ﬁne ½", "fine 1⁄2"],
    ["ΟΔΟΣ οδός", "οδοσ οδοσ"],
    ["don’t co‑operate", "dont cooperate"],
    ["soft\u00adhyphen", "softhyphen"],
  ])("%s becomes %s", (text, fold) => {
    expect(folded(text)).toBe(fold);
  });

  it("are folded sign by sign as they are whole: a place in the fold is a place in the text", () => {
    const text = "İß – Ménisque “déchiré”, X‑ray… 😀 Søren’s ﬁle";
    expect([...text].map(folded).join("")).toBe(folded(text));
    for (const word of foldedWords("Ménisque déchiré Søren’s ray")) {
      const place = positionOfWord(text, [word]);
      expect(folded(text.slice(place)), word).toMatch(new RegExp(`^${word}`));
    }
    expect(positionOfWord(text, ["knee"])).toBe(-1);
  });
});

describe("the words of a query", () => {
  it("are parted by spaces, marks and hyphens, and not by an apostrophe", () => {
    expect(foldedWords(" “X‑ray”, doctor’s (knee)/hip ")).toEqual(["x", "ray", "doctors", "knee", "hip"]);
    expect(foldedWords("?!")).toEqual([]);
  });

  it("tell nothing when every sentence holds them; a case is searched for them only when there are no others", () => {
    expect(tellingWords("What can I ask?")).toEqual(["ask"]);
    expect(tellingWords("who is it")).toEqual([]);
    expect(soughtWords("What can I ask?")).toEqual(["ask"]);
    expect(soughtWords("who is it")).toEqual(["who", "is", "it"]);
  });
});

describe("two spellings of one name", () => {
  it("are the same with either apostrophe", () => {
    expect(sameName("Dr  O’Brien ")).toBe(sameName("dr o'brien"));
    expect(sameName("Dr O’Brien")).not.toBe(sameName("Dr Brien"));
  });
});

describe("the app", () => {
  const sources = import.meta.glob<string>("../../../src/**/*.{ts,tsx}", {
    query: "?raw",
    import: "default",
    eager: true,
  });

  it("never changes capitals by the rules of the phone's own language", () => {
    const byThePhone = /toLocale(Lower|Upper)Case\(\)/;
    expect(byThePhone.test("text.toLocaleLowerCase()")).toBe(true);
    expect(Object.keys(sources).length).toBeGreaterThan(300);
    expect(Object.keys(sources).filter((file) => byThePhone.test(sources[file] ?? ""))).toEqual([]);
  });
});
