// The log of decisions: what was chosen, when and why, and what replaced it. Older ones stay readable.
import { defineKind, type EntryOf } from "../case/defineKind";
import type { CaseDoc, Field } from "../case/document";
import type { Entry } from "../case/entries";
import { aside, knownDate, link, longText, words } from "../case/fields";

/** What a decision chooses when nothing is decided yet. */
export const NOT_YET = "not-yet";
/** What a decision chooses when it is not among the options. */
export const OTHER = "other";

export const decisionEntries = defineKind(
  "decisions",
  {
    // The id of the chosen option, NOT_YET, OTHER, or "" while nobody has said.
    option: link(),
    // Its name on that day: a short field, so that names from two phones are never merged letter by letter.
    called: words(),
    // A day alone is no decision: a page that was opened and left, or closed by the phone, decides nothing.
    on: aside(knownDate()),
    // The decision that it replaces, or "".
    replaces: aside(link()),
    what: longText(),
    why: longText(),
  },
  { order: latestFirst },
);
export type Decision = EntryOf<typeof decisionEntries>;

/** The log, newest first. */
export const decisions = decisionEntries.list;

/** Those that no later one replaced. If two phones decided at once, there are two. */
export function standingDecisions(doc: CaseDoc): Decision[] {
  const written = decisionEntries.written(doc);
  const replaced = new Set(written.flatMap(({ replaces }) => [replaces.value, ...replaces.others]));
  return written.filter((decision) => !replaced.has(decision.id));
}

/** The decision that replaced this one. */
export function replacementOf(doc: CaseDoc, id: string): Decision | null {
  const took = ({ replaces }: Decision) => replaces.value === id || replaces.others.includes(id);
  return decisionEntries.written(doc).find(took) ?? null;
}

/**
 * Whether something was chosen: "not yet" does not count, and neither does a reason alone. Of several current ones the
 * latest counts; one on which two phones disagree is not settled.
 */
export function hasDecided(doc: CaseDoc): boolean {
  const [latest] = standingDecisions(doc);
  if (latest === undefined || latest.option.others.length > 0) return false;
  return latest.option.value !== NOT_YET && (latest.option.value !== "" || latest.what.trim() !== "");
}

/** The decision in the patient's words, else the name of the chosen option at that time; "" when neither is written. */
export function wordsOfDecision({ what, called }: Decision): string {
  return what.trim() || [called.value, ...called.others].filter(Boolean).join(" · ");
}

function latestFirst(a: Entry & { on: Field }, b: Entry & { on: Field }): number {
  const left = `${a.on.value}${a.createdAt}`;
  const right = `${b.on.value}${b.createdAt}`;
  return left > right ? -1 : left < right ? 1 : 0;
}
