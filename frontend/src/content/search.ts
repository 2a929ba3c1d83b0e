// Search over the cards of the guide: whole words, beginnings of words, and small slips of the finger. Needs no network.
// How letters are compared is the language's business and comes in.
import MiniSearch, { type Query } from "minisearch";
import type { Bundle, GuideCard } from "./bundle";
import { plainText } from "./plainText";

export type Letters = {
  /** The words of a text, as they are compared. */
  foldedWords(text: string): string[];
  /** Those words of a query that tell something. */
  tellingWords(query: string): string[];
};

// Where a card says what it is about, and not only what it mentions.
const ABOUT = ["title", "words"];

/** Builds the index once; the function it gives finds cards, best first. An empty query finds nothing. */
export function guideSearch(bundle: Bundle, letters: Letters): (query: string) => GuideCard[] {
  const index = new MiniSearch({
    fields: [...ABOUT, "summary", "toDo", "body"],
    tokenize: letters.foldedWords,
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 4, words: 3, summary: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  });
  const cardById = new Map(bundle.cards.map((card) => [card.id, card]));
  index.addAll(bundle.cards.map(indexed));

  // A word that most cards hold ("ask", "doctor") tells a card from another only where it says what the card is about.
  const tellsLittle = (word: string) => index.search(word, { fuzzy: false }).length > bundle.cards.length / 2;
  const aboutIt = (word: string): Query => (tellsLittle(word) ? { queries: [word], fields: ABOUT } : word);
  return (query) => {
    const words = letters.tellingWords(query);
    if (words.length === 0) return [];
    const best = index.search({ combineWith: "AND", queries: words.map(aboutIt) });
    const hits = best.length > 0 ? best : index.search({ combineWith: "AND", queries: words });
    return hits.flatMap((hit) => cardById.get(String(hit.id)) ?? []);
  };
}

function indexed(card: GuideCard) {
  return {
    id: card.id,
    title: card.title,
    words: (card.words ?? []).join(" "),
    summary: card.summary,
    toDo: card.do.map((task) => task.text).join(" "),
    body: plainText(card.body_html),
  };
}
