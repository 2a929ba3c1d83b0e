import words from "../en/summary.json";
import { addMessages } from "../index";

addMessages(words);
