// The words and the controls of a letter's fields.
import { type Letter, letterEntries } from "../../../domain/letters/letterEntries";
import letterWords from "../../../i18n/en/letters.json";
import { fieldsOf } from "../../components/fields";
import { FieldWords } from "../../entries/fieldWords";

export const said = new FieldWords(letterEntries, letterWords, "letter");
export const LetterField = fieldsOf(letterEntries, letterWords, "letter");

/** What should come with a letter's answer, and in which form. */
export function AskedParts({ letter }: { letter: Letter }) {
  return (
    <>
      <LetterField of={letter} name="images" />
      <LetterField of={letter} name="reports" />
      <LetterField of={letter} name="slides" />
      <LetterField of={letter} name="format" as="picker" />
    </>
  );
}
