// Concerns: why the patient thinks of a second opinion. Reasons of the guide that were ticked, and their own words.
// Never counted into a score, never a verdict.
import { describeKind, type EntryOf } from "./kind";

/** The guide's reasons, by the point they come from. "own" is one that the patient put into words. */
export const reasonsByPoint = {
  W1: ["doubts", "subspecialty", "communication"],
  W2: ["uncertain", "life-altering", "persisting"],
  W3: ["options-unclear", "complex"],
  W4: ["not-heard"],
} as const;
export type Reason = (typeof reasonsByPoint)[keyof typeof reasonsByPoint][number] | "own";

/** `raised`: whether the patient has brought it up with the first doctor, and whether that settled it. */
export type ConcernFields = { reason: Reason; raised: "" | "raised" | "settled" };
/** `words` are the patient's own. */
export type Concern = EntryOf<ConcernFields, "words">;

export const concernEntries = describeKind<ConcernFields, "words">({
  kind: "concerns",
  fields: { reason: "own", raised: "" },
  texts: ["words"],
  said: [],
});
export const concerns = concernEntries.list;

/** A reason of the guide says something by itself; a worry of the patient's own only once it has words. */
export function saysSomething(concern: Concern): boolean {
  return concern.reason.value !== "own" || concern.words.trim() !== "";
}
