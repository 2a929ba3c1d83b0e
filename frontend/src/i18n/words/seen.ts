import words from "../en/seen.json";
import { addMessages } from "../index";

addMessages(words);
