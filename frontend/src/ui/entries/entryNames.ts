// The name of an entry and the address that opens it. An entry that nobody has written into has a name, too.

import type { CaseDoc } from "../../domain/case/document";
import type { EntryKind } from "../../domain/case/entries";
import { deletedVisits, type Visit, visits } from "../../domain/visits/visits";
import { messagesFrom } from "../../i18n";
import { dayText } from "../../i18n/dates";
import entriesWords from "../../i18n/en/entries.json";
import { isolated } from "../start/isolate";
import { brief } from "../text/excerpt";

const t = messagesFrom(entriesWords);

export function addressOf(kind: EntryKind, id: string): string {
  if (kind === "notes") return `/journal/note/${id}`;
  // These two are edited on the screen of what they belong to.
  if (kind === "reasons") return "/case/reasons";
  if (kind === "points") return "/case/decide/options";
  return `/case/${kind}/${id}`;
}

export function shownText(text: string): string {
  return text.trim() === "" ? t("entry.empty") : text;
}

/** Who is visited, else where, else "A visit". */
export function visitName(visit: Visit): string {
  return visit.who.value.trim() || visit.where.value.trim() || t("visitName.unnamed");
}

/** The visit with its day, as one line for a picker. */
export function visitLabel(visit: Visit): string {
  const who = isolated(brief(visitName(visit)));
  return visit.when.value === "" ? who : t("visitName.labelOn", { who, date: dayText(visit.when.value) });
}

/** The visit with that id, even a deleted one: notes from it still say whose words they hold. */
export function visitOf(doc: CaseDoc, id: string | null): Visit | null {
  if (id === null) return null;
  const all = [...visits(doc), ...deletedVisits(doc)];
  return all.find((visit) => visit.id === id) ?? null;
}
