// The guidance as GET /api/v1/content/{language} gives it. The server has validated it and sanitised its HTML;
// here it is only checked to be a bundle at all, because a captive portal answers anything with a page of its own.

export type Source = {
  key: string;
  text: string;
  url: string | null;
  checked_on: string;
  /** Read on somebody else's page. The guidance of an older server does not say. */
  second_hand?: boolean;
};
export type Section = { id: string; title: string; cards: string[] };
export type ToDo = { text: string; screen: string | null };
export type GuideCard = {
  id: string;
  section: string;
  title: string;
  summary: string;
  /** What a search finds the card by, besides its text. The guidance of an older server lacks them. */
  words?: string[];
  /** Safe to show as HTML: rendered from Markdown and sanitised by the server. */
  body_html: string;
  do: ToDo[];
  sources: Source[];
  unverified: string[];
  reviewed_on: string;
  review_by: string;
};
export type Line = {
  heading: string;
  text: string;
  number: string | null;
  kind: "urgent" | "crisis" | "rule";
  sms: boolean;
};
export type Country = {
  code: string;
  name: string;
  emergency: { number: string; label: string }[];
  other_lines: Line[];
  second_opinion: string;
  records: string;
  records_days: number | null;
  sources: Source[];
  /** Keys of the sources that the two rules rest on. The guidance of an older server lacks them. */
  rule_sources?: string[];
  checked_on: string;
};
export type HelpText = { do_not_wait: string; cards: { heading: string; signs: string[] }[]; checked_note: string };
export type Bundle = {
  language: string;
  version: string;
  sections: Section[];
  cards: GuideCard[];
  glossary: { term: string; meaning: string }[];
  help: HelpText;
  countries: Country[];
};

export function isBundle(answer: unknown): answer is Bundle {
  if (typeof answer !== "object" || answer === null) return false;
  const lists = ["sections", "cards", "glossary", "countries"];
  return (
    typeof Reflect.get(answer, "version") === "string" &&
    lists.every((name) => Array.isArray(Reflect.get(answer, name))) &&
    typeof Reflect.get(answer, "help") === "object"
  );
}
