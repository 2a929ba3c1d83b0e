// What should come with a letter's answer, and in which form.
import type { Letter } from "../../../domain/letters/letterEntries";
import { LetterField } from "./letterField";

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
