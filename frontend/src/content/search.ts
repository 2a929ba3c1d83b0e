// Search over the cards of the guide: whole words, beginnings of words, and small slips of the finger. Needs no network.
import MiniSearch from "minisearch";
import type { Bundle, GuideCard } from "./bundle";
import { plainText } from "./plainText";

/** Builds the index once; the function it gives finds cards, best first. An empty query finds nothing. */
export function guideSearch(bundle: Bundle): (query: string) => GuideCard[] {
  const index = new MiniSearch({
    fields: ["title", "summary", "toDo", "body"],
    processTerm: folded,
    searchOptions: {
      boost: { title: 4, summary: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: "AND",
    },
  });
  const cardById = new Map(bundle.cards.map((card) => [card.id, card]));
  index.addAll(bundle.cards.map(indexed));
  return (query) => index.search(query).flatMap((hit) => cardById.get(String(hit.id)) ?? []);
}

function indexed(card: GuideCard) {
  return {
    id: card.id,
    title: card.title,
    summary: card.summary,
    toDo: card.do.map((task) => task.text).join(" "),
    body: plainText(card.body_html),
  };
}

function folded(term: string): string {
  return term
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLocaleLowerCase();
}
