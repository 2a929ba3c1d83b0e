// Letters that ask a clinic for records, as they are stored. What can be done with them is in letters.ts: the first
// screen needs no more than this.
import { defineKind, type EntryOf, type ValuesOf } from "../case/defineKind";
import { aside, day, flag, link, longText, marks, oneOf, words } from "../case/fields";

export const letterFormats = ["any", "digital", "disc", "paper"] as const;

export const letterEntries = defineKind("letters", {
  holder: words(),
  // The country by its code in the guide, or "" while none was chosen.
  country: aside(link()),
  format: aside(oneOf(letterFormats, "any")),
  images: aside(flag(true)),
  reports: aside(flag(true)),
  slides: aside(flag()),
  reason: words(),
  // The clinic's time begins on the day they got it, not when it was sent.
  sentOn: day(),
  arrivedOn: day(),
  answeredOn: day(),
  // What the patient adds in their own words.
  extra: longText(),
  // The ids of the records that it asks for.
  records: marks(),
});
export type Letter = EntryOf<typeof letterEntries>;
export type LetterFields = ValuesOf<typeof letterEntries>;
export type LetterFormat = LetterFields["format"];

export const letters = letterEntries.list;
