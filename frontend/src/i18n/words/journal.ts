import words from "../en/journal.json";
import { addMessages } from "../index";

addMessages(words);
