// Why the patient thinks of a second opinion. Reasons of the guide that were ticked, and their own words.
// Never counted into a score, never a verdict.
import { describeKind, type EntryOf } from "../case/kind";

/** The guide's reasons, by the point they come from. "own" is one that the patient put into words. */
export const reasonsByPoint = {
  W1: ["doubts", "subspecialty", "communication"],
  W2: ["uncertain", "life-altering", "persisting"],
  W3: ["options-unclear", "complex"],
  W4: ["not-heard"],
} as const;
export type ReasonName = (typeof reasonsByPoint)[keyof typeof reasonsByPoint][number] | "own";

/** `raised`: whether the patient has brought it up with the first doctor, and whether that settled it. */
export type ReasonFields = { which: ReasonName; raised: "" | "raised" | "settled" };
/** `words` are the patient's own. */
export type Reason = EntryOf<ReasonFields, "words">;

export const reasonEntries = describeKind<ReasonFields, "words">({
  kind: "reasons",
  fields: { which: "own", raised: "" },
  texts: ["words"],
  said: [],
});
export const reasons = reasonEntries.list;

/** A reason of the guide says something by itself; a worry of the patient's own only once it has words. */
export function saysSomething(reason: Reason): boolean {
  return reason.which.value !== "own" || reason.words.trim() !== "";
}
