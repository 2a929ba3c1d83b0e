// Search over the cards of the guide and the places of the app: whole words, beginnings and stems of words, and, where there is
// no such word, small slips of the finger. Needs no network. How letters are compared and what a word's stem is are the
// language's business and come in.
import MiniSearch, { type Query } from "minisearch";
import type { Bundle, GuideCard } from "./bundle";
import { plainText } from "./plainText";

export type Spelling = {
  /** The words of a text, as they are compared. */
  foldedWords(text: string): string[];
  /** Those words of a query that tell something. */
  tellingWords(query: string): string[];
  stem(word: string): string;
};

/** What is searched, from what it is called to what it only mentions. */
export type Described = { title: string; words?: string; summary?: string; text?: string };

// Where a thing says what it is about, and not only what it mentions.
const ABOUT = ["title", "words"];

/** Builds the index once; the function it gives finds things, best first. An empty query finds nothing. */
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

  /** The word itself or the beginning of one, or another word of its stem. */
  const asWritten = (word: string): Query => {
    const stem = spelling.stem(word);
    return stem === word ? word : { combineWith: "OR", queries: [word, { queries: [stem], prefix: false }] };
  };
  const hits = (words: string[], combineWith: "AND" | "OR", how: (word: string) => Query, fields?: string[]) =>
    index.search({ combineWith, queries: words.map(how), ...(fields && { fields }) }).map(({ id }) => Number(id));
  // A word that most things hold ("ask", "doctor") tells one from another only where it says what the thing is about.
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
    // What is about one of the words comes after what holds them all, and before what only mentions some.
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
