// Deciding: the ways there are (waiting is one of them), what speaks for and against each in the patient's words and how much
// that matters, and the log of decisions. It arranges; it never adds weights up and never ranks.
import { describeKind, type EntryOf } from "./kind";

/** `isWaiting`: the option of waiting, which is always on the table. `opinion`: whose advice it is, or "". */
export type OptionFields = { name: string; isWaiting: boolean; opinion: string };
export type CareOption = EntryOf<OptionFields>;

export const weights = ["", "little", "some", "lot"] as const;
export type Weight = (typeof weights)[number];
/** One benefit or harm of an option. */
export type PointFields = { option: string; side: "benefit" | "harm"; matters: Weight };
export type Point = EntryOf<PointFields, "words">;

/** `option` is the id of what was chosen, or "" for "not yet" or something else. `on` is a calendar date. */
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
});
