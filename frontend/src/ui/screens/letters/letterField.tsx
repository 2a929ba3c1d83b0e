// The controls of a letter's fields.
import { letterEntries } from "../../../domain/letters/letterEntries";
import letterWords from "../../../i18n/en/letters.json";
import { fieldsOf } from "../../components/fields";

export const LetterField = fieldsOf(letterEntries, letterWords, "letter");
