import words from "../en/visit.json";
import { addMessages } from "../index";

addMessages(words);
