// The words for items, doctors and cells in the grid. Pure.

import type { VisitedDoctor } from "../../../domain/doctors/visitedDoctors";
import type { Cell } from "../../../domain/seen/seenGrid";
import type { SeenItem } from "../../../domain/seen/seenItems";
import type { SeenState } from "../../../domain/seen/seenNotes";
import { messagesFrom } from "../../../i18n";
import entriesWords from "../../../i18n/en/entries.json";
import seenWords from "../../../i18n/en/seen.json";
import { shownText } from "../../entries/entryNames";
import { isolated } from "../../start/isolate";
import { excerpt } from "../../text/excerpt";

const t = messagesFrom(entriesWords, seenWords);

// A sentence names this many items and gives the number of the others.
const MOST_NAMED = 5;

export function itemName({ kind, name }: SeenItem): string {
  if (kind === "medicines" || kind === "health") return t(`seen.${kind}`);
  if (kind === "record") return recordName(name);
  return name === "" ? t("seen.opinion") : t("seen.opinionOf", { who: isolated(excerpt(name)) });
}

/** The same within a sentence. */
function nameInSentence({ kind, name }: SeenItem): string {
  if (kind === "medicines" || kind === "health") return t(`seen.${kind}In`);
  if (kind === "record") return recordName(name);
  return name === "" ? t("seen.opinionIn") : t("seen.opinionOfIn", { who: isolated(excerpt(name)) });
}

function recordName(name: string): string {
  return isolated(shownText(excerpt(name)));
}

export function doctorName({ name }: Pick<VisitedDoctor, "name">): string {
  return isolated(excerpt(name) || t("visitName.unnamed"));
}

export function cellText({ state, isDisputed }: Cell): string {
  if (isDisputed) return t("seen.states.disputed");
  return t(state === "" ? "seen.states.not-yet" : `seen.states.${state}`);
}

export function choiceName(state: SeenState): "given" | "offered" | "left-out" | "not-yet" {
  return state === "" ? "not-yet" : state;
}

/** The items in one sentence, the first few by name. */
export function listed(items: readonly SeenItem[]): string {
  const names = items.slice(0, MOST_NAMED).map(nameInSentence).join(", ");
  const count = items.length - MOST_NAMED;
  return count > 0 ? t("seen.more", { items: names, count }) : names;
}
