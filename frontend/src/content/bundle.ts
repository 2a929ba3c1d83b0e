// The guidance as GET /api/v2/content/{language} gives it. The server has validated it and sanitised its HTML; shape.ts
// recognises it among whatever else answers.

export type Source = {
  key: string;
  text: string;
  url: string | null;
  checked_on: string;
  /** Read on somebody else's page. Missing in the guidance of an older server. */
  second_hand?: boolean;
  /** The address is that of the whole website: the page was not kept. Missing in guides cached earlier. */
  site_only?: boolean;
};
export type Section = { id: string; title: string; cards: string[] };
export type ToDo = { text: string; screen: string | null };
export type GuideCard = {
  id: string;
  section: string;
  title: string;
  summary: string;
  /** Words by which a search finds the card, besides its text. Missing in the guidance of an older server. */
  words?: string[];
  /** Safe to show as HTML: rendered from Markdown and sanitised by the server. */
  body_html: string;
  do: ToDo[];
  sources: Source[];
  unverified: string[];
  reviewed_on: string;
  review_by: string;
  read_by_clinician: boolean;
};
/** One known fact about a country. */
export type Fact = {
  text: string;
  number: string | null;
  /** The number takes text messages. */
  sms: boolean;
  /** Another number, for text messages. Missing in guides cached earlier. */
  text_number?: string;
  /** A page that the person may open, such as a public register. */
  url: string | null;
  /** Keys of the country's sources. */
  sources: string[];
  /** None of its sources was read first hand. */
  second_hand: boolean;
  /** Some of its sources were read first hand, some were not. Missing in guides cached earlier. */
  part_second_hand?: boolean;
};
export type Span = { count: number; unit: "days" | "business_days" | "months" };
export type AnswerTime = {
  /** From the day the clinic gets the request. */
  limit: Span;
  extension: Span | null;
  /** Another limit for records older than `years`. */
  older: { years: number; limit: Span } | null;
  /** What is usual, not a legal limit. */
  is_usual: boolean;
};
/** A null field: we looked and found nothing that we could verify. The screens say so. */
export type Country = {
  code: string;
  name: string;
  /** When empty, screens say "your local emergency number". */
  emergency: { number: string; label: string; second_hand: boolean }[];
  /** For people who cannot hear or speak on the phone. */
  emergency_text: Fact | null;
  urgent: Fact | null;
  crisis: Fact | null;
  /** For a patient in hospital who gets worse and is not listened to. */
  ward: Fact | null;
  second_opinion: Fact | null;
  who_pays: Fact | null;
  records: Fact | null;
  records_cost: Fact | null;
  answer_time: AnswerTime | null;
  /** A person who asks on the patient's behalf. */
  representative: Fact | null;
  register: Fact | null;
  portal: Fact | null;
  interpreter: Fact | null;
  sources: Source[];
  checked_on: string;
};
export type HelpCard = {
  /** May contain the placeholder {number}. */
  heading: string;
  signs: string[];
  /** The last line of the card; may contain the placeholder {number}. */
  closing: string | null;
  /** The patient's own team is the one to call. */
  calls_team: boolean;
  read_by_clinician: boolean;
};
export type HelpText = {
  do_not_wait: string;
  cards: HelpCard[];
  checked_note: string;
  sources: Source[];
  reviewed_on: string;
};
export type Bundle = {
  language: string;
  version: string;
  sections: Section[];
  cards: GuideCard[];
  glossary: { term: string; meaning: string }[];
  help: HelpText;
  countries: Country[];
};
