// The log of decisions: what was chosen, when and why, and what took its place. Older ones stay readable.
import type { CaseDoc } from "./document";
import { describeKind, type EntryOf } from "./kind";

/** What a decision chooses that is none yet. */
export const NOT_YET = "not-yet";
/** What a decision chooses that is not among the options. */
export const OTHER = "other";

/**
 * `option` is the id of what was chosen, NOT_YET, OTHER, or "" while nobody has said. `on` is a calendar date (YYYY-MM-DD) or
 * "". `replaces` is the id of the decision that it takes the place of, or "".
 */
export type DecisionFields = { option: string; on: string; replaces: string };
export type Decision = EntryOf<DecisionFields, "what" | "why">;

export const decisionEntries = describeKind<DecisionFields, "what" | "why">({
  kind: "decisions",
  fields: { option: "", on: "", replaces: "" },
  texts: ["what", "why"],
  said: [],
  order: latestFirst,
});

/** The log, newest first. */
export const decisions = decisionEntries.list;

/** Those that no later one took the place of. Two phones that decided at once leave two. */
export function standingDecisions(doc: CaseDoc): Decision[] {
  const replaced = new Set(decisions(doc).flatMap(({ replaces }) => [replaces.value, ...replaces.others]));
  return decisions(doc).filter((decision) => !replaced.has(decision.id));
}

/** The decision that took the place of this one. */
export function replacementOf(doc: CaseDoc, id: string): Decision | null {
  return decisions(doc).find(({ replaces }) => replaces.value === id || replaces.others.includes(id)) ?? null;
}

/** Whether something was chosen: "not yet", and a decision without a word in it, are none. */
export function hasDecided(doc: CaseDoc): boolean {
  return standingDecisions(doc).some(
    ({ option, what }) => option.value !== NOT_YET && (option.value !== "" || what.trim() !== ""),
  );
}

function latestFirst(a: Decision, b: Decision): number {
  const left = `${a.on.value}${a.createdAt}`;
  const right = `${b.on.value}${b.createdAt}`;
  return left > right ? -1 : left < right ? 1 : 0;
}
