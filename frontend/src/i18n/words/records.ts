import words from "../en/records.json";
import { addMessages } from "../index";

addMessages(words);
