// Whether an answer is the guidance, down to every field that a screen may read. A captive portal answers anything with a
// page of its own, a proxy with {}: such an answer must never take the place of the guide and its numbers.
// The tables name each field of the types in bundle.ts; the compiler says when one is missing. More fields than these are welcome.
import type {
  Bundle,
  Country,
  Fact,
  GuideCard,
  HelpCard,
  HelpText,
  RecordsClock,
  Section,
  Source,
  Span,
  ToDo,
} from "./bundle";

type Check = (value: unknown) => boolean;
type Fields<T> = { [Name in keyof Required<T>]: Check };

const text: Check = (value) => typeof value === "string";
const flag: Check = (value) => typeof value === "boolean";
const count: Check = Number.isInteger;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
function fields<T>(checks: Fields<T>): Check {
  const named = Object.entries<Check>(checks);
  return (value) =>
    typeof value === "object" && value !== null && named.every(([name, check]) => check(Reflect.get(value, name)));
}

const orAbsent =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const texts = list(text);
const sources = list(
  fields<Source>({
    key: text,
    text,
    url: orNull(text),
    checked_on: text,
    second_hand: orAbsent(flag),
    site_only: orAbsent(flag),
  }),
);
const card = fields<GuideCard>({
  id: text,
  section: text,
  title: text,
  summary: text,
  words: orAbsent(texts),
  body_html: text,
  do: list(fields<ToDo>({ text, screen: orNull(text) })),
  sources,
  unverified: texts,
  reviewed_on: text,
  review_by: text,
  read_by_clinician: flag,
});
const fact = orNull(
  fields<Fact>({
    text,
    number: orNull(text),
    sms: flag,
    text_number: orAbsent(text),
    url: orNull(text),
    sources: texts,
    second_hand: flag,
    part_second_hand: orAbsent(flag),
  }),
);
const span = fields<Span>({ count, unit: text });
const clock = fields<RecordsClock>({
  limit: span,
  extension: orNull(span),
  older: orNull(fields<NonNullable<RecordsClock["older"]>>({ years: count, limit: span })),
  is_usual: flag,
});
const country = fields<Country>({
  code: text,
  name: text,
  emergency: list(fields<Country["emergency"][number]>({ number: text, label: text, second_hand: flag })),
  emergency_text: fact,
  urgent: fact,
  crisis: fact,
  ward: fact,
  second_opinion: fact,
  who_pays: fact,
  records: fact,
  records_cost: fact,
  records_clock: orNull(clock),
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
  closing: orNull(text),
  calls_team: flag,
  read_by_clinician: flag,
});
const help = fields<HelpText>({
  do_not_wait: text,
  cards: list(helpCard),
  checked_note: text,
  sources,
  reviewed_on: text,
});
const bundle = fields<Bundle>({
  language: text,
  version: text,
  sections: list(fields<Section>({ id: text, title: text, cards: texts })),
  cards: list(card),
  glossary: list(fields<Bundle["glossary"][number]>({ term: text, meaning: text })),
  help,
  countries: list(country),
});

export function isBundle(answer: unknown): answer is Bundle {
  return bundle(answer);
}

/** The guidance in an answer of the server, or null: its status, its type and its shape have to be right. */
export async function bundleIn(response: Response): Promise<Bundle | null> {
  const type = response.headers.get("Content-Type") ?? "";
  if (response.status !== 200 || response.redirected || !type.startsWith("application/json")) return null;
  const answer: unknown = await response.json().catch(() => null);
  return isBundle(answer) ? answer : null;
}
