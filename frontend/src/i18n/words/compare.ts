import words from "../en/compare.json";
import { addMessages } from "../index";

addMessages(words);
