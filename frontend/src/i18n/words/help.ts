import words from "../en/help.json";
import { addMessages } from "../index";

addMessages(words);
