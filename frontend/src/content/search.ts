// Search over the cards of the guide and the places of the app: whole words, beginnings and stems of words, and small
// typing errors where there is no such word. Needs no network. How letters are compared and what a word's stem is
// depends on the language and is passed in.
import MiniSearch, { type Query } from "minisearch";
import type { Bundle, GuideCard } from "./bundle";
import { plainText } from "./plainText";

export type Spelling = {
  /** The words of a text, in the form in which they are compared. */
  foldedWords(text: string): string[];
  /** The words of a query that carry meaning. */
  tellingWords(query: string): string[];
  stem(word: string): string;
};

/** The texts that are searched, from the thing's name to what it only mentions. */
export type Described = { title: string; words?: string; summary?: string; text?: string };

// The fields that say what a thing is about, not only what it mentions.
const ABOUT = ["title", "words"];

/** Builds the index once. The function it returns finds things, best first; an empty query finds nothing. */
export function searchOver<T>(
  things: readonly T[],
  describe: (thing: T) => Described,
  spelling: Spelling,
): (query: string) => T[] {
  const index = new MiniSearch({
    fields: [...ABOUT, "summary", "text"],
    tokenize: spelling.foldedWords,
    processTerm: (word) => [...new Set([word, spelling.stem(word)])],
    searchOptions: {
      boost: { title: 4, words: 3, summary: 2 },
      prefix: (word) => word.length > 2,
      processTerm: (word) => word,
    },
  });
  index.addAll(things.map((thing, id) => ({ id, ...describe(thing) })));

  /** The word itself, a word beginning with it, or another word of the same stem. */
  const asWritten = (word: string): Query => {
    const stem = spelling.stem(word);
    return stem === word ? word : { combineWith: "OR", queries: [word, { queries: [stem], prefix: false }] };
  };
  const hits = (words: string[], combineWith: "AND" | "OR", how: (word: string) => Query, fields?: string[]) =>
    index.search({ combineWith, queries: words.map(how), ...(fields && { fields }) }).map(({ id }) => Number(id));
  // A word that is in most things ("ask", "doctor") helps only where a thing says what it is about.
  const tellsLittle = (word: string) => hits([word], "AND", asWritten).length > things.length / 2;
  const mistyped = (word: string): Query => {
    const slip = (fuzzy: number): Query => ({ queries: [word], fuzzy });
    return word.length > 5 && hits([word], "AND", () => slip(1)).length === 0 ? slip(2) : slip(word.length > 4 ? 1 : 0);
  };
  const meant = (word: string): Query => {
    if (hits([word], "AND", asWritten).length === 0) return mistyped(word);
    return tellsLittle(word) ? { queries: [asWritten(word)], fields: ABOUT } : asWritten(word);
  };
  return (query) => {
    const words = spelling.tellingWords(query);
    if (words.length === 0) return [];
    const all = hits(words, "AND", meant);
    // Things about one of the words come after those that have all the words, and before those that only mention some.
    const rare = words.filter((word) => !tellsLittle(word));
    const found = new Set([
      ...(all.length > 0 ? all : hits(words, "AND", asWritten)),
      ...hits(rare, "OR", meant, ABOUT),
    ]);
    return (found.size > 0 ? [...found] : hits(words, "OR", meant)).flatMap((at) => things[at] ?? []);
  };
}

export function guideSearch(bundle: Bundle, spelling: Spelling): (query: string) => GuideCard[] {
  return searchOver(bundle.cards, describedCard, spelling);
}

function describedCard(card: GuideCard): Described {
  return {
    title: card.title,
    words: (card.words ?? []).join(" "),
    summary: card.summary,
    text: `${card.do.map((task) => task.text).join(" ")} ${plainText(card.body_html)}`,
  };
}
