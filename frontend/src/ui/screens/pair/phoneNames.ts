// Names of the person's phones. A phone without a typed name is called by its kind, and of two with the same name the
// later one gets a number: no two rows of a list look alike. Nothing is renamed by this. Pure.
import { sameName } from "../../../domain/case/names";
import { isKeyOf, messagesFrom } from "../../../i18n";
import pairWords from "../../../i18n/en/pair.json";
import { isolated } from "../../start/isolate";

const t = messagesFrom(pairWords);

type Named = { id: string; name: { value: string } };

/** One phone, inside a sentence. */
export function phoneText(name: string): string {
  const shown = kindOrName(name);
  return shown === t("phones.unnamed") ? shown : isolated(shown);
}

/** The names of phones shown together, by id. `phones` are in the order in which they were added. */
export function namesTogether(phones: readonly Named[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  // Typed names come first: a number added to a kind must not result in another phone's typed name.
  const typedFirst = [...phones].sort((a, b) => Number(isKind(a.name.value)) - Number(isKind(b.name.value)));
  for (const { id, name } of typedFirst) {
    const own = kindOrName(name.value);
    let shown = own;
    for (let number = 2; taken.has(sameName(shown)); number++) shown = t("phones.numbered", { name: own, number });
    taken.add(sameName(shown));
    names.set(id, shown);
  }
  return names;
}

function kindOrName(name: string): string {
  const key = `phones.kinds.${name}`;
  if (isKeyOf(pairWords, key)) return t(key);
  return name.trim() === "" ? t("phones.unnamed") : name.trim();
}

/** Whether the name is the one that the phone gave itself. */
function isKind(name: string): boolean {
  return name.trim() === "" || isKeyOf(pairWords, `phones.kinds.${name}`);
}
