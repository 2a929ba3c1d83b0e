// Letters that ask a clinic for records, as they are written down. What is done with them is in letters.ts: the first screen
// needs no more than this.
import { describeKind, type EntryOf, valuesOf } from "../case/kind";

export const letterFormats = ["any", "digital", "disc", "paper"] as const;
export type LetterFormat = (typeof letterFormats)[number];
export type LetterFields = {
  holder: string;
  /** Country code as the guide has it, or "" while none was chosen. */
  country: string;
  format: LetterFormat;
  images: boolean;
  reports: boolean;
  slides: boolean;
  reason: string;
  /** Calendar dates (YYYY-MM-DD) or "". The clinic's time begins on the day they got it, not when it was sent. */
  sentOn: string;
  arrivedOn: string;
  answeredOn: string;
};
/** `records`: the ids of the records that it asks for. `extra`: what the patient adds in their own words. */
export type Letter = EntryOf<LetterFields, "extra", "records">;

const empty: LetterFields = {
  holder: "",
  country: "",
  format: "any",
  images: true,
  reports: true,
  slides: false,
  reason: "",
  sentOn: "",
  arrivedOn: "",
  answeredOn: "",
};
export const letterEntries = describeKind<LetterFields, "extra", "records">({
  kind: "letters",
  fields: empty,
  texts: ["extra"],
  marks: ["records"],
  said: ["holder", "reason", "sentOn"],
});
export const letters = letterEntries.list;

/** Whether nobody has said what it is to ask for, of whom, or what became of it. */
export function isEmptyLetter(letter: Letter): boolean {
  const days = [letter.arrivedOn, letter.answeredOn].flatMap(valuesOf);
  return letterEntries.wordsOf(letter).length === 0 && letter.records.length === 0 && days.length === 0;
}
