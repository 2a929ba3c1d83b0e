// Whether an answer is the guidance, down to every field that a screen may read. A captive portal answers anything with
// a page of its own, a proxy with {}: such an answer must never replace the guide and its numbers. The tables name each
// field of the types in bundle.ts; the compiler reports a missing one. Extra fields are allowed.
import {
  array,
  boolean,
  type GenericSchema,
  integer,
  is,
  looseObject,
  nullable,
  number,
  optional,
  pipe,
  string,
} from "valibot";
import type {
  AnswerTime,
  Bundle,
  Country,
  Fact,
  GuideCard,
  HelpCard,
  HelpText,
  Section,
  Source,
  Span,
  ToDo,
} from "./bundle";

type Shapes<T> = { [Name in keyof Required<T>]: GenericSchema };

const text = string();
const flag = boolean();
const count = pipe(number(), integer());
function fields<T>(shapes: Shapes<T>): GenericSchema {
  return looseObject<Shapes<T>>(shapes);
}
const texts = array(text);
const sources = array(
  fields<Source>({
    key: text,
    text,
    url: nullable(text),
    checked_on: text,
    second_hand: optional(flag),
    site_only: optional(flag),
  }),
);
const card = fields<GuideCard>({
  id: text,
  section: text,
  title: text,
  summary: text,
  words: optional(texts),
  body_html: text,
  do: array(fields<ToDo>({ text, screen: nullable(text) })),
  sources,
  unverified: texts,
  reviewed_on: text,
  review_by: text,
  read_by_clinician: flag,
});
const fact = nullable(
  fields<Fact>({
    text,
    number: nullable(text),
    sms: flag,
    text_number: optional(text),
    url: nullable(text),
    sources: texts,
    second_hand: flag,
    part_second_hand: optional(flag),
  }),
);
const span = fields<Span>({ count, unit: text });
const answerTime = fields<AnswerTime>({
  limit: span,
  extension: nullable(span),
  older: nullable(fields<NonNullable<AnswerTime["older"]>>({ years: count, limit: span })),
  is_usual: flag,
});
const country = fields<Country>({
  code: text,
  name: text,
  emergency: array(fields<Country["emergency"][number]>({ number: text, label: text, second_hand: flag })),
  emergency_text: fact,
  urgent: fact,
  crisis: fact,
  ward: fact,
  second_opinion: fact,
  who_pays: fact,
  records: fact,
  records_cost: fact,
  answer_time: nullable(answerTime),
  representative: fact,
  register: fact,
  portal: fact,
  interpreter: fact,
  sources,
  checked_on: text,
});
const helpCard = fields<HelpCard>({
  heading: text,
  signs: texts,
  closing: nullable(text),
  calls_team: flag,
  read_by_clinician: flag,
});
const help = fields<HelpText>({
  do_not_wait: text,
  cards: array(helpCard),
  checked_note: text,
  sources,
  reviewed_on: text,
});
const bundle = fields<Bundle>({
  language: text,
  version: text,
  sections: array(fields<Section>({ id: text, title: text, cards: texts })),
  cards: array(card),
  glossary: array(fields<Bundle["glossary"][number]>({ term: text, meaning: text })),
  help,
  countries: array(country),
});

export function isBundle(answer: unknown): answer is Bundle {
  return is(bundle, answer);
}

/** The guidance in an answer of the server, or null unless its status, type and shape are right. */
export async function bundleIn(response: Response): Promise<Bundle | null> {
  const type = response.headers.get("Content-Type") ?? "";
  if (response.status !== 200 || response.redirected || !type.startsWith("application/json")) return null;
  const answer: unknown = await response.json().catch(() => null);
  return isBundle(answer) ? answer : null;
}
