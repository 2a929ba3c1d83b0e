import words from "../en/companion.json";
import { addMessages } from "../index";

addMessages(words);
