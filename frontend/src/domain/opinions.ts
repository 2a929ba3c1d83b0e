// Opinions: what one doctor found and advised, as the patient heard it. The rows are the same for every doctor, so that
// two opinions can be laid side by side. What differs is for the patient to say, never for the app.
import { describeKind, type EntryOf } from "./kind";

/** The rows of an opinion, in the order of the grid. */
export const opinionRows = [
  "seen",
  "examined",
  "diagnosis",
  "sure",
  "recommended",
  "alternatives",
  "benefits",
  "harms",
  "ifWait",
] as const;
export type OpinionRow = (typeof opinionRows)[number];

export type OpinionFields = {
  /** The visit it comes from, or "" (a letter, a report). */
  consultation: string;
  who: string;
  /** Calendar date (YYYY-MM-DD) or "". */
  on: string;
};
export type Opinion = EntryOf<OpinionFields, OpinionRow>;

export const opinionEntries = describeKind<OpinionFields, OpinionRow>({
  kind: "opinions",
  fields: { consultation: "", who: "", on: "" },
  texts: opinionRows,
  said: ["who"],
  order: byDay,
});
/** By the day they were given; the first one is what the others are compared with. */
export const opinions = opinionEntries.list;

function byDay(a: Opinion, b: Opinion): number {
  const left = `${a.on.value || "9999"}${a.createdAt}`;
  const right = `${b.on.value || "9999"}${b.createdAt}`;
  return left < right ? -1 : left > right ? 1 : 0;
}
