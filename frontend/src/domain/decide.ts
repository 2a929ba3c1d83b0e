// Deciding: the ways there are (waiting is one of them), what speaks for and against each in the patient's words and how much
// that matters, and the log of decisions. It arranges; it never adds weights up and never ranks.
import type { CaseDoc, Writer } from "./document";
import { describeKind, type EntryOf } from "./kind";
import { type Opinion, opinions } from "./opinions";

/** `isWaiting`: an entry that means the same as WAITING. `opinion`: whose advice it is, or "". */
export type OptionFields = { name: string; isWaiting: boolean; opinion: string };
export type CareOption = EntryOf<OptionFields>;

export const weights = ["", "little", "some", "lot"] as const;
export type Weight = (typeof weights)[number];
export const sides = ["benefit", "harm"] as const;
export type Side = (typeof sides)[number];
/** One benefit or harm of an option. */
export type PointFields = { option: string; side: Side; matters: Weight };
export type Point = EntryOf<PointFields, "words">;

/** The option of waiting: it has no entry of its own, so that two phones can never make two of it, or lose it. */
export const WAITING = "waiting";
/** What a decision chooses that is none yet. */
export const NOT_YET = "not-yet";
/** What a decision chooses that is not among the options. */
export const OTHER = "other";

/** Who decides, as the case keeps it; "" while nobody has said. */
export const decidesWith = ["me", "with-doctor", "with-family", "doctor"] as const;
export type DecidesWith = (typeof decidesWith)[number] | "";

/**
 * `option` is the id of what was chosen, NOT_YET, OTHER, or "" while nobody has said. `on` is a calendar date (YYYY-MM-DD) or
 * "". `replaces` is the id of the decision that it takes the place of, or "".
 */
export type DecisionFields = { option: string; on: string; replaces: string };
export type Decision = EntryOf<DecisionFields, "what" | "why">;

export const optionEntries = describeKind<OptionFields>({
  kind: "options",
  fields: { name: "", isWaiting: false, opinion: "" },
  said: ["name"],
});
export const pointEntries = describeKind<PointFields, "words">({
  kind: "points",
  fields: { option: "", side: "benefit", matters: "" },
  texts: ["words"],
  said: [],
});
export const decisionEntries = describeKind<DecisionFields, "what" | "why">({
  kind: "decisions",
  fields: { option: "", on: "", replaces: "" },
  texts: ["what", "why"],
  said: [],
  order: latestFirst,
});

/** An option as it is shown. `ids` are all the ids under which its points may stand; `entry` is null for waiting. */
export type ShownOption = { id: string; ids: readonly string[]; isWaiting: boolean; entry: CareOption | null };

/** The options in the order they were written down; waiting comes last and is always there, once. */
export function shownOptions(doc: CaseDoc): ShownOption[] {
  const own = optionEntries.list(doc).filter((option) => !option.isWaiting.value);
  return [...own.map((entry) => ({ id: entry.id, ids: [entry.id], isWaiting: false, entry })), waitingOption(doc)];
}

/** The option that `id` belongs to: any of the ids of waiting finds waiting. */
export function shownOption(doc: CaseDoc, id: string): ShownOption | null {
  return shownOptions(doc).find(({ ids }) => ids.includes(id)) ?? null;
}

export function pointsOf(doc: CaseDoc, option: ShownOption, side: Side): Point[] {
  return pointEntries.list(doc).filter((point) => point.side.value === side && option.ids.includes(point.option.value));
}

export function addPoint(doc: CaseDoc, writer: Writer, option: ShownOption, side: Side, words = ""): string {
  return pointEntries.add(doc, writer, { option: option.id, side }, { words });
}

/** Opinions with an advice that is no option yet. */
export function adviceToAdd(doc: CaseDoc): Opinion[] {
  const taken = new Set(optionEntries.list(doc).map((option) => option.opinion.value));
  return opinions(doc).filter((opinion) => opinion.recommended.trim() !== "" && !taken.has(opinion.id));
}

/** Makes an option of what a doctor advised, with what the doctor said that it may bring and may harm. */
export function addAdvice(doc: CaseDoc, writer: Writer, opinion: Opinion, name: string): string {
  const id = optionEntries.add(doc, writer, { name, opinion: opinion.id });
  const said = { benefit: opinion.benefits, harm: opinion.harms };
  for (const side of sides) {
    if (said[side].trim() !== "") pointEntries.add(doc, writer, { option: id, side }, { words: said[side].trim() });
  }
  return id;
}

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

/** Points about waiting hang on its own name; entries that say they are waiting, deleted ones too, count as the same. */
function waitingOption(doc: CaseDoc): ShownOption {
  const entries = [...optionEntries.list(doc), ...optionEntries.deleted(doc)].filter(
    ({ isWaiting }) => isWaiting.value,
  );
  return { id: WAITING, ids: [WAITING, ...entries.map(({ id }) => id)], isWaiting: true, entry: null };
}

function latestFirst(a: Decision, b: Decision): number {
  const left = `${a.on.value}${a.createdAt}`;
  const right = `${b.on.value}${b.createdAt}`;
  return left > right ? -1 : left < right ? 1 : 0;
}
