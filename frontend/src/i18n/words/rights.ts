import words from "../en/rights.json";
import { addMessages } from "../index";

addMessages(words);
