import { describe, expect, it } from "vitest";
import { wordsExplained } from "../../../src/content/glossary";
import { guideSearch } from "../../../src/content/search";
import * as spelling from "../../../src/i18n/folding";
import { bundle, card } from "./fixture";

const guide = bundle("1", [
  card("P1", "Get your records together", "<p>Ask for the <b>pictures</b>, not only the report.</p>"),
  card("P2", "Put your story on one page", "<p>Records help, too. Say what you have: a naïve list is fine.</p>"),
  card("P3", "Choose your top questions", "<p>Three are enough &amp; clear.</p>"),
  card("P4", "Find out about the doctor", "<p>Look at the page of the clinic.</p>"),
]);
const ids = (query: string) => guideSearch(guide, spelling)(query).map(({ id }) => id);

describe("search over the guide", () => {
  it("finds words of title and text, the title first", () => {
    expect(ids("records")).toEqual(["P1", "P2"]);
  });

  it("finds the beginning of a word and a slip of the finger", () => {
    expect(ids("pict")).toEqual(["P1"]);
    expect(ids("questoins")).toEqual(["P3"]);
  });

  it("puts what holds all the words first, then what is about one of them, then what mentions one", () => {
    expect(ids("records pictures")).toEqual(["P1"]);
    expect(ids("records list")).toEqual(["P2", "P1"]);
    expect(ids("records questions")).toEqual(["P1", "P3"]);
    expect(ids("naive zebra")).toEqual(["P2"]);
  });

  it("finds the other forms of a word, and a mistyped word only where no card has it as typed", () => {
    expect(ids("picturing")).toEqual(["P1"]);
    expect(ids("asked")).toEqual(["P1"]);
    expect(ids("clinics")).toEqual(["P4"]);
    expect(ids("recrods")).toEqual(["P1", "P2"]);
    const near = bundle("1", [card("X", "Tables", ""), card("Y", "Tablets", "")]);
    const typed = (query: string) => guideSearch(near, spelling)(query).map(({ id }) => id);
    expect(typed("tables")).toEqual(["X"]);
    expect(typed("tabels")).toContain("X");
    expect(typed("scna")).toEqual([]);
  });

  it("does not mind case or accents", () => {
    expect(ids("NAIVE")).toEqual(["P2"]);
  });

  it("finds a card by the words that people use for it, though it does not say them", () => {
    const tablets = { ...card("D2", "Bring the list", "<p>Every medicine.</p>"), words: ["tablets", "family doctor"] };
    const search = guideSearch(bundle("1", [...guide.cards, tablets]), spelling);
    expect(search("my tablets").map(({ id }) => id)).toEqual(["D2"]);
    expect(search("Family doctor’s").map(({ id }) => id)[0]).toBe("D2");
  });

  it("learns nothing from words that every sentence holds", () => {
    expect(ids("what are the records")).toEqual(ids("records"));
    expect(ids("what to do")).toEqual([]);
  });

  it("lets a word that most cards mention count only for those that are about it", () => {
    const cards = ["A", "B", "C", "D"].map((id) => card(id, `Card ${id}`, "<p>Ask your nurse for a copy.</p>"));
    const asking = card("E", "Ask plain questions", "<p>Say it plainly.</p>");
    const search = guideSearch(bundle("1", [...cards, asking]), spelling);
    expect(search("what to ask").map(({ id }) => id)).toEqual(["E"]);
    expect(search("nurse").map(({ id }) => id)).toEqual(["A", "B", "C", "D"]);
  });

  it("finds nothing for nothing, and never the mark-up", () => {
    expect(ids(" ")).toEqual([]);
    expect(ids("amp")).toEqual([]);
  });
});

describe("the words explained on a card", () => {
  it("are those that stand in it as whole words, in the plural too", () => {
    const scans = card("X", "Two scans", "<p>Not scanned again.</p>");
    expect(wordsExplained(guide, scans).map(({ term }) => term)).toEqual(["scan"]);
    expect(wordsExplained(guide, card("Y", "Scanned", ""))).toEqual([]);
  });
});
