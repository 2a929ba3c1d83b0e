// The guidance as GET /api/v2/content/{language} gives it. The server has validated it and sanitised its HTML; shape.ts tells
// it from what others answer.

export type Source = {
  key: string;
  text: string;
  url: string | null;
  checked_on: string;
  /** Read on somebody else's page. The guidance of an older server does not say. */
  second_hand?: boolean;
  /** The address is that of the whole website: the page was not kept. Guides kept from before do not say it. */
  site_only?: boolean;
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
  read_by_clinician: boolean;
};
/** One thing that is known of a country. */
export type Fact = {
  text: string;
  number: string | null;
  /** The number takes text messages. */
  sms: boolean;
  /** Another number, for text messages. Guides kept from before do not have it. */
  text_number?: string;
  /** A page that the person may open, such as a public register. */
  url: string | null;
  /** Keys of the country's sources. */
  sources: string[];
  /** None of its sources was read at first hand. */
  second_hand: boolean;
  /** Some of its sources were read at first hand, some were not. Guides kept from before do not say it. */
  part_second_hand?: boolean;
};
export type Span = { count: number; unit: "days" | "business_days" | "months" };
export type RecordsClock = {
  /** From the day the clinic gets the request. */
  limit: Span;
  extension: Span | null;
  /** Another limit for records older than so many years. */
  older: { years: number; limit: Span } | null;
  /** What is usual, and no limit in law. */
  is_usual: boolean;
};
/** Null: we looked and found nothing that we could verify. The screens say so. */
export type Country = {
  code: string;
  name: string;
  /** Empty: "your local emergency number". */
  emergency: { number: string; label: string; second_hand: boolean }[];
  /** For people who cannot hear or speak on the phone. */
  emergency_text: Fact | null;
  urgent: Fact | null;
  crisis: Fact | null;
  /** For somebody in hospital who gets worse and is not heard. */
  ward: Fact | null;
  second_opinion: Fact | null;
  who_pays: Fact | null;
  records: Fact | null;
  records_cost: Fact | null;
  records_clock: RecordsClock | null;
  /** Somebody who asks for the patient. */
  representative: Fact | null;
  register: Fact | null;
  portal: Fact | null;
  interpreter: Fact | null;
  sources: Source[];
  checked_on: string;
};
export type HelpCard = {
  /** May hold the place {number}. */
  heading: string;
  signs: string[];
  /** Closes the card; may hold the place {number}. */
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
