// Which hard words a card uses, with their plain meaning.
import type { Bundle, GuideCard } from "./bundle";
import { plainText } from "./plainText";

export function wordsExplained(bundle: Bundle, card: GuideCard): Bundle["glossary"] {
  const text = ` ${[card.title, card.summary, plainText(card.body_html)].join(" ").toLowerCase()} `;
  return bundle.glossary.filter(({ term }) => standsIn(text, term.toLowerCase()));
}

function standsIn(text: string, term: string): boolean {
  const at = text.indexOf(term);
  if (at < 0) return false;
  const letter = /[\p{L}\p{N}]/u;
  const before = text[at - 1] ?? " ";
  const after = text[at + term.length] ?? " ";
  return !letter.test(before) && (!letter.test(after) || after === "s");
}
