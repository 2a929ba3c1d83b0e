// From the name of a tool in a card to its screen. A name that is not here is shown as plain text: no dead button.
import "../../../i18n/words/guide";
import { isMessageKey, type MessageKey } from "../../../i18n";

const screenByName = new Map([
  ["case", "/"],
  ["notes", "/journal"],
  ["questions", "/case/questions"],
  ["records", "/case/records"],
  ["medicines", "/case/medicines"],
  ["consultations", "/case/consultations"],
  ["decide-by", "/case/decide-by"],
  ["help", "/help"],
]);

export function toolOf(name: string | null): { href: string; words: MessageKey } | null {
  const href = name === null ? undefined : screenByName.get(name);
  const words = `guide.open.${name}`;
  return href !== undefined && isMessageKey(words) ? { href, words } : null;
}
