// The words and the controls of a letter's fields.
import { letterEntries } from "../../../domain/letters/letterEntries";
import letterWords from "../../../i18n/en/letters.json";
import { fieldsOf } from "../../components/fields";
import { FieldWords } from "../../entries/fieldWords";

export const said = new FieldWords(letterEntries, letterWords, "letter");
export const LetterField = fieldsOf(letterEntries, letterWords, "letter");
