import words from "../en/decide.json";
import { addMessages } from "../index";

addMessages(words);
