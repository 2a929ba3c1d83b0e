import words from "../en/guard.json";
import { addMessages } from "../index";

addMessages(words);
