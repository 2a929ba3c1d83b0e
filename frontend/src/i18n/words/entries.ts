import words from "../en/entries.json";
import { addMessages } from "../index";

addMessages(words);
