// What an option is called on the screens, and the address of its page.

import type { CaseDoc } from "../../../domain/case/document";
import { NOT_YET, OTHER } from "../../../domain/decide/decisions";
import { optionEntries, type ShownOption, shownOption } from "../../../domain/decide/options";
import { messagesFrom } from "../../../i18n";
import decideWords from "../../../i18n/en/decide.json";
import { addressOf } from "../../entries/entryNames";

const t = messagesFrom(decideWords);

export function optionName({ isWaiting, entry }: ShownOption): string {
  if (isWaiting) return t("decide.waiting");
  return entry?.name.value.trim() || t("decide.unnamed");
}

export function optionAddress(option: ShownOption): string {
  return addressOf("options", option.id);
}

/** What a decision chose; an option that was deleted later keeps its name. */
export function chosenName(doc: CaseDoc, chosen: string): string {
  if (chosen === NOT_YET) return t("decision.notYet");
  if (chosen === OTHER) return t("decision.other");
  const shown = shownOption(doc, chosen);
  if (shown) return optionName(shown);
  const gone = optionEntries.deleted(doc).find((option) => option.id === chosen);
  if (chosen === "") return t("point.mattersValues.none");
  return gone?.name.value.trim() || t("decide.unnamed");
}
