// Maps the name of a tool in a card to its screen. An unknown name is shown as plain text, so that no button is dead.
import { isKeyOf, type KeyOf } from "../../../i18n";
import guideWords from "../../../i18n/en/guide.json";

export const namedTools = [
  ["case", "/"],
  ["notes", "/journal"],
  ["reasons", "/case/reasons"],
  ["rights", "/case/rights"],
  ["questions", "/case/questions"],
  ["question-bank", "/case/questions/bank"],
  ["records", "/case/records"],
  ["letter", "/case/letters/new"],
  ["health", "/case/health"],
  ["medicines", "/case/medicines"],
  ["summary", "/case/summary"],
  ["show", "/case/show"],
  ["doctors", "/case/doctors"],
  ["visits", "/case/visits"],
  ["companions", "/case/companions"],
  ["seen", "/case/seen"],
  ["opinions", "/case/opinions"],
  ["compare", "/case/compare"],
  ["decide", "/case/decide"],
  ["decide-by", "/case/decide-by"],
  ["tasks", "/case/tasks"],
  ["timeline", "/case/timeline"],
  ["help", "/help"],
] as const;

const screenByName = new Map<string, string>(namedTools);

export function toolOf(name: string | null): { href: string; words: KeyOf<typeof guideWords> } | null {
  const href = name === null ? undefined : screenByName.get(name);
  const words = `guide.open.${name}`;
  return href !== undefined && isKeyOf(guideWords, words) ? { href, words } : null;
}
